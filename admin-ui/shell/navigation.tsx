/** The pages, and beside them how many things there need a person. Nothing else is counted. */
import { Link } from '@tanstack/react-router'
import { CalendarClock, ChartColumn, Gauge, History, type LucideIcon, Mails, Network, Settings2, Stamp } from 'lucide-react'
import { type Action, useMe } from '#admin-ui/api/me.ts'
import { useTexts } from '#admin-ui/texts/use.ts'
import { type Counts, useCounts } from './counts.ts'

type Page = 'overview' | 'messages' | 'deadlines' | 'parties' | 'approvals' | 'statistics' | 'audit' | 'administration'

interface Row {
  readonly page: Page
  readonly to: string
  readonly icon: LucideIcon
  readonly count?: keyof Counts
  readonly tone?: 'bad' | 'warn' | 'info'
  /** Only for those who may. */
  readonly needs?: Action
}

const ROWS: readonly Row[] = [
  { page: 'overview', to: '/', icon: Gauge },
  { page: 'messages', to: '/messages', icon: Mails, count: 'failed', tone: 'bad' },
  { page: 'deadlines', to: '/deadlines', icon: CalendarClock, count: 'overdue', tone: 'bad' },
  { page: 'parties', to: '/parties', icon: Network, count: 'soon', tone: 'warn' },
  { page: 'approvals', to: '/approvals', icon: Stamp, count: 'toDecide', tone: 'info' },
  { page: 'statistics', to: '/statistics', icon: ChartColumn, needs: 'statistics.read' },
  { page: 'audit', to: '/audit', icon: History },
  { page: 'administration', to: '/administration', icon: Settings2, needs: 'system.read' },
]

export function Navigation() {
  const { t, fmt } = useTexts()
  const { may } = useMe()
  const counts = useCounts()
  return (
    <div className="nav">
      {ROWS.filter(({ needs }) => needs === undefined || may(needs)).map(({ page, to, icon: Icon, count, tone }) => {
        const found = count === undefined ? 0 : counts[count]
        return (
          <Link key={page} to={to} activeOptions={{ exact: to === '/', includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
            <Icon size={19} strokeWidth={1.9} aria-hidden />
            {t.nav[page]}
            {count !== undefined && found > 0 && (
              <span className={`count count-${tone}`} role="img" aria-label={t.nav[count](fmt.number(found))}>
                {fmt.number(found)}
              </span>
            )}
          </Link>
        )
      })}
    </div>
  )
}
