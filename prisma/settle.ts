import type { Pool } from 'pg'
import type { Attempt, ClockMoves, Outcome, Store } from '#core/ports.ts'
import type { DataKeys } from './at-rest/data-keys.ts'
import { audited, auditing } from './audit.ts'
import { clocked, clocking } from './clocks.ts'
import { isId } from './id.ts'
import { INSERTING, inserted } from './insert.ts'
import { run, statement } from './pool.ts'
import { OPEN } from './rows.ts'
import { freeing } from './stand-aside.ts'

/** Delivered never changes; a valid receipt still turns a delivery that was given up into a delivered one: the party says that it has the message. */
const MAY_SETTLE = `(${OPEN} OR (state IN ('dead', 'expired', 'cancelled') AND :outcome = 'delivered'))`

/** A receipt for a dead one. Looks at `due_at`, because nearly all that are delivered were not dead; what is missed comes back by itself. */
const LATE = `:outcome::text = 'delivered' AND later.due_at > :auditAt::timestamptz`

const settling = (from = ''): string => `done AS (
    UPDATE delivery SET state = :outcome, code = :code, due_at = coalesce(:dueAt, due_at), leased_by = NULL, delivered_at = :deliveredAt,
      unended = CASE WHEN :broke::boolean THEN unended ELSE 0 END,
      digest = coalesce(digest, :handedOver),
      receipt_id = coalesce(:partyReceiptId, receipt_id), receipt_media_type = coalesce(:partyReceiptMediaType, receipt_media_type),
      receipt_bytes = coalesce(:partyReceiptBytes, receipt_bytes),
      receipt_signature = CASE WHEN :partyReceiptId::uuid IS NULL THEN receipt_signature ELSE :partyReceiptSignature END
    ${from}
    WHERE delivery_id = :deliveryId AND ${MAY_SETTLE}
    RETURNING delivery_id, party, conversation_id, number, attempts
  ), ${freeing(LATE)}, tried AS (
    INSERT INTO attempt (delivery_id, number, started_at, duration_ms, status, state, code)
    SELECT delivery_id, attempts, :startedAt::timestamptz, :durationMs::int, :status::int, :outcome::text, :code::text
    FROM done WHERE :startedAt::timestamptz IS NOT NULL
  ), heard AS (
    DELETE FROM breaker USING done WHERE breaker.party = done.party AND :answered::boolean
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

/** Delivery first, then conversation, as everywhere: so that two never wait for each other. No row when the clocks are not those that were seen. */
const CLOCKED = `open AS (
    SELECT delivery_id FROM delivery WHERE delivery_id = :deliveryId AND ${MAY_SETTLE} FOR UPDATE
  ), numbered AS (
    UPDATE conversation SET clock_revision = clock_revision + :clockMoves, length = length + :said
    FROM open WHERE id = :conversationId::uuid AND clock_revision = :clockRevision
    RETURNING length
  )`

const AUDITING = auditing('done')
const settlement = (name: string, ...parts: readonly string[]) => statement(name, `WITH ${[...parts, AUDITING].join(', ')}`)
const SETTLE = settlement('settle', settling())
const SETTLE_WITH_NOTICE = settlement('settle_with_notice', settling(), NUMBERED, INSERTING)
const HOLD = settlement('hold', settling(), HOLDING)
const HOLD_WITH_NOTICE = settlement('hold_with_notice', settling(), HOLDING, NUMBERED, INSERTING)
const CLOCK = settlement('settle_clocked', CLOCKED, settling('FROM numbered'), clocking('done'))
const CLOCK_WITH_NOTICE = settlement('settle_clocked_with_notice', CLOCKED, settling('FROM numbered'), clocking('done'), INSERTING)
const MAY = statement('may_settle', `SELECT FROM delivery WHERE delivery_id = :deliveryId AND ${MAY_SETTLE}`)

export async function settle(
  pool: Pool,
  keys: DataKeys,
  deliveryId: string,
  outcome: Outcome,
  { attempt, audit, notice, clocks }: Parameters<Store['settle']>[2],
): ReturnType<Store['settle']> {
  if (!isId(deliveryId)) return 'late'
  const [plain, withNotice] = clocks
    ? [CLOCK, CLOCK_WITH_NOTICE]
    : outcome.state === 'held' && outcome.holds === 'party'
      ? [HOLD, HOLD_WITH_NOTICE]
      : [SETTLE, SETTLE_WITH_NOTICE]
  const recorded = await run(pool, notice ? withNotice : plain, {
    deliveryId,
    ...settledAs(outcome),
    ...tried(attempt),
    ...audited(audit),
    ...(clocks ? moved(clocks) : {}),
    said: notice ? 1 : 0,
    ...(notice ? await inserted(keys, { message: notice.message, receipt: undefined, deliveries: [notice.delivery] }) : {}),
  })
  if (recorded.length === 1) return 'settled'
  return clocks && (await run(pool, MAY, { deliveryId, outcome: outcome.state })).length === 1 ? 'moved' : 'late'
}

const moved = ({ conversationId, clockRevision, clocks }: ClockMoves): object => ({ conversationId, clockRevision, ...clocked(clocks) })

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
  return {
    startedAt: attempt?.startedAt,
    durationMs: attempt && Math.round(attempt.durationMs),
    status: attempt?.status,
    answered: attempt?.end === 'answered',
    broke: attempt?.end === 'broken',
  }
}
