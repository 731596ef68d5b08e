import type { Pool } from 'pg'
import type { MediaType, MessageType, PartyId } from '#core/message.ts'
import type { Conversation, Store } from '#core/ports.ts'
import { isId } from './id.ts'
import { run, statement } from './pool.ts'
import { documentOf } from './rows.ts'

const KNOWN = statement(
  'known',
  `SELECT m.digest, m.receipt_media_type, m.receipt_bytes, m.receipt_signature,
    c.id, c.agreement, c.participants, c.state, c.length,
    (SELECT json_agg(json_build_array(h.message_id, h.type, h.sender, h.recipient) ORDER BY h.number)
     FROM message AS h WHERE h.conversation_id = c.id) AS history
  FROM (SELECT) AS one
  LEFT JOIN message AS m ON m.message_id = :messageId AND m.sender = :sender
  LEFT JOIN conversation AS c ON c.id = :conversationId`,
)

interface KnownRow {
  readonly digest: string | null
  readonly receipt_media_type: MediaType | null
  readonly receipt_bytes: Uint8Array | null
  readonly receipt_signature: string | null
  readonly id: string | null
  readonly agreement: string
  readonly participants: readonly PartyId[]
  readonly state: string
  readonly length: number
  readonly history: readonly [messageId: string, type: MessageType, from: PartyId, to: PartyId][]
}

export async function known(pool: Pool, from: PartyId, messageId: string, conversationId: string): ReturnType<Store['known']> {
  const [row] = await run<KnownRow>(pool, KNOWN, {
    messageId: isId(messageId) ? messageId : null,
    sender: from,
    conversationId: isId(conversationId) ? conversationId : null,
  })
  if (row === undefined) return { first: undefined, conversation: undefined }
  const receipt = documentOf(row.receipt_media_type, row.receipt_bytes, row.receipt_signature)
  return {
    first: receipt && row.digest !== null ? { digest: row.digest, receipt } : undefined,
    conversation: row.id === null ? undefined : conversationOf(row, row.id),
  }
}

function conversationOf({ agreement, participants, state, length, history }: KnownRow, id: string): Conversation {
  return {
    id,
    agreement,
    participants,
    state,
    length,
    history: history.map(([messageId, type, from, to]) => ({ messageId, type, from, to })),
  }
}
