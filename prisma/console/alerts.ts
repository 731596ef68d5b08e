import type { Pool } from 'pg'
import { type Alert, type AlertSettings, type Alerts, type Finding, type Rule, USUAL_SETTINGS } from '#core/console/alerts.ts'
import { audited, auditing } from '#prisma/audit.ts'
import { run, statement } from '#prisma/pool.ts'
import { given } from './given.ts'

const ALERT = `alert_id AS "alertId", rule, party, value, since, ended_at AS "endedAt", told_at AS "toldAt"`

const SETTINGS = statement('alert_settings', 'SELECT rules, quiet FROM alert_settings WHERE id = 1')

const CHANGE = statement(
  'alert_change',
  `WITH done AS (
    INSERT INTO alert_settings (id, rules, quiet, by, at) VALUES (1, :rules::jsonb, :quiet::jsonb, :by, :at)
    ON CONFLICT (id) DO UPDATE SET rules = excluded.rules, quiet = excluded.quiet, by = excluded.by, at = excluded.at
    RETURNING id
  ), ${auditing('done')}`,
)

const FOUND = 'unnest(:rules::text[], :parties::text[], :values::float8[]) AS found (rule, party, value)'

const END = statement(
  'alert_end',
  `UPDATE alert SET ended_at = :now WHERE ended_at IS NULL
    AND NOT EXISTS (SELECT FROM ${FOUND} WHERE found.rule = alert.rule AND found.party = alert.party) RETURNING alert_id`,
)

const BEGIN = statement(
  'alert_begin',
  `INSERT INTO alert (alert_id, rule, party, value, since) SELECT gen_random_uuid(), rule, party, value, :now FROM ${FOUND}
  ON CONFLICT (rule, party) WHERE ended_at IS NULL DO UPDATE SET value = excluded.value WHERE alert.value <> excluded.value
  RETURNING since = :now AS began`,
)

const TAKE = statement(
  'alert_take',
  `UPDATE alert SET told_at = :now WHERE told_at IS NULL AND ended_at IS NULL AND rule = ANY (:rules::text[]) RETURNING ${ALERT}`,
)

const GIVE_BACK = statement('alert_give_back', 'UPDATE alert SET told_at = NULL WHERE alert_id = ANY (:ids::uuid[])')

const LIST = statement('alert_list', `SELECT ${ALERT} FROM alert ORDER BY ended_at IS NOT NULL, since DESC LIMIT :limit`)

type Row = { readonly [field in keyof Alert]-?: Alert[field] | null }

const alertOf = (row: Row): Alert => given(row) as Alert

const columnsOf = (findings: readonly Finding[], now: Date): object => ({
  rules: findings.map(({ rule }) => rule),
  parties: findings.map(({ party }) => party),
  values: findings.map(({ value }) => value),
  now,
})

export function postgresAlerts(pool: Pool): Alerts {
  return {
    async settings() {
      const [row] = await run<{ readonly rules: AlertSettings['rules']; readonly quiet: AlertSettings['quiet'] | null }>(pool, SETTINGS, {})
      if (!row) return USUAL_SETTINGS
      // A rule that came with a later version is as usual until somebody sets it.
      return { rules: { ...USUAL_SETTINGS.rules, ...row.rules }, ...(row.quiet && { quiet: row.quiet }) }
    },
    async change({ rules, quiet }, doing) {
      const event = audited({ event: 'alerts.changed', party: 'hub', ...doing })
      await run(pool, CHANGE, { rules: JSON.stringify(rules), quiet: quiet && JSON.stringify(quiet), by: doing.by, at: doing.at, ...event })
    },
    async found(findings, now) {
      const ended = await run(pool, END, columnsOf(findings, now))
      const found = await run<{ readonly began: boolean }>(pool, BEGIN, columnsOf(findings, now))
      return ended.length + found.filter(({ began }) => began).length
    },
    take: async (rules: readonly Rule[], now) => (await run<Row>(pool, TAKE, { rules, now })).map(alertOf),
    giveBack: async (alerts) => void (await run(pool, GIVE_BACK, { ids: alerts.map(({ alertId }) => alertId) })),
    list: async (limit) => (await run<Row>(pool, LIST, { limit })).map(alertOf),
  }
}
