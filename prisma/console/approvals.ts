/** Requests that another person decides, on PostgreSQL. */
import type { Pool } from 'pg'
import type { Approval, ApprovalFilter, ApprovalState, Approvals } from '#core/console/approvals.ts'
import type { Role } from '#core/console/roles.ts'
import type { JsonObject } from '#core/message.ts'
import { auditing } from '#prisma/audit.ts'
import { run, statement } from '#prisma/pool.ts'
import { auditedFor } from './audited.ts'

export function postgresApprovals(pool: Pool): Approvals {
  const rows = async (given: object): Promise<readonly Approval[]> => (await run<ApprovalRow>(pool, LIST, given)).map(approvalOf)
  return {
    add: async ({ effect, ...approval }, doing) => {
      const { act, approvalId, reason, digest } = approval
      const audit = auditedFor(`approval.asked ${act}`, approvalId, { ...doing, reason }, digest)
      await run(pool, ADD, { ...approval, effect: JSON.stringify(effect), askedBy: doing.by, ...audit })
    },
    find: async (approvalId, now) => (await rows({ approvalId, now, filter: null, limit: 1 }))[0],
    list: (filter, now, limit) => rows({ approvalId: null, now, filter, limit }),
    decide: async (approvalId, to, { alone }, doing) => {
      const event = alone ? 'glass.broken' : `approval.${to}`
      return (await run(pool, DECIDE, { approvalId, to, alone, ...auditedFor(event, approvalId, doing) })).length === 1
    },
    withdraw: async (approvalId, doing) =>
      (await run(pool, WITHDRAW, { approvalId, ...auditedFor('approval.withdrawn', approvalId, doing) })).length === 1,
    finish: async (approvalId, state, outcome, doing) => {
      await run(pool, FINISH, {
        approvalId,
        state,
        outcome: JSON.stringify(outcome),
        ...auditedFor(`approval.${state}`, approvalId, doing),
      })
    },
    review: async (approvalId, doing) =>
      (await run(pool, REVIEW, { approvalId, ...auditedFor('glass.reviewed', approvalId, doing) })).length === 1,
  }
}

const ADD = statement(
  'approval_add',
  `WITH asked AS (
    INSERT INTO console_approval (approval_id, act, params, digest, effect, asked_by, asked_role, asked_at, reason, expires_at, state, alone)
    VALUES (:approvalId::uuid, :act, :params, :digest, :effect, :askedBy, :askedRole, :auditAt::timestamptz, :reason, :expiresAt, 'waiting', false)
    RETURNING approval_id
  ), ${auditing('asked')}`,
)

const FILTERS: Readonly<Record<ApprovalFilter, string>> = {
  open: `state = 'waiting' AND expires_at > :now`,
  closed: `(state <> 'waiting' OR expires_at <= :now)`,
  review: 'alone AND reviewed_by IS NULL',
}

const LIST = statement(
  'approvals',
  `SELECT approval_id, act, params, digest, effect, asked_by, asked_role, asked_at, reason, expires_at,
    CASE WHEN state = 'waiting' AND expires_at <= :now THEN 'lapsed' ELSE state END AS state,
    decided_by, decided_at, decision, outcome, alone, reviewed_by
  FROM console_approval
  WHERE (:approvalId::uuid IS NULL OR approval_id = :approvalId::uuid)
    AND CASE :filter::text WHEN 'open' THEN ${FILTERS.open} WHEN 'closed' THEN ${FILTERS.closed} WHEN 'review' THEN ${FILTERS.review} ELSE true END
  ORDER BY asked_at DESC, approval_id LIMIT :limit`,
)

interface ApprovalRow {
  readonly approval_id: string
  readonly act: string
  readonly params: string
  readonly digest: string
  readonly effect: string
  readonly asked_by: string
  readonly asked_role: Role
  readonly asked_at: Date
  readonly reason: string
  readonly expires_at: Date
  readonly state: ApprovalState
  readonly decided_by: string | null
  readonly decided_at: Date | null
  readonly decision: string | null
  readonly outcome: string | null
  readonly alone: boolean
  readonly reviewed_by: string | null
}

const approvalOf = (row: ApprovalRow): Approval => ({
  approvalId: row.approval_id,
  act: row.act,
  params: row.params,
  digest: row.digest,
  effect: JSON.parse(row.effect) as JsonObject,
  askedBy: row.asked_by,
  askedRole: row.asked_role,
  askedAt: row.asked_at,
  reason: row.reason,
  expiresAt: row.expires_at,
  state: row.state,
  decidedBy: row.decided_by ?? undefined,
  decidedAt: row.decided_at ?? undefined,
  decision: row.decision ?? undefined,
  outcome: row.outcome === null ? undefined : (JSON.parse(row.outcome) as JsonObject),
  alone: row.alone,
  reviewedBy: row.reviewed_by ?? undefined,
})

const DECIDE = statement(
  'approval_decide',
  `WITH decided AS (
    UPDATE console_approval SET state = :to, alone = :alone, decided_by = :auditBy, decided_at = :auditAt, decision = :auditReason
    WHERE approval_id = :approvalId::uuid AND state = 'waiting' AND expires_at > :auditAt::timestamptz
      AND (:alone::boolean OR asked_by <> :auditBy::text)
    RETURNING approval_id
  ), ${auditing('decided')}`,
)

const WITHDRAW = statement(
  'approval_withdraw',
  `WITH withdrawn AS (
    UPDATE console_approval SET state = 'withdrawn', decided_at = :auditAt
    WHERE approval_id = :approvalId::uuid AND state = 'waiting' AND asked_by = :auditBy::text RETURNING approval_id
  ), ${auditing('withdrawn')}`,
)

const FINISH = statement(
  'approval_finish',
  `WITH finished AS (
    UPDATE console_approval SET state = :state, outcome = :outcome
    WHERE approval_id = :approvalId::uuid AND state = 'approved' RETURNING approval_id
  ), ${auditing('finished')}`,
)

const REVIEW = statement(
  'approval_review',
  `WITH reviewed AS (
    UPDATE console_approval SET reviewed_by = :auditBy
    WHERE approval_id = :approvalId::uuid AND alone AND reviewed_by IS NULL AND decided_by <> :auditBy::text RETURNING approval_id
  ), ${auditing('reviewed')}`,
)
