/** What the routes of the console are handed. */
import type { HttpBindings } from '@hono/node-server'
import type { Accounts, Sessions } from '#core/console/accounts.ts'
import type { Alerts, Channel } from '#core/console/alerts.ts'
import type { Approvals } from '#core/console/approvals.ts'
import type { FourEyes } from '#core/console/four-eyes.ts'
import type { Live } from '#core/console/live.ts'
import type { Probing } from '#core/console/probing.ts'
import type { Reading } from '#core/console/reading.ts'
import type { Retention } from '#core/console/retention.ts'
import type { Bodies } from '#core/console/revealing.ts'
import type { Signed } from '#core/console/session.ts'
import type { Testing } from '#core/console/testing.ts'
import type { Traffic } from '#core/console/traffic.ts'
import type { Trail } from '#core/console/trail.ts'
import type { Verifying } from '#core/console/verifying.ts'
import type { CertificateRecord } from '#core/directory.ts'
import type { Hub } from '#core/hub.ts'
import type { LabSessions } from '#core/lab/sessions.ts'
import type { Operations } from '#core/operations.ts'
import type { Clock, Ids, Log, Statistics } from '#core/ports.ts'
import type { References } from '#core/references.ts'
import type { Provider } from './factors/provider.ts'

export interface Console {
  readonly accounts: Accounts
  readonly sessions: Sessions
  readonly approvals: Approvals
  readonly fourEyes: FourEyes
  readonly bodies: Bodies
  /** The ministry's own, where it has one. */
  readonly provider: Provider | undefined
  readonly operations: Operations
  readonly reading: Reading
  readonly references: References
  readonly traffic: Traffic
  readonly trail: Trail
  readonly live: Live
  readonly alerts: Alerts
  /** Ways to people outside the console, as the settings name them. */
  readonly channels: readonly Channel[]
  readonly verifying: Verifying
  readonly retention: Retention
  readonly probing: Probing
  readonly labSessions: LabSessions
  readonly testing: Testing
  readonly statistics: Statistics
  readonly system: (now: Date) => Promise<SystemFigures>
  readonly hub: ConsoleHub
  /** The time of day: sign-in goes by it, whatever time the hub plays. */
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly settings: ConsoleSettings
}

/** What the console sees of the hub that it belongs to. Its clock may play another time than that of the day. */
export interface ConsoleHub extends Pick<Hub, 'clock' | 'directory' | 'ruleSets' | 'keys' | 'store'> {
  /** Of the hub itself. */
  readonly own: readonly CertificateRecord[]
}

/** What the hub stands on. */
export interface SystemFigures {
  readonly database: {
    readonly version: string
    readonly connections: number
    readonly connectionLimit: number
    /** How far its clock is before ours; negative: behind. */
    readonly clockAheadMs: number
    readonly bytes: number
  }
  /** Deliveries that will be tried, since when the oldest of them waits, and those that wait for an operator. */
  readonly queue: { readonly waiting: number; readonly dead: number; readonly quarantined: number; readonly oldest?: Date }
  /** The oldest statutory clock that nobody has looked at in time. */
  readonly clockDueSince?: Date
  /** Only of an embedded database. */
  readonly disk?: { readonly freeBytes: number; readonly totalBytes: number }
  readonly attachmentBytes: number
  readonly auditLinks: number
  readonly auditBytes: number
  /** The moment that the last backup shows. */
  readonly backupAt?: Date
}

export interface ConsoleSettings {
  /** Where people open it; on loopback it may be undefined: whatever name of the machine itself they use. */
  readonly origin: string | undefined
  /** TLS ends at a proxy, which tells the address of the client. */
  readonly proxied: boolean
  /** Seals secrets of second factors; 32 bytes. */
  readonly secret: Uint8Array
  readonly environment: 'development' | 'production'
  readonly version: string
}

export interface ConsoleEnv {
  Bindings: HttpBindings
  Variables: {
    requestId: string
    /** Where the page is that asks. */
    origin: string
    /** Of the client. */
    address: string
    /** Hash of the cookie's token, and the live session that it stands for, be it half. */
    token: Buffer | undefined
    visitor: Signed | undefined
    /** Set by `requires`: who is signed in, wholly. */
    session: Signed
  }
}
