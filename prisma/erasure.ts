import type { Pool } from 'pg'
import type { DueErasure, Erased, Erasure, Look, Looked, RetentionRule } from '#core/erasure.ts'
import type { PartyId } from '#core/message.ts'
import { audited, auditing } from './audit.ts'
import { isId } from './id.ts'
import { run, runAll, statement } from './pool.ts'
import { OPEN } from './rows.ts'

/** How many messages one statement looks at. */
const LOOKED_AT = 1_000

const hasEnded = (message: string): string =>
  `NOT EXISTS (SELECT FROM delivery AS d WHERE d.message_id = ${message}.message_id AND d.sender = ${message}.sender AND d.${OPEN})`

/** As in its index. */
const ASKED = statement(
  'erasure_asked',
  `SELECT m.message_id, m.sender, m.erasure_rule AS rule FROM message AS m
  WHERE m.erasure_rule IS NOT NULL AND m.erased_at IS NULL AND ${hasEnded('m')} LIMIT :limit`,
)

/** Days count from the last message of the case, whoever sent it; that no message is later says as much of the message itself. */
const LOOK = statement(
  'erasure_look',
  `SELECT m.message_id, m.sender, m.received_at, ruled.rule FROM (
    SELECT message_id, sender, type, conversation_id, received_at, erased_at FROM message
    WHERE received_at < :youngest::timestamptz AND (received_at, message_id, sender) > (:fromAt::timestamptz, :fromId::uuid, :fromSender::text)
    ORDER BY received_at, message_id, sender LIMIT ${LOOKED_AT}
  ) AS m
  LEFT JOIN LATERAL (
    SELECT r.rule FROM conversation AS c CROSS JOIN LATERAL (
      SELECT one ->> 'rule' AS rule, :now::timestamptz - (one ->> 'days')::int * interval '1 day' AS youngest
      FROM jsonb_array_elements(:rules::jsonb) WITH ORDINALITY AS listed (one, place)
      WHERE (NOT one ? 'types' OR one -> 'types' ? m.type) AND (NOT one ? 'outcomes' OR one -> 'outcomes' ? c.state)
      ORDER BY place
      LIMIT 1
    ) AS r
    WHERE m.erased_at IS NULL AND c.id = m.conversation_id AND ${hasEnded('m')}
      AND NOT EXISTS (SELECT FROM message AS later WHERE later.conversation_id = m.conversation_id AND later.received_at >= r.youngest)
  ) AS ruled ON true
  ORDER BY m.received_at, m.message_id, m.sender`,
)

/**
 * The deliveries are locked before they are judged, so that none is replayed meanwhile; what is marked there keeps them from it ever after.
 * An attachment goes with the last message that names it, references with the last content of their case.
 */
const ERASE = statement(
  'erase',
  `WITH locked AS (
    SELECT delivery_id, state FROM delivery WHERE message_id = :messageId::uuid AND sender = :sender::text FOR UPDATE
  ), done AS (
    UPDATE message SET erased_at = :now::timestamptz, erasure_rule = :rule::text
    WHERE message_id = :messageId::uuid AND sender = :sender::text AND erased_at IS NULL
      AND NOT EXISTS (SELECT FROM locked WHERE ${OPEN})
    RETURNING message_id, sender, conversation_id
  ), emptied AS (
    DELETE FROM message_body AS b USING done WHERE b.message_id = done.message_id AND b.sender = done.sender
  ), unreferred AS (
    DELETE FROM case_reference AS r USING done WHERE r.conversation_id = done.conversation_id AND NOT EXISTS (
      SELECT FROM message AS other JOIN message_body USING (message_id, sender)
      WHERE other.conversation_id = done.conversation_id AND (other.message_id, other.sender) <> (done.message_id, done.sender))
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
    asked: async (limit) => (await run<DueRow>(pool, ASKED, { limit })).map(dueOf),
    look: (rules, now, from) => look(pool, rules, now, from),
    erase: async (ones, by) => {
      const whole = ones.filter(({ messageId }) => isId(messageId))
      const erased = await runAll(
        pool,
        ERASE,
        whole.map(({ messageId, from, rule }) => {
          const audit = audited({ event: `ContentErasure ${rule}`, party: from, messageId, ...by })
          return { messageId, sender: from, rule, now: by.at, ...audit }
        }),
      )
      return whole.filter((_, at) => erased[at] === 1)
    },
  }
}

interface DueRow {
  readonly message_id: string
  readonly sender: PartyId
  readonly rule: string
}

const dueOf = ({ message_id: messageId, sender: from, rule }: DueRow): DueErasure => ({ messageId, from, rule })

type LookedRow = Omit<DueRow, 'rule'> & { readonly received_at: Date; readonly rule: string | null }

async function look(pool: Pool, rules: readonly RetentionRule[], now: Date, from: Looked = EARLIEST): Promise<Look> {
  if (rules.length === 0) return { due: [] }
  const rows = await run<LookedRow>(pool, LOOK, {
    rules: JSON.stringify(rules),
    now,
    youngest: new Date(now.getTime() - Math.min(...rules.map(({ days }) => days)) * DAY_MS),
    fromAt: from.receivedAt,
    fromId: from.messageId,
    fromSender: from.from,
  })
  const due = rows.flatMap(({ rule, ...row }) => (rule === null ? [] : [dueOf({ ...row, rule })]))
  const last = rows.at(-1)
  const reached = rows.length === LOOKED_AT && last && { receivedAt: last.received_at, messageId: last.message_id, from: last.sender }
  return { due, ...(reached && { reached }) }
}

const EARLIEST: Looked = { receivedAt: new Date(0), messageId: '00000000-0000-0000-0000-000000000000', from: '' }
const DAY_MS = 86_400_000
