/** Clocks as rows: in JSON, so that any number of them is one parameter of a statement and one column of its answer. */
import type { Pool } from 'pg'
import type { StoredClock } from '#core/clocks/clock.ts'
import { run, statement } from './pool.ts'

const COLUMNS = {
  conversationId: 'conversation_id',
  clockId: 'clock_id',
  ruleSet: 'rule_set',
  ruleSetVersion: 'rule_set_version',
  limit: 'limit_row',
  startedBy: 'started_by',
  state: 'state',
  openedAt: 'opened_at',
  startedAt: 'started_at',
  dueAt: 'due_at',
  warnAt: 'warn_at',
  timeZone: 'time_zone',
  pausedAt: 'paused_at',
  extensions: 'extensions',
  stoppedAt: 'stopped_at',
  stoppedBy: 'stopped_by',
  confidence: 'confidence',
  confirmed: 'confirmed',
  openYears: 'open_years',
  lookAt: 'look_at',
  lapse: 'lapse',
  lapsedAt: 'lapsed_at',
} as const satisfies Record<keyof StoredClock, string>

type Row = { readonly [column in (typeof COLUMNS)[keyof StoredClock]]: unknown }

const FIELDS = Object.entries(COLUMNS) as readonly [keyof StoredClock, keyof Row][]

const CHANGED = FIELDS.map(([, column]) => `${column} = excluded.${column}`).join(', ')

/** CTE `clocked`: writes the clocks in the parameter `:clocks`, when the CTE `source` has its one row. */
export const clocking = (source: string): string => `clocked AS (
    INSERT INTO clock SELECT new.* FROM ${source}, json_populate_recordset(NULL::clock, :clocks::json) AS new
    ON CONFLICT (conversation_id, clock_id) DO UPDATE SET ${CHANGED}
  )`

/** The parameters of `clocking`, and `clockMoves`: by how much the revision of the case grows. */
export const clocked = (clocks: readonly StoredClock[]): { readonly clocks: string; readonly clockMoves: number } => ({
  clocks: JSON.stringify(clocks.map((clock) => Object.fromEntries(FIELDS.map(([field, column]) => [column, clock[field]])))),
  clockMoves: clocks.length > 0 ? 1 : 0,
})

/** Expression: the clocks of the conversation `c` that have not stopped, as a JSON list. */
export const RUNNING = `(SELECT json_agg(k ORDER BY k.clock_id) FROM clock AS k WHERE k.conversation_id = c.id AND k.state <> 'stopped')`

/** What `RUNNING` gave. */
export const clocksOf = (rows: readonly Row[] | null): readonly StoredClock[] => (rows ?? []).map(clockOf)

function clockOf(row: Row): StoredClock {
  const present = FIELDS.filter(([, column]) => row[column] !== null)
  return Object.fromEntries(present.map(([field, column]) => [field, fieldOf(field, row[column])])) as unknown as StoredClock
}

function fieldOf(field: keyof StoredClock, value: unknown): unknown {
  if (!field.endsWith('At')) return value
  return Array.isArray(value) ? value.map((time: string) => new Date(time)) : new Date(value as string)
}

const DUE = statement(
  'clocks_due',
  `SELECT conversation_id FROM clock WHERE look_at <= :now GROUP BY conversation_id ORDER BY min(look_at) LIMIT :limit`,
)

export async function due(pool: Pool, now: Date, limit: number): Promise<readonly string[]> {
  const rows = await run<{ readonly conversation_id: string }>(pool, DUE, { now, limit })
  return rows.map((row) => row.conversation_id)
}
