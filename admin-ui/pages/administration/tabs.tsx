import { Link } from '@tanstack/react-router'
import { BellRing, Eraser, type LucideIcon, Scale, Server, UsersRound } from 'lucide-react'
import { type Action, useMe } from '#admin-ui/api/me.ts'
import { useTexts } from '#admin-ui/texts/use.ts'
import { TAB_TEXTS } from './texts.ts'

interface Tab {
  readonly name: 'users' | 'rules' | 'alerts' | 'retention' | 'system'
  readonly to: string
  readonly icon: LucideIcon
  readonly needs: Action
}

const TABS: readonly Tab[] = [
  { name: 'system', to: '/administration/system', icon: Server, needs: 'system.read' },
  { name: 'alerts', to: '/administration/alerts', icon: BellRing, needs: 'alerts.read' },
  { name: 'rules', to: '/administration/rules', icon: Scale, needs: 'system.read' },
  { name: 'retention', to: '/administration/retention', icon: Eraser, needs: 'retention.read' },
  { name: 'users', to: '/administration/users', icon: UsersRound, needs: 'users.read' },
]

/** The pages of administration, as links; those that one may see. */
export function AdministrationTabs() {
  const { t, language } = useTexts()
  const words = TAB_TEXTS[language]
  const { may } = useMe()
  return (
    <nav className="link-tabs" aria-label={t.nav.administration}>
      {TABS.filter(({ needs }) => may(needs)).map(({ name, to, icon: Icon }) => (
        <Link key={name} to={to} activeProps={{ 'aria-current': 'page' }}>
          <Icon size={16} aria-hidden />
          {words[name]}
        </Link>
      ))}
    </nav>
  )
}
