/** A database that was moved away says where to. */
import type { Client, Pool } from 'pg'
import { PlainError } from '#core/plain-error.ts'

/** Kept out of the schema, as the table of migrations is: made when a database is moved, and only there. */
export const MOVED_TABLE = 'korpu_moved'

/** The URL, with its password; `undefined` while this database is the one that counts. */
export async function movedTo(client: Pick<Client | Pool, 'query'>): Promise<string | undefined> {
  const { rows: found } = await client.query<{ readonly there: boolean }>(`SELECT to_regclass('${MOVED_TABLE}') IS NOT NULL AS there`)
  if (found[0]?.there !== true) return undefined
  const { rows } = await client.query<{ readonly url: string }>(`SELECT url FROM ${MOVED_TABLE} LIMIT 1`)
  return rows[0]?.url
}

export async function refuseMoved(client: Pick<Client | Pool, 'query'>): Promise<void> {
  const url = await movedTo(client)
  if (url === undefined) return
  throw new PlainError(
    `The embedded database was moved to ${placeOf(url)}; what is left here is its state of that moment.`,
    'Set DATABASE_URL to the database that it was moved to.',
  )
}

/** Without user, password and options. */
const placeOf = (url: string): string => url.replace(/:\/\/.*@/s, '://').replace(/\?.*/s, '')
