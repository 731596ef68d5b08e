/** The API of the console, under /api. Its type is all that the pages know of the server: `import type { ConsoleApi }`. */
import { Hono } from 'hono'
import { approvalRoutes } from './approvals.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { enrolRoutes } from './enrol.ts'
import { meRoutes } from './me.ts'
import { messageRoutes, searchRoutes } from './messages.ts'
import { chartRoutes, exchangeRoutes, overviewRoutes } from './overview.ts'
import { requiresFor } from './permission.ts'
import { revealRoutes } from './reveal.ts'
import { sessionRoutes } from './sessions.ts'
import { signInRoutes, signOutRoutes } from './sign-in.ts'
import { singleSignOnRoutes } from './single-sign-on.ts'
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
}

export type ConsoleApi = ReturnType<typeof consoleApi>
