/** Bodies of messages for those who may see them: counted and audited first, in one statement. */

import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { type Bodies, REVEALS_AN_HOUR } from '#core/console/revealing.ts'
import { HUB } from '#core/hub.ts'
import type { MessageType, PartyId } from '#core/message.ts'
import { messageKeyIn, partIn } from '#prisma/at-rest/bodies.ts'
import type { DataKeys, KeyColumns } from '#prisma/at-rest/data-keys.ts'
import { audited, auditing, record } from '#prisma/audit.ts'
import { isId } from '#prisma/id.ts'
import { run, statement } from '#prisma/pool.ts'
import type { Body } from '#schemas/generated/types.ts'

const HOUR_MS = 3_600_000

/** `keys` open what stands encrypted. */
export function postgresBodies(pool: Pool, keys: DataKeys): Bodies {
  return {
    async mayReveal({ messageId, from, purpose, classes }, doing) {
      const found = await messages(pool, messageId, from)
      const [message] = found
      if (!message) return 'absent'
      if (found.length > 1) return 'ambiguous'
      if (!message.type) return 'erased'
      const event = { event: `message.revealed ${purpose} ${classes.join('+')}`, party: HUB, messageId, ...doing }
      const given = { revealId: randomUUID(), account: doing.by, since: new Date(doing.at.getTime() - HOUR_MS), ...audited(event) }
      if ((await run(pool, REVEAL, given)).length === 1) return 'yes'
      await record(pool, { ...event, event: 'message.reveal-refused' })
      return 'hurried'
    },
    async read(messageId, from) {
      const [message] = await messages(pool, messageId, from)
      if (!message?.type || !message.content) return undefined
      const key = { messageId, from: message.sender }
      const content = partIn(messageKeyIn(keys, key, message), key, 'content', message.content)
      const { body } = JSON.parse(Buffer.from(content).toString('utf8')) as { readonly body: Body }
      return { type: message.type, body }
    },
  }
}

const FIND = statement(
  'console_body',
  `SELECT CASE WHEN content IS NULL THEN NULL ELSE type END AS type, sender, content, key_id, wrapped_key
  FROM message LEFT JOIN message_body USING (message_id, sender)
  WHERE message_id = :messageId::uuid AND (:from::text IS NULL OR sender = :from) LIMIT 2`,
)

interface BodyRow extends KeyColumns {
  readonly sender: PartyId
  readonly type: MessageType | null
  readonly content: Uint8Array | null
}

const messages = async (pool: Pool, messageId: string, from: string | undefined): Promise<readonly BodyRow[]> =>
  isId(messageId) ? run<BodyRow>(pool, FIND, { messageId, from: from ?? null }) : []

/** Two at once may both be the last: it slows a person down, it is no lock. */
const REVEAL = statement(
  'console_reveal',
  `WITH revealed AS (
    INSERT INTO console_reveal (reveal_id, account, at)
    SELECT :revealId::uuid, :account, :auditAt::timestamptz
    WHERE (SELECT count(*) FROM console_reveal WHERE account = :account AND at > :since::timestamptz) < ${REVEALS_AN_HOUR}
    RETURNING reveal_id
  ), ${auditing('revealed')}`,
)
