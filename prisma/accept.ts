import { DatabaseError, type Pool } from 'pg'
import type { Acceptance, Lease, Store } from '#core/ports.ts'
import type { DataKeys } from './at-rest/data-keys.ts'
import type { ReferenceHashes } from './at-rest/reference-key.ts'
import { audited, auditingAside } from './audit.ts'
import { clocked, clocking } from './clocks.ts'
import { INSERTING, inserted } from './insert.ts'
import { run, type Statement, statement } from './pool.ts'
import { REFERRING } from './references.ts'

/** Links what the message names, and notes whose contents it asks to erase; whatever has expired meanwhile, the foreign key refuses. */
const NAMING = `kept AS (
    UPDATE attachment SET expires_at = NULL FROM written
    WHERE attachment_id = ANY (:attachmentIds::uuid[]) AND attachment.expires_at IS NOT NULL
  ), named AS (
    INSERT INTO message_attachment (message_id, sender, attachment_id)
    SELECT message_id, sender, unnest(:attachmentIds::uuid[]) FROM written
  ), asked AS (
    UPDATE message AS of SET erasure_rule = :type::text || ' ' || written.message_id FROM written
    WHERE of.message_id = ANY (:erasures::uuid[]) AND of.sender = written.sender AND of.conversation_id = written.conversation_id
      AND of.erased_at IS NULL
  )`

const ANSWER = 'SELECT EXISTS (SELECT FROM outbox WHERE leased_by IS NOT NULL) AS leased FROM linked'

/**
 * One statement, so that it is one round trip and one transaction. No row means that the conversation is not what the rules saw.
 * Most messages change no clock and do not pay for those that do.
 */
function accepting(name: string, numbered: string): { readonly plain: Statement; readonly withClocks: Statement } {
  const storing = `WITH numbered AS (${numbered} RETURNING length), ${INSERTING}, ${NAMING}, ${REFERRING}`
  return {
    plain: statement(name, `${storing}, ${auditingAside('written')} ${ANSWER}`),
    withClocks: statement(`${name}_with_clocks`, `${storing}, ${clocking('written')}, ${auditingAside('written')} ${ANSWER}`),
  }
}

const OPEN = accepting(
  'accept_first',
  `INSERT INTO conversation (id, agreement, participants, state, length, rule_set_version, category, clock_revision)
  VALUES (:conversationId::uuid, :caseAgreement, :participants, :state, 1, :ruleSetVersion, :category, :clockMoves)
  ON CONFLICT (id) DO NOTHING`,
)

const CONTINUE = accepting(
  'accept_next',
  `UPDATE conversation SET participants = :participants, state = :state, length = length + 1,
    category = :category, clock_revision = clock_revision + :clockMoves
  WHERE id = :conversationId::uuid AND length = :length AND clock_revision = :clockRevision`,
)

export async function accept(
  pool: Pool,
  keys: DataKeys,
  hashes: ReferenceHashes,
  acceptance: Acceptance,
  lease?: Lease,
): ReturnType<Store['accept']> {
  const { conversation, audit, clocks } = acceptance
  const { plain, withClocks } = conversation.length === 0 ? OPEN : CONTINUE
  try {
    const [recorded] = await run<{ readonly leased: boolean }>(pool, clocks.length > 0 ? withClocks : plain, {
      ...(await inserted(keys, { ...acceptance, lease })),
      ...audited(audit),
      attachmentIds: acceptance.attachments,
      erasures: acceptance.erasures,
      references: await hashes(acceptance.references),
      caseAgreement: conversation.agreement,
      participants: conversation.participants,
      state: conversation.state,
      length: conversation.length,
      ruleSetVersion: conversation.ruleSetVersion,
      category: conversation.category,
      clockRevision: conversation.clockRevision,
      ...clocked(clocks),
    })
    return recorded ? (recorded.leased ? 'leased' : 'accepted') : 'moved'
  } catch (failure) {
    if (failure instanceof DatabaseError && failure.constraint === 'message_pkey') return 'known'
    if (failure instanceof DatabaseError && failure.constraint === 'message_attachment_attachment_id_fkey') return 'moved'
    throw failure
  }
}
