/** A backlog as large as wished for: copies of the first message to `xc`, in cases of their own, written straight into the tables. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { StoreKeys } from '#core/ports.ts'
import { messageKeyIn, partIn } from '#prisma/at-rest/bodies.ts'
import { dataKeys } from '#prisma/at-rest/data-keys.ts'

export const CASE_LENGTH = 5

/** `$1` messages; `$2` is the content of the first, and the copies are not encrypted. The content names its own ids, so they are put in their places there, too. */
const FILL = `
  WITH first AS (
    SELECT m.*, $2::bytea AS content, d.expires_at AS until FROM delivery AS d
    JOIN message AS m USING (message_id, sender) WHERE d.party = 'xc' LIMIT 1
  ), cases AS MATERIALIZED (
    SELECT gen_random_uuid() AS id FROM generate_series(1, $1::int / ${CASE_LENGTH})
  ), fresh AS MATERIALIZED (
    SELECT gen_random_uuid() AS id, cases.id AS case_id, number FROM cases CROSS JOIN generate_series(1, ${CASE_LENGTH}) AS number
  ), opened AS (
    INSERT INTO conversation (id, agreement, participants, state, length)
    SELECT cases.id, c.agreement, c.participants, c.state, ${CASE_LENGTH} FROM cases, first JOIN conversation AS c ON c.id = first.conversation_id
  ), written AS (
    INSERT INTO message (message_id, sender, recipient, conversation_id, number, type, version, agreement, created_at, received_at, content_digest)
    SELECT fresh.id, sender, recipient, case_id, fresh.number, type, version, agreement, created_at, received_at, content_digest FROM fresh, first
  ), bodied AS (
    INSERT INTO message_body (message_id, sender, content)
    SELECT fresh.id, sender, convert_to(replace(replace(convert_from(content, 'UTF8'), first.message_id::text, fresh.id::text),
      first.conversation_id::text, case_id::text), 'UTF8') FROM fresh, first
  )
  INSERT INTO delivery (delivery_id, message_id, sender, conversation_id, number, party, transport, state, attempts, waiting_since, due_at, expires_at)
  SELECT gen_random_uuid(), fresh.id, sender, case_id, fresh.number, 'xc', 'push', 'pending', 0, received_at, received_at, until FROM fresh, first`

const FIRST = `
  SELECT message_id, sender, content, key_id, wrapped_key FROM message_body JOIN delivery AS d USING (message_id, sender) WHERE d.party = 'xc' LIMIT 1`

/** @param keys of the hub whose database it is. */
export async function fillBacklog(pool: Pool, keys: StoreKeys, count: number): Promise<void> {
  const { rows } = await pool.query(FIRST)
  const [first] = rows
  const message = { messageId: first.message_id, from: first.sender }
  const content = partIn(messageKeyIn(dataKeys(pool, keys), message, first), message, 'content', first.content)
  await pool.query(FILL, [count, content])
  await pool.query('ANALYZE')
}

/** Until the hub knows that `xc` does not answer. */
export async function untilSilent(pool: Pool): Promise<void> {
  for (;;) {
    const { rowCount } = await pool.query(`SELECT FROM breaker WHERE party = 'xc' AND opened_at IS NOT NULL`)
    if (rowCount === 1) return
    await sleep(200)
  }
}
