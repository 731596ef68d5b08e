/** What only a person can put right; each line leads to where that is done. */
import { Link } from '@tanstack/react-router'
import { CalendarClock, ChevronRight, CirclePause, FileKey2, ListChecks, type LucideIcon, PlugZap, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { hubNow } from '#admin-ui/api/clock.ts'
import type { OverviewAnswer } from '#admin-ui/api/queries.ts'
import { Empty } from '#admin-ui/parts/empty.tsx'
import { useNameOf } from '#admin-ui/parts/party.tsx'
import type { Tone } from '#admin-ui/parts/state.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'

type Need = OverviewAnswer['needsYou'][number]

const LOOKS: Record<Need['kind'], readonly [LucideIcon, Tone]> = {
  failures: [TriangleAlert, 'bad'],
  silent: [PlugZap, 'bad'],
  clock: [CalendarClock, 'bad'],
  held: [CirclePause, 'warn'],
  certificate: [FileKey2, 'warn'],
  approval: [ListChecks, 'info'],
}

export function Needs({ needs }: { readonly needs: readonly Need[] }) {
  const { t } = useTexts()
  if (needs.length === 0) return <Empty kind="good" title={t.overview.nothingNeeded} note={t.overview.nothingNeededNote} />
  return (
    <ul className="needs">
      {needs.map((need) => (
        <li key={[need.kind, need.party, need.state, need.code, need.until].join()}>
          <Line need={need} />
        </li>
      ))}
    </ul>
  )
}

function Line({ need }: { readonly need: Need }) {
  const { t, fmt } = useTexts()
  const nameOf = useNameOf()
  const { kind, party, code, count, since, until, state } = need
  const [Icon, tone] = LOOKS[kind]
  const name = party === undefined ? '' : nameOf(party)
  const shown = fmt.number(count)
  const says: Record<Need['kind'], readonly [title: string, note: string]> = {
    failures: [
      t.overview.needFailures(count, shown, name),
      [state === undefined || state === 'dead' ? undefined : t.state[state], code === undefined ? undefined : (t.code[code] ?? code)]
        .filter(Boolean)
        .join(' · '),
    ],
    silent: [t.overview.needSilent(name), t.overview.waitingFor(count, shown)],
    clock: [t.overview.needClock(count, shown), ''],
    held: [t.overview.needHeld(name), t.overview.waitingFor(count, shown)],
    certificate: [t.overview.needCertificate(name), until === undefined ? '' : t.overview.until(fmt.longDate(until))],
    approval: [t.overview.needApproval(count, shown), ''],
  }
  const [title, note] = says[kind]
  return (
    <Way need={need}>
      <span className={`need-icon state-${tone}`}>
        <Icon size={18} strokeWidth={2.1} aria-hidden />
      </span>
      <span className="need-words">
        <b>{title}</b>
        {(note || since) && (
          <span className="muted small">{[note, since && t.overview.since(fmt.moment(since, hubNow()))].filter(Boolean).join(' · ')}</span>
        )}
      </span>
      <ChevronRight size={18} aria-hidden className="muted" />
    </Way>
  )
}

function Way({ need: { kind, party, code, state }, children }: { readonly need: Need; readonly children: ReactNode }) {
  if (kind === 'failures')
    return (
      <Link to="/messages" search={{ state: state ?? 'failed', ...(party && { party, side: 'to' as const }), ...(code && { code }) }}>
        {children}
      </Link>
    )
  if (kind === 'clock') return <Link to="/deadlines">{children}</Link>
  if (kind === 'approval') return <Link to="/approvals">{children}</Link>
  if (kind === 'certificate') return <Link to="/parties/certificates">{children}</Link>
  if (party === undefined || party === 'hub') return <div className="need-plain">{children}</div>
  return (
    <Link to="/parties/$id" params={{ id: party }}>
      {children}
    </Link>
  )
}
