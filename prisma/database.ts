/** Opens the hub's database, wherever it is. */
import type { Pool } from 'pg'
import type { Accounts, Sessions } from '#core/console/accounts.ts'
import type { Alerts } from '#core/console/alerts.ts'
import type { Approvals } from '#core/console/approvals.ts'
import type { Reading } from '#core/console/reading.ts'
import type { AgreedRetention } from '#core/console/retention.ts'
import type { Bodies } from '#core/console/revealing.ts'
import type { Traffic } from '#core/console/traffic.ts'
import type { Trail } from '#core/console/trail.ts'
import type { Verifications } from '#core/console/verifying.ts'
import type { LabSessions } from '#core/lab/sessions.ts'
import type { Operations } from '#core/operations.ts'
import { PlainError } from '#core/plain-error.ts'
import type { Log, Store, StoreKeys } from '#core/ports.ts'
import type { References } from '#core/references.ts'
import type { Repeating } from '#core/repeat.ts'
import { asked, freeOrphans, isAlone, refuseUnreachable } from './alone.ts'
import { dataKeys } from './at-rest/data-keys.ts'
import { refuseUnknownKeys } from './at-rest/known-keys.ts'
import { postgresAccounts } from './console/accounts.ts'
import { postgresAlerts } from './console/alerts.ts'
import { postgresApprovals } from './console/approvals.ts'
import { postgresBodies } from './console/bodies.ts'
import { postgresReading } from './console/reading.ts'
import { postgresRetention } from './console/retention.ts'
import { postgresSessions } from './console/sessions.ts'
import { postgresTraffic } from './console/traffic.ts'
import { postgresTrail } from './console/trail.ts'
import { postgresVerifications } from './console/verifications.ts'
import { type Embedded, startEmbedded } from './embedded/start.ts'
import { followMove } from './follow-move.ts'
import { postgresLabSessions } from './lab-sessions.ts'
import { migrate } from './migrate.ts'
import { refuseMoved } from './moved.ts'
import { postgresOperations } from './operations.ts'
import { openPool, storeFailure } from './pool.ts'
import { postgresReferences } from './references.ts'
import { postgresStore } from './store.ts'

/** A PostgreSQL server, or the folder of the embedded one. The `owner` of the folder stops the embedded one even when it found it running, unless another hub uses it. */
export type Where = { readonly url: string } | { readonly dataDir: string; readonly owner: boolean }

export interface Database {
  readonly store: Store
  readonly pool: Pool
  readonly operations: Operations
  readonly accounts: Accounts
  readonly sessions: Sessions
  readonly reading: Reading
  readonly traffic: Traffic
  readonly approvals: Approvals
  readonly bodies: Bodies
  readonly references: References

  readonly trail: Trail
  readonly alerts: Alerts
  readonly verifications: Verifications
  /** Retention rules that were agreed on in the console. */
  readonly retention: AgreedRetention
  readonly labSessions: LabSessions
  /** For `replaceDirectory`. Holds a password. */
  readonly url: string
  /**
   * For a hub on the embedded database: until `close`, starts it again whenever it is gone, and goes on where `korpu move` has carried it.
   * A server is for others to look after.
   */
  readonly watch: (log: Log) => void
  /** Closes the store, and stops the embedded PostgreSQL when this process started or owns it and no other hub uses it. */
  readonly close: () => Promise<void>
}

/** Starts what must be started and applies what is pending. Throws a PlainError when an operator has to put something right. */
export async function openDatabase(where: Where, keys: StoreKeys, poolSize = 16): Promise<Database> {
  const { url, stop, embedded } = await reach(where)
  try {
    await asked(url, refuseMoved)
    await migrate(url)
    await asked(url, (client) => refuseUnknownKeys(client, keys))
    await freeOrphans(url)
  } catch (failure) {
    await stop()
    // The server may go away at any moment of a start.
    throw failure instanceof PlainError ? failure : storeFailure(failure)
  }
  let open = { url, pool: openPool(url, poolSize), leave: stop }
  let ports = portsOn(open.pool, keys)
  let following: Repeating | undefined
  const go = async (next: string): Promise<void> => {
    const pool = openPool(next, poolSize)
    await pool.query('SELECT')
    const left = open
    open = { url: next, pool, leave: async () => {} }
    ports = portsOn(pool, keys)
    await left.pool.end()
    await left.leave()
  }
  return {
    // Where the hub goes on after a move, those who hold these go on too.
    store: standingFor(() => ports.store),
    operations: standingFor(() => ports.operations),
    accounts: standingFor(() => ports.accounts),
    sessions: standingFor(() => ports.sessions),
    reading: standingFor(() => ports.reading),
    traffic: standingFor(() => ports.traffic),
    approvals: standingFor(() => ports.approvals),
    bodies: standingFor(() => ports.bodies),
    references: standingFor(() => ports.references),

    trail: standingFor(() => ports.trail),
    alerts: standingFor(() => ports.alerts),
    verifications: standingFor(() => ports.verifications),
    retention: standingFor(() => ports.retention),
    labSessions: standingFor(() => ports.labSessions),
    get pool() {
      return open.pool
    },
    get url() {
      return open.url
    },
    watch: (log) => {
      following = embedded && followMove(open.pool, embedded, go, log)
    },
    close: async () => {
      await following?.stop()
      await ports.store.close()
      await open.leave()
    },
  }
}

const portsOn = (pool: Pool, keys: StoreKeys) => ({
  store: postgresStore(pool, keys),
  operations: postgresOperations(pool),
  accounts: postgresAccounts(pool),
  sessions: postgresSessions(pool),
  reading: postgresReading(pool),
  traffic: postgresTraffic(pool),
  approvals: postgresApprovals(pool),
  bodies: postgresBodies(pool, dataKeys(pool, keys)),
  references: postgresReferences(pool, dataKeys(pool, keys)),
  trail: postgresTrail(pool),
  alerts: postgresAlerts(pool),
  verifications: postgresVerifications(pool),
  retention: postgresRetention(pool),
  labSessions: postgresLabSessions(pool),
})

const standingFor = <T extends object>(current: () => T): T => new Proxy({} as T, { get: (_, name) => Reflect.get(current(), name) })

interface Reached {
  readonly url: string
  readonly stop: () => Promise<void>
  readonly embedded: Embedded | undefined
}

async function reach(where: Where): Promise<Reached> {
  if ('url' in where) {
    await refuseUnreachable(where.url)
    return { url: where.url, stop: async () => {}, embedded: undefined }
  }
  const embedded = await startEmbedded(where.dataDir)
  const { url, startedHere, stop } = embedded
  const mine = startedHere || where.owner
  return { url, stop: async () => (mine && (await isAlone(url)) ? stop() : undefined), embedded }
}
