/** A month with what is due on each day; days that do not count as working days in Azerbaijan are shaded. */
import { ActionIcon } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { hubNow } from '#admin-ui/api/clock.ts'
import { calendarQuery } from '#admin-ui/api/queries.ts'
import { Lines, Loaded } from '#admin-ui/parts/loaded.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'

const BAKU_MS = 4 * 3_600_000
const monthOf = (ms: number): string => new Date(ms + BAKU_MS).toISOString().slice(0, 7)

function stepped(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}

export function Calendar() {
  const { t, fmt } = useTexts()
  const [month, setMonth] = useState(() => monthOf(hubNow()))
  const calendar = useQuery(calendarQuery(month))
  const [year = '', number = '1'] = month.split('-')
  const today = new Date(hubNow() + BAKU_MS).toISOString().slice(0, 10)
  return (
    <div className="calendar">
      <div className="spread">
        <ActionIcon variant="subtle" color="gray" size={36} onClick={() => setMonth(stepped(month, -1))} aria-label={t.deadlines.before}>
          <ChevronLeft size={18} />
        </ActionIcon>
        <h3 aria-live="polite">
          {fmt.month(Number(number) - 1)} {year}
        </h3>
        <ActionIcon variant="subtle" color="gray" size={36} onClick={() => setMonth(stepped(month, 1))} aria-label={t.deadlines.after}>
          <ChevronRight size={18} />
        </ActionIcon>
      </div>
      <Loaded question={calendar} skeleton={<Lines count={5} height={40} />}>
        {({ days }) => {
          // The week begins on Monday.
          const lead = (new Date(`${days[0]?.day}T00:00:00Z`).getUTCDay() + 6) % 7
          return (
            <ol className="days" aria-label={t.deadlines.calendar}>
              {t.deadlines.week.map((day) => (
                <li key={day} className="muted small" aria-hidden>
                  {day}
                </li>
              ))}
              {days.map(({ day, due, working }, index) => (
                <li
                  key={day}
                  className={`day ${working ? '' : 'day-off'} ${due > 0 ? 'day-due' : ''}`}
                  style={index === 0 ? { gridColumnStart: lead + 1 } : {}}
                  aria-current={day === today ? 'date' : undefined}
                >
                  <span className="number">{Number(day.slice(8))}</span>
                  {due > 0 && (
                    <b className="number">
                      {fmt.number(due)} <span className="unseen">{t.deadlines.dueThen}</span>
                    </b>
                  )}
                </li>
              ))}
            </ol>
          )
        }}
      </Loaded>
      <p className="muted small">{t.deadlines.shaded}</p>
    </div>
  )
}
