import type { Pool } from 'pg'
import type { PartyId } from '#core/message.ts'
import { comparable, type References, referencesOf } from '#core/references.ts'
import type { Body } from '#schemas/generated/types.ts'
import { messageKeyIn, partIn } from './at-rest/bodies.ts'
import type { DataKeys, KeyColumns } from './at-rest/data-keys.ts'
import { type ReferenceHashes, referenceHashes } from './at-rest/reference-key.ts'
import { run, statement } from './pool.ts'

/** A CTE of a statement that stores a message: what finds its case. Takes the parameter `references`. */
export const REFERRING = `referred AS (
    INSERT INTO case_reference (hash, conversation_id)
    SELECT unnest(:references::bytea[]), conversation_id FROM written ON CONFLICT DO NOTHING
  )`

const MOST_FOUND = 20
const AT_ONCE = 200

const FIND = statement(
  'references_find',
  `SELECT conversation_id FROM case_reference WHERE hash = ANY (:hashes::bytea[]) ORDER BY conversation_id LIMIT ${MOST_FOUND}`,
)

/** A process that did not know of the key yet may have accepted some for a moment after it was made. */
const BEFORE = statement(
  'references_before',
  `SELECT m.message_id, m.sender, m.conversation_id, m.received_at, b.content, b.key_id, b.wrapped_key
  FROM reference_key AS k CROSS JOIN LATERAL (
    SELECT message_id, sender, conversation_id, received_at FROM message
    WHERE received_at < least(k.made_at + interval '1 minute', :now::timestamptz)
      AND (received_at, message_id, sender) > (k.reached_at, k.reached_id, k.reached_of)
    ORDER BY received_at, message_id, sender LIMIT ${AT_ONCE}
  ) AS m
  LEFT JOIN message_body AS b ON b.message_id = m.message_id AND b.sender = m.sender
  ORDER BY m.received_at, m.message_id, m.sender`,
)

const TAKE_IN = statement(
  'references_take_in',
  `WITH reached AS (
    UPDATE reference_key SET reached_at = :at::timestamptz, reached_id = :id::uuid, reached_of = :of
    WHERE (reached_at, reached_id, reached_of) < (:at::timestamptz, :id::uuid, :of::text)
  )
  INSERT INTO case_reference (hash, conversation_id)
  SELECT * FROM unnest(:hashes::bytea[], :conversationIds::uuid[]) ON CONFLICT DO NOTHING`,
)

interface Row extends KeyColumns {
  readonly message_id: string
  readonly sender: PartyId
  readonly conversation_id: string
  readonly received_at: Date
  /** Erased, where there is none. */
  readonly content: Uint8Array | null
}

export function postgresReferences(pool: Pool, keys: DataKeys): References {
  const hashes = referenceHashes(pool, keys)
  return {
    find: async (reference) => {
      const rows = await run<Pick<Row, 'conversation_id'>>(pool, FIND, { hashes: await hashes([comparable(reference)]) })
      return rows.map((row) => row.conversation_id)
    },
    takeIn: (now) => takeIn(pool, keys, hashes, now),
  }
}

async function takeIn(pool: Pool, keys: DataKeys, hashes: ReferenceHashes, now: Date): Promise<'more' | 'done'> {
  const rows = await run<Row>(pool, BEFORE, { now })
  const last = rows.at(-1)
  if (!last) return 'done'
  const found = await Promise.all(
    rows.map(async (row) => (await hashes(givenIn(keys, row))).map((hash) => ({ hash, conversationId: row.conversation_id }))),
  )
  await run(pool, TAKE_IN, {
    at: last.received_at,
    id: last.message_id,
    of: last.sender,
    hashes: found.flat().map(({ hash }) => hash),
    conversationIds: found.flat().map(({ conversationId }) => conversationId),
  })
  return rows.length === AT_ONCE ? 'more' : 'done'
}

/** What cannot be read is not found; whoever reads the message itself is told why. */
function givenIn(keys: DataKeys, row: Row): readonly string[] {
  if (row.content === null) return []
  const key = { messageId: row.message_id, from: row.sender }
  try {
    const content = partIn(messageKeyIn(keys, key, row), key, 'content', row.content)
    return referencesOf(JSON.parse(Buffer.from(content).toString('utf8')) as { readonly body: Body })
  } catch {
    return []
  }
}
