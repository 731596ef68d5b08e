/** Wraps all data keys under the newest store key. What they encrypt is not touched. */
import type { Pool } from 'pg'
import type { PartyId } from '#core/message.ts'
import type { StoreKeys } from '#core/ports.ts'
import { run, type Statement, statement } from '#prisma/pool.ts'
import { aboutAttachment } from './attachments.ts'
import { aboutMessage } from './bodies.ts'
import { dataKeys, type WrappedKey } from './data-keys.ts'
import { ABOUT_REFERENCES } from './reference-key.ts'

const AT_ONCE = 500

export interface Rotated {
  /** Data keys that are wrapped under the newest store key now and were not before. */
  readonly wrapped: number
  /** Data keys under others: of uploads under way, of processes that still wrap with an older one, or damaged. */
  readonly left: number
}

const BODIES = statement(
  'rotate_bodies',
  `SELECT message_id, sender, key_id, wrapped_key FROM message_body
  WHERE key_id <> :newest AND (message_id, sender) > (:afterId::uuid, :afterSender::text)
  ORDER BY message_id, sender LIMIT ${AT_ONCE}`,
)

/** Only where it is still the key that was read: somebody else may be at it as well, or have erased it. */
const SET_BODIES = statement(
  'rotate_set_bodies',
  `UPDATE message_body AS b SET key_id = :newest, wrapped_key = new.wrapped
  FROM unnest(:ids::uuid[], :senders::text[], :keyIds::text[], :wrapped::bytea[]) AS new (id, sender, key_id, wrapped)
  WHERE b.message_id = new.id AND b.sender = new.sender AND b.key_id = new.key_id AND new.wrapped IS NOT NULL
  RETURNING b.message_id`,
)

const ATTACHMENTS = statement(
  'rotate_attachments',
  `SELECT attachment_id, size, key_id, wrapped_key FROM attachment
  WHERE key_id <> :newest AND media_type IS NOT NULL AND attachment_id > :afterId::uuid
  ORDER BY attachment_id LIMIT ${AT_ONCE}`,
)

const SET_ATTACHMENTS = statement(
  'rotate_set_attachments',
  `UPDATE attachment AS a SET key_id = :newest, wrapped_key = new.wrapped
  FROM unnest(:ids::uuid[], :keyIds::text[], :wrapped::bytea[]) AS new (id, key_id, wrapped)
  WHERE a.attachment_id = new.id AND a.key_id = new.key_id AND new.wrapped IS NOT NULL
  RETURNING a.attachment_id`,
)

const REFERENCES = statement('rotate_references', 'SELECT key_id, wrapped_key FROM reference_key WHERE key_id <> :newest')
const SET_REFERENCES = statement(
  'rotate_set_references',
  `UPDATE reference_key SET key_id = :newest, wrapped_key = (:wrapped::bytea[])[1]
  WHERE key_id = ANY (:keyIds::text[]) AND (:wrapped::bytea[])[1] IS NOT NULL RETURNING id`,
)

const LEFT = statement(
  'rotate_left',
  `SELECT (SELECT count(*) FROM message_body WHERE key_id <> :newest)::int + (SELECT count(*) FROM attachment WHERE key_id <> :newest)::int
    + (SELECT count(*) FROM reference_key WHERE key_id <> :newest)::int AS left`,
)

/** The store keys that nothing needs any more; a hub that starts does not ask for them. */
const FORGET = statement('rotate_forget', 'DELETE FROM store_key WHERE id <> :newest RETURNING id')

interface Wrapped {
  readonly key_id: string
  readonly wrapped_key: Uint8Array
}
interface Body extends Wrapped {
  readonly message_id: string
  readonly sender: PartyId
}
interface Attachment extends Wrapped {
  readonly attachment_id: string
  readonly size: number
}

const FIRST = '00000000-0000-0000-0000-000000000000'

export async function rotateStoreKey(pool: Pool, storeKeys: StoreKeys): Promise<Rotated> {
  const keys = dataKeys(pool, storeKeys)
  const newest = storeKeys.newest.id
  const rewrapped = (about: string, { key_id: keyId, wrapped_key: wrappedKey }: Wrapped): WrappedKey | undefined => {
    try {
      return keys.wrap(about, keys.open(about, { keyId, wrappedKey }).secret)
    } catch {
      return undefined
    }
  }
  await keys.remember()
  let wrapped = 0
  let body: Body | undefined
  do {
    const rows: readonly Body[] = await run<Body>(pool, BODIES, {
      newest,
      afterId: body?.message_id ?? FIRST,
      afterSender: body?.sender ?? '',
    })
    const about = (row: Body): string => aboutMessage({ messageId: row.message_id, from: row.sender })
    const ids = rows.map(({ message_id }) => message_id)
    const senders = rows.map(({ sender }) => sender)
    wrapped += await set(pool, SET_BODIES, { newest, ids, senders }, rows, (row) => rewrapped(about(row), row))
    body = rows.at(-1)
  } while (body)
  let attachment: Attachment | undefined
  do {
    const rows: readonly Attachment[] = await run<Attachment>(pool, ATTACHMENTS, { newest, afterId: attachment?.attachment_id ?? FIRST })
    const ids = rows.map(({ attachment_id }) => attachment_id)
    wrapped += await set(pool, SET_ATTACHMENTS, { newest, ids }, rows, (row) =>
      rewrapped(aboutAttachment(row.attachment_id, row.size), row),
    )
    attachment = rows.at(-1)
  } while (attachment)
  const references = await run<Wrapped>(pool, REFERENCES, { newest })
  wrapped += await set(pool, SET_REFERENCES, { newest }, references, (row) => rewrapped(ABOUT_REFERENCES, row))
  const [counted] = await run<{ readonly left: number }>(pool, LEFT, { newest })
  const left = counted?.left ?? 0
  if (left === 0) await run(pool, FORGET, { newest })
  return { wrapped, left }
}

async function set<Row extends Wrapped>(
  pool: Pool,
  into: Statement,
  which: object,
  rows: readonly Row[],
  rewrapped: (row: Row) => WrappedKey | undefined,
): Promise<number> {
  if (rows.length === 0) return 0
  const keyIds = rows.map(({ key_id }) => key_id)
  return (await run(pool, into, { ...which, keyIds, wrapped: rows.map((row) => rewrapped(row)?.wrappedKey) })).length
}
