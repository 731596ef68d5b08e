import type { Pool } from 'pg'
import type { MediaType, MessageType, PartyId } from '#core/message.ts'
import type { CaseRecord, Store } from '#core/ports.ts'
import type { PersonCategoryCode } from '#schemas/generated/types.ts'
import { clocksOf, RUNNING } from './clocks.ts'
import { isId } from './id.ts'
import { run, statement } from './pool.ts'
import { documentOf } from './rows.ts'

/** The columns of `CaseRow`, from a conversation `c`. */
const CASE = `c.id, c.agreement, c.participants, c.state, c.length, c.rule_set_version, c.category, c.clock_revision, ${RUNNING} AS clocks,
    (SELECT json_agg(json_build_array(h.message_id, h.type, h.sender, h.recipient) ORDER BY h.number)
     FROM message AS h WHERE h.conversation_id = c.id) AS history`

const KNOWN = statement(
  'known',
  `SELECT m.digest, m.receipt_media_type, m.receipt_bytes, m.receipt_signature,
    ${CASE}
  FROM (SELECT) AS one
  LEFT JOIN message AS m ON m.message_id = :messageId AND m.sender = :sender
  LEFT JOIN conversation AS c ON c.id = :conversationId`,
)

const CONVERSATION = statement('conversation', `SELECT ${CASE} FROM conversation AS c WHERE c.id = :id`)

interface CaseRow {
  readonly id: string
  readonly agreement: string
  readonly participants: readonly PartyId[]
  readonly state: string
  readonly length: number
  readonly rule_set_version: number | null
  readonly category: PersonCategoryCode | null
  readonly clock_revision: number
  readonly clocks: Parameters<typeof clocksOf>[0]
  readonly history: readonly [messageId: string, type: MessageType, from: PartyId, to: PartyId][]
}

interface KnownRow extends Omit<CaseRow, 'id'> {
  readonly digest: string | null
  readonly receipt_media_type: MediaType | null
  readonly receipt_bytes: Uint8Array | null
  readonly receipt_signature: string | null
  readonly id: string | null
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
    conversation: row.id === null ? undefined : caseOf({ ...row, id: row.id }),
  }
}

export async function conversation(pool: Pool, id: string): Promise<CaseRecord | undefined> {
  if (!isId(id)) return undefined
  const [row] = await run<CaseRow>(pool, CONVERSATION, { id })
  return row && caseOf(row)
}

function caseOf({ id, agreement, participants, state, length, history, ...row }: CaseRow): CaseRecord {
  return {
    id,
    agreement,
    participants,
    state,
    length,
    history: history.map(([messageId, type, from, to]) => ({ messageId, type, from, to })),
    ruleSetVersion: row.rule_set_version ?? undefined,
    category: row.category ?? undefined,
    clocks: clocksOf(row.clocks),
    clockRevision: row.clock_revision,
  }
}
