import type { Pool } from 'pg'
import type { Verdict, Verification, Verifications } from '#core/console/verifying.ts'
import { run, statement } from '#prisma/pool.ts'

/** Whoever has not ended after so long is gone. */
const LONGEST_MS = 3_600_000

const LAST = statement(
  'verification_last',
  'SELECT begun_at AS "begunAt", ended_at AS "endedAt", verified_at AS "verifiedAt", verdict FROM audit_verification WHERE id = 1',
)

const BEGIN = statement(
  'verification_begin',
  `INSERT INTO audit_verification AS last (id, begun_at) VALUES (1, :now)
  ON CONFLICT (id) DO UPDATE SET begun_at = :now, ended_at = NULL WHERE last.ended_at IS NOT NULL OR last.begun_at < :gone
  RETURNING id`,
)

const END = statement(
  'verification_end',
  `UPDATE audit_verification SET ended_at = :now,
    verified_at = CASE WHEN :verdict::jsonb IS NULL THEN verified_at ELSE :now END, verdict = coalesce(:verdict::jsonb, verdict)
  WHERE id = 1`,
)

interface Row {
  readonly begunAt: Date
  readonly endedAt: Date | null
  readonly verifiedAt: Date | null
  readonly verdict: Verdict | null
}

const goneAt = (now: Date): Date => new Date(now.getTime() - LONGEST_MS)

function verificationOf({ begunAt, endedAt, verifiedAt, verdict }: Row, now: Date): Verification {
  const isDone = endedAt !== null && verifiedAt?.getTime() === endedAt.getTime()
  const state = isDone ? 'done' : endedAt === null && begunAt >= goneAt(now) ? 'running' : 'failed'
  return { state, begunAt, ...(verdict && verifiedAt && { verdict: { ...verdict, at: verifiedAt } }) }
}

export function postgresVerifications(pool: Pool): Verifications {
  return {
    async last(now) {
      const [row] = await run<Row>(pool, LAST, {})
      return row ? verificationOf(row, now) : { state: 'never' }
    },
    begin: async (now) => (await run(pool, BEGIN, { now, gone: goneAt(now) })).length === 1,
    end: async (verdict, now) => void (await run(pool, END, { verdict: verdict === undefined ? null : JSON.stringify(verdict), now })),
  }
}
