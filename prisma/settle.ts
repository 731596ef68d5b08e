import type { Pool } from 'pg'
import type { Attempt, Outcome, Store } from '#core/ports.ts'
import { audited, auditing } from './audit.ts'
import { isId } from './id.ts'
import { INSERTING, inserted } from './insert.ts'
import { run, statement } from './pool.ts'
import { OPEN } from './rows.ts'

/** Delivered and cancelled never change; a valid receipt still turns a dead or expired delivery into a delivered one. */
const SETTLING = `WITH done AS (
    UPDATE delivery SET state = :outcome, code = :code, due_at = coalesce(:dueAt, due_at), leased_by = NULL, delivered_at = :deliveredAt,
      digest = coalesce(digest, :handedOver),
      receipt_id = coalesce(:partyReceiptId, receipt_id), receipt_media_type = coalesce(:partyReceiptMediaType, receipt_media_type),
      receipt_bytes = coalesce(:partyReceiptBytes, receipt_bytes),
      receipt_signature = CASE WHEN :partyReceiptId::uuid IS NULL THEN receipt_signature ELSE :partyReceiptSignature END
    WHERE delivery_id = :deliveryId
      AND (${OPEN} OR (state IN ('dead', 'expired') AND :outcome = 'delivered'))
    RETURNING delivery_id, party, attempts
  ), tried AS (
    INSERT INTO attempt (delivery_id, number, started_at, duration_ms, status, state, code)
    SELECT delivery_id, attempts, :startedAt::timestamptz, :durationMs::int, :status::int, :outcome::text, :code::text
    FROM done WHERE :startedAt::timestamptz IS NOT NULL
  )`

/** The revision first, as `replaceDirectory` does, so that the two never wait for each other. */
const HOLDING = `revised AS (
    INSERT INTO directory_revision AS directory (id, revision)
    SELECT 1, 1 FROM done JOIN party ON party.id = done.party AND party.status = 'active'
    ON CONFLICT (id) DO UPDATE SET revision = directory.revision + 1
    RETURNING id
  ), stopped AS (
    UPDATE party SET status = 'held' FROM done, revised WHERE party.id = done.party AND party.status = 'active'
  )`

const NUMBERED = `numbered AS (
    UPDATE conversation SET length = length + 1 FROM done WHERE id = :conversationId::uuid RETURNING length
  )`

const AUDITING = auditing('done')
const SETTLE = statement('settle', `${SETTLING}, ${AUDITING}`)
const SETTLE_WITH_NOTICE = statement('settle_with_notice', `${SETTLING}, ${NUMBERED}, ${INSERTING}, ${AUDITING}`)
const HOLD = statement('hold', `${SETTLING}, ${HOLDING}, ${AUDITING}`)
const HOLD_WITH_NOTICE = statement('hold_with_notice', `${SETTLING}, ${HOLDING}, ${NUMBERED}, ${INSERTING}, ${AUDITING}`)

export async function settle(
  pool: Pool,
  deliveryId: string,
  outcome: Outcome,
  { attempt, audit, notice }: Parameters<Store['settle']>[2],
): ReturnType<Store['settle']> {
  if (!isId(deliveryId)) return 'late'
  const holds = outcome.state === 'held'
  const settled = { deliveryId, ...settledAs(outcome), ...tried(attempt), ...audited(audit) }
  const recorded =
    notice === undefined
      ? await run(pool, holds ? HOLD : SETTLE, settled)
      : await run(pool, holds ? HOLD_WITH_NOTICE : SETTLE_WITH_NOTICE, {
          ...settled,
          ...inserted({ message: notice.message, receipt: undefined, deliveries: [notice.delivery] }),
        })
  return recorded.length === 1 ? 'settled' : 'late'
}

function settledAs(outcome: Outcome): object {
  const receipt = 'receipt' in outcome ? outcome.receipt : undefined
  return {
    outcome: outcome.state,
    code: 'code' in outcome ? outcome.code : undefined,
    dueAt: 'dueAt' in outcome ? outcome.dueAt : undefined,
    deliveredAt: 'at' in outcome ? outcome.at : undefined,
    handedOver: 'digest' in outcome ? outcome.digest : undefined,
    partyReceiptId: 'receiptId' in outcome ? outcome.receiptId : undefined,
    partyReceiptMediaType: receipt?.mediaType,
    partyReceiptBytes: receipt?.bytes,
    partyReceiptSignature: receipt?.signature,
  }
}

function tried(attempt: Attempt | undefined): object {
  return { startedAt: attempt?.startedAt, durationMs: attempt && Math.round(attempt.durationMs), status: attempt?.status }
}
