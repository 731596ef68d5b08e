/** Five figures that are read from across the room; each leads to what it counts. */
import { Link } from '@tanstack/react-router'
import { CalendarClock, CircleCheck, FileKey2, Hourglass, type LucideIcon, Timer, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { hubNow } from '#admin-ui/api/clock.ts'
import type { OverviewAnswer } from '#admin-ui/api/queries.ts'
import type { Tone } from '#admin-ui/parts/state.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'

export function Tiles({ overview }: { readonly overview: OverviewAnswer }) {
  const { t, fmt } = useTexts()
  const { failed, waiting, oldestWaiting, overdue, dueSoon, p95DeliveryMs, certificatesSoon } = overview
  return (
    <ul className="tiles">
      <Tile
        to="/messages"
        search={{ state: 'failed' }}
        icon={failed > 0 ? TriangleAlert : CircleCheck}
        tone={failed > 0 ? 'bad' : 'ok'}
        name={t.overview.failed}
        value={fmt.number(failed)}
        note={failed > 0 ? t.overview.failedNote : t.overview.noneFailed}
      />
      <Tile
        to="/messages"
        search={{ state: 'waiting' }}
        icon={Hourglass}
        tone={oldestWaiting && hubNow() - Date.parse(oldestWaiting) > 900_000 ? 'warn' : 'quiet'}
        name={t.overview.waiting}
        value={fmt.number(waiting)}
        note={oldestWaiting ? t.overview.oldest(fmt.span(Math.max(0, hubNow() - Date.parse(oldestWaiting)))) : t.overview.noneWaiting}
      />
      <Tile
        to="/deadlines"
        search={{}}
        icon={CalendarClock}
        tone={overdue > 0 ? 'bad' : dueSoon > 0 ? 'warn' : 'ok'}
        name={t.overview.overdue}
        value={fmt.number(overdue)}
        note={t.overview.dueSoon(dueSoon, fmt.number(dueSoon))}
      />
      <Tile
        to="/messages"
        search={{}}
        icon={Timer}
        tone="quiet"
        name={t.overview.p95}
        value={p95DeliveryMs === undefined ? '–' : fmt.span(p95DeliveryMs)}
        note={t.overview.p95Note}
      />
      <Tile
        to="/parties/certificates"
        search={{}}
        icon={FileKey2}
        tone={certificatesSoon > 0 ? 'warn' : 'ok'}
        name={t.overview.certificates}
        value={fmt.number(certificatesSoon)}
        note={t.overview.certificatesNote}
      />
    </ul>
  )
}

interface TileShown {
  readonly to: string
  readonly search: Readonly<Record<string, string>>
  readonly icon: LucideIcon
  readonly tone: Tone
  readonly name: string
  readonly value: ReactNode
  readonly note: string
}

function Tile({ to, search, icon: Icon, tone, name, value, note }: TileShown) {
  return (
    <li>
      <Link to={to} search={search as never} className={`tile tile-${tone}`}>
        <span className="tile-name">
          <Icon size={18} strokeWidth={2} aria-hidden />
          {name}
        </span>
        <span className="tile-value number">{value}</span>
        <span className="tile-note">{note}</span>
      </Link>
    </li>
  )
}
