/** Replies that the agreements ask for in time: what is over, what comes next, and on which days. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import { useMemo } from 'react'
import { type DeadlineItem, deadlineCountQuery, deadlinesQuery } from '#admin-ui/api/queries.ts'
import { Card, PageHead } from '#admin-ui/parts/card.tsx'
import { Empty } from '#admin-ui/parts/empty.tsx'
import { shortOf } from '#admin-ui/parts/id.tsx'
import { Lines, Loaded } from '#admin-ui/parts/loaded.tsx'
import { Pager } from '#admin-ui/parts/pager.tsx'
import { Party } from '#admin-ui/parts/party.tsx'
import { type Column, Rows } from '#admin-ui/parts/rows.tsx'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { Calendar } from './calendar.tsx'
import { DaysLeft } from './days-left.tsx'
import './deadlines.css'

const GROUPS = ['overdue', 'today', 'soon', 'later', 'paused'] as const
const TONES = { overdue: 'bad', today: 'warn', soon: 'warn', later: 'quiet', paused: 'quiet' } as const

const keyOf = ({ clockId }: DeadlineItem): string => clockId
const toneOf = ({ group }: DeadlineItem): string | undefined => (group === 'overdue' ? 'bad' : group === 'today' ? 'warn' : undefined)

export function DeadlinesPage() {
  const { t, fmt } = useTexts()
  const search = useSearch({ from: '/shell/deadlines' })
  const navigate = useNavigate()
  const counts = useQuery(deadlineCountQuery)
  const list = useQuery(deadlinesQuery(search))
  const columns = useDeadlineColumns()
  return (
    <div className="stack">
      <PageHead title={t.nav.deadlines} note={t.deadlines.note} />
      <Loaded question={counts}>
        {(data) => (
          <ul className="groups">
            {GROUPS.map((group) => (
              <li key={group}>
                <Link
                  to="/deadlines"
                  search={search.group === group ? {} : { group }}
                  aria-current={search.group === group ? 'true' : undefined}
                  className={`group group-${data[group] > 0 ? TONES[group] : 'none'}`}
                >
                  <b className="number">{fmt.number(data[group])}</b>
                  <span>{t.deadlines.groups[group]}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <div className="columns">
        <section className="card card-flush span-8" aria-label={t.nav.deadlines}>
          <Loaded question={list} skeleton={<Lines count={10} height={28} />}>
            {({ items, newer, older }) =>
              items.length === 0 ? (
                <Empty kind={search.group === undefined ? 'good' : 'filtered'} title={t.deadlines.none} />
              ) : (
                <>
                  <Rows label={t.nav.deadlines} columns={columns} rows={items} keyOf={keyOf} toneOf={toneOf} />
                  <Pager
                    newer={newer}
                    older={older}
                    isFirst={search.cursor === undefined}
                    go={(cursor) => {
                      const { cursor: now, ...rest } = search
                      void navigate({ to: '/deadlines', search: cursor === undefined || cursor === now ? rest : { ...rest, cursor } })
                    }}
                  >
                    {t.table.shown(fmt.number(items.length))}
                  </Pager>
                </>
              )
            }
          </Loaded>
        </section>
        <Card title={t.deadlines.calendar} className="span-4">
          <Calendar />
        </Card>
      </div>
    </div>
  )
}

function useDeadlineColumns(): readonly Column<DeadlineItem>[] {
  const { t } = useTexts()
  return useMemo<readonly Column<DeadlineItem>[]>(
    () => [
      {
        id: 'limit',
        title: t.deadlines.what,
        cell: ({ limit, title, article, startedBy, conversationId }) => (
          <span className="message-cell">
            <Link to="/messages/$id" params={{ id: startedBy }}>
              {t.limit[limit] ?? title ?? limit}
            </Link>
            <span className="muted small">
              {[limit, article && t.deadlines.article(article)].filter(Boolean).join(' · ')} <code>{shortOf(conversationId)}</code>
            </span>
          </span>
        ),
      },
      {
        id: 'sides',
        title: t.deadlines.between,
        cell: ({ requesting, requested }) => (
          <span className="way-cell">
            {requesting !== undefined && <Party id={requesting} codeOnly />}
            <ArrowRight size={14} aria-hidden className="muted" />
            {requested !== undefined && <Party id={requested} codeOnly />}
          </span>
        ),
      },
      { id: 'actor', title: t.deadlines.actor, cell: ({ actor }) => (actor === undefined ? '' : <Party id={actor} codeOnly />) },
      { id: 'left', title: t.deadlines.left, cell: (item) => <DaysLeft item={item} /> },
      { id: 'due', title: t.words.due, cell: ({ dueAt }) => <When at={dueAt} as="dateTime" /> },
    ],
    [t],
  )
}
