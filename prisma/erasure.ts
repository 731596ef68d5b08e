import type { Pool } from 'pg'
import type { DueErasure, Erased, Erasure } from '#core/erasure.ts'
import type { PartyId } from '#core/message.ts'
import { audited, auditing } from './audit.ts'
import { isId } from './id.ts'
import { run, statement } from './pool.ts'
import { OPEN } from './rows.ts'

/** Days count from the last message of the case, whoever sent it. */
const DUE = statement(
  'erasure_due',
  `SELECT m.message_id, m.sender, coalesce(m.erasure_rule, ruled.rule) AS rule
  FROM message AS m JOIN conversation AS c ON c.id = m.conversation_id
  LEFT JOIN LATERAL (
    SELECT one ->> 'rule' AS rule, (one ->> 'days')::int AS days FROM jsonb_array_elements(:rules::jsonb) WITH ORDINALITY AS listed (one, place)
    WHERE (NOT one ? 'types' OR one -> 'types' ? m.type) AND (NOT one ? 'outcomes' OR one -> 'outcomes' ? c.state)
    ORDER BY place
    LIMIT 1
  ) AS ruled ON true
  WHERE m.erased_at IS NULL
    AND (m.erasure_rule IS NOT NULL OR (m.received_at < :now::timestamptz - ruled.days * interval '1 day' AND NOT EXISTS (
      SELECT FROM message AS later
      WHERE later.conversation_id = m.conversation_id AND later.received_at >= :now::timestamptz - ruled.days * interval '1 day')))
    AND NOT EXISTS (SELECT FROM delivery AS d WHERE d.message_id = m.message_id AND d.sender = m.sender AND d.${OPEN})
  ORDER BY m.received_at
  LIMIT :limit`,
)

/**
 * The deliveries are locked before they are judged, so that none is replayed meanwhile; what is marked there keeps them from it ever after.
 * An attachment goes with the last message that names it.
 */
const ERASE = statement(
  'erase',
  `WITH locked AS (
    SELECT delivery_id, state FROM delivery WHERE message_id = :messageId::uuid AND sender = :sender::text FOR UPDATE
  ), done AS (
    UPDATE message SET erased_at = :now::timestamptz, erasure_rule = :rule::text
    WHERE message_id = :messageId::uuid AND sender = :sender::text AND erased_at IS NULL
      AND NOT EXISTS (SELECT FROM locked WHERE ${OPEN})
    RETURNING message_id, sender
  ), emptied AS (
    DELETE FROM message_body AS b USING done WHERE b.message_id = done.message_id AND b.sender = done.sender
  ), cleared AS (
    UPDATE delivery AS d SET encoded_bytes = NULL, encoded_signature = NULL, erased = true
    FROM done WHERE d.message_id = done.message_id AND d.sender = done.sender
  ), unnamed AS (
    DELETE FROM message_attachment AS named USING done WHERE named.message_id = done.message_id AND named.sender = done.sender
    RETURNING attachment_id
  ), gone AS (
    DELETE FROM attachment AS a USING unnamed WHERE a.attachment_id = unnamed.attachment_id AND NOT EXISTS (
      SELECT FROM message_attachment AS other
      WHERE other.attachment_id = a.attachment_id AND (other.message_id, other.sender) <> (:messageId::uuid, :sender::text))
  ), ${auditing('done')}`,
)

interface ErasedColumns {
  readonly erased_at: Date | null
  readonly erasure_rule: string | null
}

export const erasedIn = ({ erased_at: at, erasure_rule: rule }: ErasedColumns): Erased | undefined =>
  at === null || rule === null ? undefined : { at, rule }

export function postgresErasure(pool: Pool): Erasure {
  return {
    due: async (rules, now, limit) => {
      const rows = await run<{ readonly message_id: string; readonly sender: PartyId; readonly rule: string }>(pool, DUE, {
        rules: JSON.stringify(rules),
        now,
        limit,
      })
      return rows.map(({ message_id: messageId, sender: from, rule }): DueErasure => ({ messageId, from, rule }))
    },
    erase: async ({ messageId, from, rule }, by) => {
      if (!isId(messageId)) return false
      const audit = audited({ event: `ContentErasure ${rule}`, party: from, messageId, ...by })
      return (await run(pool, ERASE, { messageId, sender: from, rule, now: by.at, ...audit })).length === 1
    },
  }
}
