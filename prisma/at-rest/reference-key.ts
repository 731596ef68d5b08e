/** The key of the hashes by which cases are found: one for the database, made at random, kept as the keys of messages are. */
import { createHmac } from 'node:crypto'
import type { Pool } from 'pg'
import { run, statement } from '#prisma/pool.ts'
import { type DataKeys, type KeyColumns, wrappedIn } from './data-keys.ts'

export const ABOUT_REFERENCES = 'case references'

/** Half of SHA-256 tells apart all cases there will be. */
const BYTES = 16

const FIND = statement('reference_key', 'SELECT key_id, wrapped_key FROM reference_key')
const KEEP = statement(
  'reference_key_keep',
  `INSERT INTO reference_key (id, key_id, wrapped_key, made_at, reached_at, reached_id, reached_of)
  VALUES (1, :keyId, :wrappedKey, now(), 'epoch', '00000000-0000-0000-0000-000000000000', '') ON CONFLICT DO NOTHING`,
)

/** Hashes of what is compared; none as long as there may be no key (see `DataKeys.make`): what is accepted meanwhile is taken in later. */
export type ReferenceHashes = (references: readonly string[]) => Promise<readonly Uint8Array[]>

export function referenceHashes(pool: Pool, keys: DataKeys): ReferenceHashes {
  let known: Uint8Array | undefined
  const find = async (): Promise<Uint8Array | undefined> => {
    const [row] = await run<KeyColumns>(pool, FIND, {})
    const wrapped = row && wrappedIn(row)
    return wrapped && keys.open(ABOUT_REFERENCES, wrapped).secret
  }
  const make = async (): Promise<Uint8Array | undefined> => {
    const key = await keys.make(ABOUT_REFERENCES)
    if (!key) return undefined
    // Of several processes that make one, one keeps it.
    await run(pool, KEEP, key)
    return find()
  }
  return async (references) => {
    if (references.length === 0) return []
    known ??= (await find()) ?? (await make())
    const key = known
    return key ? references.map((one) => createHmac('sha256', key).update(one).digest().subarray(0, BYTES)) : []
  }
}
