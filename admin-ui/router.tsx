/** Every page and what its address may say. Filters stand in the address, so that a view can be sent to a colleague; names of people never do. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { queryClient } from './api/client.ts'
import { faultOf } from './api/fault.ts'
import { meQuery } from './api/me.ts'
import { auditSearchOf } from './pages/audit/search.ts'
import { deadlineSearchOf } from './pages/deadlines/search.ts'
import { searchOf } from './pages/messages/search.ts'
import { statisticsSearchOf } from './pages/statistics/search.ts'
import { Absent, Broken } from './shell/broken.tsx'
import { Shell } from './shell/shell.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: Absent, errorComponent: Broken })

/** A place within the console to go to after the sign-in: a path of ours, never another site. */
const placeOf = (given: unknown): string | undefined => (typeof given === 'string' && /^\/(?![/\\])/.test(given) ? given : undefined)

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ to, refused }: { to?: unknown; refused?: unknown }): { to?: string; refused?: string } => {
    const place = placeOf(to)
    return { ...(place !== undefined && { to: place }), ...(typeof refused === 'string' && { refused }) }
  },
  component: lazyRouteComponent(() => import('./pages/sign-in/page.tsx'), 'SignInPage'),
})

const enrol = createRoute({
  getParentRoute: () => root,
  path: '/enrol',
  component: lazyRouteComponent(() => import('./pages/enrol/page.tsx'), 'EnrolPage'),
})

/** Everything else wants somebody signed in. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(meQuery)
    } catch (error) {
      if (faultOf(error).status === 401) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } })
      throw error
    }
  },
  component: Shell,
  errorComponent: Broken,
})

const overview = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/overview/page.tsx'), 'OverviewPage'),
})

const messages = createRoute({
  getParentRoute: () => shell,
  path: '/messages',
  validateSearch: searchOf,
  component: lazyRouteComponent(() => import('./pages/messages/page.tsx'), 'MessagesPage'),
})

const message = createRoute({
  getParentRoute: () => shell,
  path: '/messages/$id',
  validateSearch: ({ from }: { from?: unknown }): { from?: string } => (typeof from === 'string' ? { from } : {}),
  component: lazyRouteComponent(() => import('./pages/message/page.tsx'), 'MessagePage'),
})

const parties = createRoute({
  getParentRoute: () => shell,
  path: '/parties',
  component: lazyRouteComponent(() => import('./pages/parties/page.tsx'), 'PartiesPage'),
})

const party = createRoute({
  getParentRoute: () => shell,
  path: '/parties/$id',
  component: lazyRouteComponent(() => import('./pages/parties/party-page.tsx'), 'PartyPage'),
})

const certificates = createRoute({
  getParentRoute: () => shell,
  path: '/parties/certificates',
  component: lazyRouteComponent(() => import('./pages/parties/certificates-page.tsx'), 'CertificatesPage'),
})

const deadlines = createRoute({
  getParentRoute: () => shell,
  path: '/deadlines',
  validateSearch: deadlineSearchOf,
  component: lazyRouteComponent(() => import('./pages/deadlines/page.tsx'), 'DeadlinesPage'),
})

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  validateSearch: auditSearchOf,
  component: lazyRouteComponent(() => import('./pages/audit/page.tsx'), 'AuditPage'),
})

const approvals = createRoute({
  getParentRoute: () => shell,
  path: '/approvals',
  component: lazyRouteComponent(() => import('./pages/approvals/page.tsx'), 'ApprovalsPage'),
})

const jobs = createRoute({
  getParentRoute: () => shell,
  path: '/approvals/jobs',
  component: lazyRouteComponent(() => import('./pages/approvals/jobs-page.tsx'), 'JobsPage'),
})

const job = createRoute({
  getParentRoute: () => shell,
  path: '/approvals/jobs/$id',
  component: lazyRouteComponent(() => import('./pages/approvals/job-page.tsx'), 'JobPage'),
})

const lab = createRoute({
  getParentRoute: () => shell,
  path: '/parties/$id/lab',
  component: lazyRouteComponent(() => import('./pages/lab/page.tsx'), 'LabPage'),
})

const labSession = createRoute({
  getParentRoute: () => shell,
  path: '/parties/$id/lab/$session',
  component: lazyRouteComponent(() => import('./pages/lab/session-page.tsx'), 'LabSessionPage'),
})

const users = createRoute({
  getParentRoute: () => shell,
  path: '/administration/users',
  component: lazyRouteComponent(() => import('./pages/administration/users.tsx'), 'UsersPage'),
})

const account = createRoute({
  getParentRoute: () => shell,
  path: '/account',
  component: lazyRouteComponent(() => import('./pages/account/page.tsx'), 'AccountPage'),
})

const administration = createRoute({
  getParentRoute: () => shell,
  path: '/administration',
  beforeLoad: () => {
    throw redirect({ to: '/administration/system', replace: true })
  },
})

const system = createRoute({
  getParentRoute: () => shell,
  path: '/administration/system',
  component: lazyRouteComponent(() => import('./pages/system/page.tsx'), 'SystemPage'),
})

const alerts = createRoute({
  getParentRoute: () => shell,
  path: '/administration/alerts',
  component: lazyRouteComponent(() => import('./pages/alerts/page.tsx'), 'AlertsPage'),
})

const rules = createRoute({
  getParentRoute: () => shell,
  path: '/administration/rules',
  component: lazyRouteComponent(() => import('./pages/rules/page.tsx'), 'RulesPage'),
})

const retention = createRoute({
  getParentRoute: () => shell,
  path: '/administration/retention',
  component: lazyRouteComponent(() => import('./pages/retention/page.tsx'), 'RetentionPage'),
})

const statistics = createRoute({
  getParentRoute: () => shell,
  path: '/statistics',
  validateSearch: statisticsSearchOf,
  component: lazyRouteComponent(() => import('./pages/statistics/page.tsx'), 'StatisticsPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    enrol,
    shell.addChildren([
      overview,
      messages,
      message,
      parties,
      certificates,
      party,
      deadlines,
      statistics,
      audit,
      approvals,
      jobs,
      job,
      lab,
      labSession,
      account,
      administration,
      system,
      alerts,
      rules,
      retention,
      users,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  defaultNotFoundComponent: Absent,
  defaultErrorComponent: Broken,
  scrollRestoration: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
