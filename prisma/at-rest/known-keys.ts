/** The database remembers under which store keys something in it may be encrypted, so that no hub starts that could not read all of it. */
import type { Client, Pool } from 'pg'
import { PlainError } from '#core/plain-error.ts'
import type { StoreKeys } from '#core/ports.ts'
import { run, statement } from '#prisma/pool.ts'

export async function refuseUnknownKeys(client: Client, keys: StoreKeys): Promise<void> {
  const { rows } = await client.query<{ readonly id: string }>('SELECT id FROM store_key ORDER BY since')
  const missing = rows.filter(({ id }) => !keys.find(id)).map(({ id }) => id)
  if (missing.length === 0) return
  throw new PlainError(
    `What the database keeps is encrypted with store keys that are not here: ${missing.join(', ')}.`,
    'Give the file of store keys that this database was used with: KORPU_STORE_KEY, or store.key in the data folder.',
  )
}

const REMEMBER = statement('store_key_remember', 'INSERT INTO store_key (id, since) VALUES (:id, now()) ON CONFLICT (id) DO NOTHING')

/** Before anything is encrypted under it. */
export async function rememberKey(pool: Pool, id: string): Promise<void> {
  await run(pool, REMEMBER, { id })
}
