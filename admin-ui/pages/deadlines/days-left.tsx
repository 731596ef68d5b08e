/** How much of the time of a limit is used, as a bar and in words. */
import { hubNow } from '#admin-ui/api/clock.ts'
import type { DeadlineItem } from '#admin-ui/api/queries.ts'
import { State } from '#admin-ui/parts/state.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'

export function DaysLeft({ item: { group, daysLeft, startedAt, openedAt, dueAt } }: { readonly item: DeadlineItem }) {
  const { t, fmt } = useTexts()
  if (group === 'paused') return <State state="paused" word={t.clockState.paused ?? ''} />
  const from = Date.parse(startedAt ?? openedAt)
  const used = Math.min(1, Math.max(0.02, (hubNow() - from) / Math.max(1, Date.parse(dueAt) - from)))
  const tone = group === 'overdue' ? 'bad' : group === 'later' ? 'ok' : 'warn'
  const shown = fmt.number(Math.abs(daysLeft))
  return (
    <span className="days-left">
      <b className={`tone-${tone}`}>
        {group === 'overdue'
          ? t.deadlines.over(Math.abs(daysLeft), shown)
          : daysLeft === 0
            ? t.deadlines.groups.today
            : t.deadlines.days(daysLeft, shown)}
      </b>
      <span className={`meter meter-${tone}`} aria-hidden>
        <i style={{ width: `${used * 100}%` }} />
      </span>
    </span>
  )
}
