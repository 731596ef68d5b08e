import type { Pool } from 'pg'
import type { Breakers } from '#core/ports.ts'
import { run, statement } from './pool.ts'

/** Gives a row while it is closed only: what was still out when it opened says nothing new. */
const COUNT = statement(
  'breaker_count',
  `INSERT INTO breaker AS b (party, failures, opened_at, probe_at, probes)
  VALUES (:party, 1, CASE WHEN :limit::int <= 1 THEN :at::timestamptz END, CASE WHEN :limit::int <= 1 THEN :probeAt::timestamptz END, 0)
  ON CONFLICT (party) DO UPDATE SET failures = b.failures + 1,
    opened_at = CASE WHEN b.failures + 1 >= :limit::int THEN :at::timestamptz END,
    probe_at = CASE WHEN b.failures + 1 >= :limit::int THEN :probeAt::timestamptz END
  WHERE b.opened_at IS NULL
  RETURNING opened_at IS NOT NULL AS opened`,
)
const PROBED = statement(
  'breaker_probed',
  'UPDATE breaker SET failures = failures + 1, probes = :probe, probe_at = :probeAt WHERE party = :party AND opened_at IS NOT NULL',
)
const UNSENT = statement('breaker_unsent', 'UPDATE breaker SET probe_at = :at WHERE party = :party AND opened_at IS NOT NULL')

export function postgresBreakers(pool: Pool): Breakers {
  return {
    failed: async (party, failure) => {
      const [counted] = await run<{ readonly opened: boolean }>(pool, failure.probe === undefined ? COUNT : PROBED, { party, ...failure })
      return counted?.opened ? 'opened' : 'counted'
    },
    unsent: async (party, at) => void (await run(pool, UNSENT, { party, at })),
  }
}
