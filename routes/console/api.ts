/** The API of the console, under /api. Its type is all that the pages know of the server: `import type { ConsoleApi }`. */
import { Hono } from 'hono'
import { administrationRoutes } from './administration.ts'
import { alertRoutes } from './alerts.ts'
import { approvalRoutes } from './approvals.ts'
import { auditRoutes } from './audit.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { deadlineRoutes } from './deadlines.ts'
import { enrolRoutes } from './enrol.ts'
import { eventRoutes } from './events.ts'
import { evidenceRoutes } from './evidence.ts'
import { labRoutes } from './lab.ts'
import { meRoutes } from './me.ts'
import { messageRoutes, searchRoutes } from './messages.ts'
import { chartRoutes, exchangeRoutes, overviewRoutes } from './overview.ts'
import { ownAccountRoutes } from './own-account.ts'
import { certificateRoutes, partyRoutes } from './parties.ts'
import { requiresFor } from './permission.ts'
import { deliveryRoutes, replayRoutes } from './replays.ts'
import { retentionRoutes } from './retention.ts'
import { revealRoutes } from './reveal.ts'
import { sessionRoutes } from './sessions.ts'
import { signInRoutes, signOutRoutes } from './sign-in.ts'
import { singleSignOnRoutes } from './single-sign-on.ts'
import { statisticsRoutes } from './statistics.ts'
import { stepUpRoutes } from './step-up.ts'
import { userRoutes } from './users.ts'

export function consoleApi(console: Console) {
  const requires = requiresFor(console)
  return new Hono<ConsoleEnv>()
    .route('/sign-in', signInRoutes(console))
    .route('/sign-out', signOutRoutes(console))
    .route('/single-sign-on', singleSignOnRoutes(console))
    .route('/enrol', enrolRoutes(console))
    .route('/me', meRoutes(console, requires))
    .route('/account', ownAccountRoutes(console, requires))
    .route('/overview', overviewRoutes(console, requires))
    .route('/charts', chartRoutes(console, requires))
    .route('/exchange', exchangeRoutes(console, requires))
    .route('/messages', messageRoutes(console, requires))
    .route('/search', searchRoutes(console, requires))
    .route('/step-up', stepUpRoutes(console, requires))
    .route('/sessions', sessionRoutes(console, requires))
    .route('/users', userRoutes(console, requires))
    .route('/approvals', approvalRoutes(console, requires))
    .route('/messages', revealRoutes(console, requires))
    .route('/messages', evidenceRoutes(console, requires))
    .route('/replays', replayRoutes(console, requires))
    .route('/deliveries', deliveryRoutes(console, requires))
    .route('/statistics', statisticsRoutes(console, requires))
    .route('/administration', administrationRoutes(console, requires))
    .route('/parties', partyRoutes(console, requires))
    .route('/certificates', certificateRoutes(console, requires))
    .route('/lab', labRoutes(console, requires))
    .route('/deadlines', deadlineRoutes(console, requires))
    .route('/alerts', alertRoutes(console, requires))
    .route('/retention', retentionRoutes(console, requires))
    .route('/audit', auditRoutes(console, requires))
    .route('/events', eventRoutes(console, requires))
}

export type ConsoleApi = ReturnType<typeof consoleApi>
