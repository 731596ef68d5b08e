/** The database of the hub under proof: where it is, what stands in it, and how it dies. */
import { join } from 'node:path'
import { Client } from 'pg'
import { verifyAudit } from '#prisma/audit.ts'
import { startEmbedded } from '#prisma/embedded/start.ts'
import { openPool } from '#prisma/pool.ts'
import { killDatabase } from './processes.ts'
import type { Booked } from './verdict.ts'

export interface Books {
  /** The socket on which it listens. */
  readonly address: { readonly path: string }
  /** For a hub that reaches it through a port; with the superuser's password. */
  urlAt(port: number): string
  /** SIGKILL of PostgreSQL and all its children. */
  kill(): Promise<void>
  /** A fast shutdown. */
  stop(): Promise<void>
  /** Where it does not run. */
  start(): Promise<void>
  /** Deliveries that are not settled. */
  open(): Promise<number>
  read(): Promise<readonly Booked[]>
  /** Chains of the audit trail that do not hold. */
  broken(): Promise<readonly string[]>
}

export async function openBooks(dataDir: string): Promise<Books> {
  const folder = join(dataDir, 'database')
  const { url, stop } = await startEmbedded(folder)

  const asked = async <Row extends object>(sql: string): Promise<readonly Row[]> => {
    const client = new Client({ connectionString: url })
    client.on('error', () => undefined)
    await client.connect()
    try {
      return (await client.query<Row>(sql)).rows
    } finally {
      await client.end()
    }
  }

  const there = new URL(url.replace('@/', '@localhost/'))
  return {
    address: { path: join(there.searchParams.get('host') ?? '', '.s.PGSQL.5432') },
    urlAt: (port) => `postgresql://${there.username}:${there.password}@127.0.0.1:${port}${there.pathname}`,
    stop,
    kill: () => killDatabase(dataDir),
    start: async () => void (await startEmbedded(folder)),
    open: async () => {
      const [row] = await asked<{ readonly open: number }>(
        `SELECT count(*)::int AS open FROM delivery WHERE state NOT IN ('delivered', 'expired', 'cancelled')`,
      )
      return row?.open ?? 0
    },
    read: async () => {
      const rows = await asked<Omit<Booked, 'digest'> & { readonly digest: string | null }>(
        `SELECT delivery_id AS "deliveryId", state, digest FROM delivery`,
      )
      return rows.map(({ digest, ...row }) => ({ ...row, digest: digest ?? undefined }))
    },
    broken: async () => {
      const pool = openPool(url, 2)
      try {
        return (await verifyAudit(pool)).broken.map(({ party, lane, number }) => `audit chain of ${party}, lane ${lane}, link ${number}`)
      } finally {
        await pool.end()
      }
    },
  }
}
