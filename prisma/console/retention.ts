import type { Pool } from 'pg'
import type { AgreedRetention } from '#core/console/retention.ts'
import type { RetentionRule } from '#core/erasure.ts'
import { auditing } from '#prisma/audit.ts'
import { run, statement } from '#prisma/pool.ts'
import { auditedFor } from './audited.ts'

const RULES = statement('retention_rules', 'SELECT rules FROM retention_settings WHERE id = 1')

const CHANGE = statement(
  'retention_change',
  `WITH done AS (
    INSERT INTO retention_settings (id, rules, by, at) VALUES (1, :rules::jsonb, :auditBy, :auditAt)
    ON CONFLICT (id) DO UPDATE SET rules = excluded.rules, by = excluded.by, at = excluded.at RETURNING id
  ), ${auditing('done')}`,
)

export function postgresRetention(pool: Pool): AgreedRetention {
  return {
    rules: async () => (await run<{ readonly rules: readonly RetentionRule[] }>(pool, RULES, {}))[0]?.rules,
    change: async (rules, doing) => {
      const said = rules.map(({ rule, days }) => `${rule}:${days}`).join(' ') || 'none'
      await run(pool, CHANGE, { rules: JSON.stringify(rules), ...auditedFor('retention.changed', said, doing) })
    },
  }
}
