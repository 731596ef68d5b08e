/** Everything that happened to a message, the newest on top: events of the audit trail, attempts, and what comes next. */
import { Fragment } from 'react'
import type { MessageAnswer } from '#admin-ui/api/queries.ts'
import { Party } from '#admin-ui/parts/party.tsx'
import { Code, lookOf } from '#admin-ui/parts/state.tsx'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'

interface Entry {
  readonly key: string
  readonly at: string
  readonly state: string
  readonly what: string
  readonly party?: string
  readonly code?: string | undefined
  readonly note?: string
}

/** Which look an event of the audit trail has. */
const STATES: readonly (readonly [RegExp, string])[] = [
  [/SubmissionAcceptance|accepted/, 'accepted'],
  [/ContentHandover$|delivered|handover/i, 'delivered'],
  [/Rejection|refused|dead|Failure/, 'dead'],
  [/expired/i, 'expired'],
  [/replay/, 'retrying'],
  [/skip|cancel/, 'cancelled'],
  [/held|hold/, 'held'],
  [/relay|sent/i, 'sent'],
]

export function Timeline({ message }: { readonly message: MessageAnswer }) {
  const { t, fmt } = useTexts()
  const entries = [
    ...message.timeline.map(
      ({ at, event, party, code, deliveryId }, index): Entry => ({
        key: `e${index}${deliveryId}`,
        at,
        state: STATES.find(([pattern]) => pattern.test(event))?.[1] ?? 'waiting',
        what: t.event[event] ?? event,
        party,
        code,
      }),
    ),
    ...message.deliveries.flatMap(({ deliveryId, party, history }) =>
      history.map(
        ({ number, startedAt, durationMs, status, state, code }): Entry => ({
          key: `a${deliveryId}${number}${startedAt}`,
          at: startedAt,
          state,
          what: t.message.attempt(fmt.number(number)),
          party,
          code,
          note: [fmt.span(durationMs), status === undefined ? undefined : `HTTP ${status}`].filter(Boolean).join(' · '),
        }),
      ),
    ),
  ].toSorted((a, b) => b.at.localeCompare(a.at))
  const next = message.deliveries.filter(({ dueAt, state }) => dueAt !== undefined && state !== 'delivered')
  const days = Map.groupBy(entries, ({ at }) => fmt.longDate(at))
  return (
    <ol className="timeline">
      {next.map(({ deliveryId, party, dueAt, blocked }) => (
        <Line
          key={deliveryId}
          entry={{ key: deliveryId, at: dueAt ?? '', state: 'pending', what: blocked ? t.message.blocked : t.message.next, party }}
          coming
        />
      ))}
      {[...days].map(([day, lines]) => (
        <Fragment key={day}>
          <li className="timeline-day">{day}</li>
          {lines.map((entry) => (
            <Line key={entry.key} entry={entry} />
          ))}
        </Fragment>
      ))}
    </ol>
  )
}

function Line({ entry: { at, state, what, party, code, note }, coming = false }: { readonly entry: Entry; readonly coming?: boolean }) {
  const [Icon, tone] = lookOf(state)
  return (
    <li className={coming ? 'timeline-line timeline-coming' : 'timeline-line'}>
      <span className={`timeline-icon state-${tone}`}>
        <Icon size={15} strokeWidth={2.3} aria-hidden />
      </span>
      <span className="timeline-words">
        <b>{what}</b>
        <span className="row small muted">
          {party !== undefined && <Party id={party} />}
          {note !== undefined && note !== '' && <span>{note}</span>}
        </span>
        {code !== undefined && (
          <span className="tone-bad small">
            <Code code={code} />
          </span>
        )}
      </span>
      <span className="muted small">
        <When at={at} as={coming ? 'moment' : 'exactTime'} />
      </span>
    </li>
  )
}
