/** Several hubs on one database: is another one there, and what did the dead ones leave behind. */
import { Client } from 'pg'
import { PlainError } from '#core/plain-error.ts'
import { OPEN } from './rows.ts'

/** Every hub keeps at least one connection of this name (see `openPool`). */
const OTHERS = `SELECT 1 FROM pg_stat_activity WHERE application_name = 'korpu' AND datname = current_database()`

/** PostgreSQL takes a moment to notice that a connection has ended, and two hubs may be ending at once. */
const PATIENCE_MS = 500
const LOOK_MS = 25

/** Whether no hub uses this database, one that does not run included. Says no only after a moment's patience. */
export async function isAlone(url: string): Promise<boolean> {
  const until = Date.now() + PATIENCE_MS
  try {
    return await asked(url, async (client) => {
      while ((await client.query(OTHERS)).rowCount !== 0) {
        if (Date.now() > until) return false
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
      }
      return true
    })
  } catch {
    return true
  }
}

/**
 * What a process that died had in hand would be due again when its lease runs out. Where no hub is connected, all of them are dead, and it is
 * due now. Leases of the mailbox stay: there it is the party that holds them.
 */
export async function freeOrphans(url: string): Promise<void> {
  if (!(await isAlone(url))) return
  await asked(url, (client) =>
    client.query(
      `UPDATE delivery SET due_at = now(), leased_by = NULL
      WHERE leased_by <> party AND ${OPEN} AND NOT EXISTS (${OTHERS})`,
    ),
  )
}

/** A sentence for the operator when a server cannot be reached. What pg says is not repeated: it may quote the address, and that has a password. */
export async function refuseUnreachable(url: string, setting = 'DATABASE_URL'): Promise<void> {
  try {
    await asked(url, async () => undefined)
  } catch (cause) {
    const { code } = cause as { readonly code?: string }
    throw new PlainError(
      `The database that ${setting} names cannot be used${code === undefined ? '' : ` (${code})`}.`,
      'Check its address, user and password, and that the server runs and lets this machine in.',
      cause,
    )
  }
}

/** One question over a connection of its own. */
export async function asked<T>(url: string, ask: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return await ask(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
