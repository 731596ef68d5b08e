/** Sessions of the partner lab, on PostgreSQL. */
import type { Pool } from 'pg'
import type { ReportedStep } from '#core/lab/report.ts'
import { type KeptSession, type LabEnd, type LabSessions, LOST_MS } from '#core/lab/sessions.ts'
import type { SignedDocument } from '#core/message.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import { auditing } from './audit.ts'
import { auditedFor } from './console/audited.ts'
import { given } from './console/given.ts'
import { isId } from './id.ts'
import { run, statement } from './pool.ts'

/** Nobody has heard of it any more: another one may begin. */
const LOSE = statement(
  'lab_session_lose',
  `UPDATE lab_session SET state = 'lost', ended_at = seen_at WHERE party = :party AND ended_at IS NULL AND seen_at < :lostBefore`,
)
const BEGIN = statement(
  'lab_session_begin',
  `WITH begun AS (
    INSERT INTO lab_session (lab_id, party, by, state, expected, started_at, seen_at)
    VALUES (:labId::uuid, :party, :auditBy::text, 'running', :expected, :auditAt::timestamptz, :auditAt::timestamptz)
    ON CONFLICT (party) WHERE ended_at IS NULL DO NOTHING RETURNING lab_id
  ), ${auditing('begun')}`,
)
const TOLD = statement(
  'lab_session_told',
  'UPDATE lab_session SET steps = steps || :step::jsonb, seen_at = :now WHERE lab_id = :labId AND ended_at IS NULL',
)
const ALIVE = statement(
  'lab_session_alive',
  'UPDATE lab_session SET seen_at = :now WHERE lab_id = :labId AND ended_at IS NULL RETURNING lab_id',
)
const PARTY = statement('lab_session_party', 'SELECT party FROM lab_session WHERE lab_id = :labId')
const END = statement(
  'lab_session_end',
  `WITH ended AS (
    UPDATE lab_session SET state = :state, ended_at = :auditAt::timestamptz, report = :report, signature = :signature
    WHERE lab_id = :labId::uuid AND ended_at IS NULL RETURNING lab_id
  ), ${auditing('ended')}`,
)

const counted = (result: ReportedStep['result']): string =>
  `jsonb_array_length(jsonb_path_query_array(steps, '$[*] ? (@.result == "${result}")')) AS ${result}`

const SESSION = `lab_id AS "labId", party, by, started_at AS "startedAt", expected, ${counted('passed')}, ${counted('failed')}, ${counted('skipped')},
  CASE WHEN ended_at IS NULL AND seen_at < :lostBefore THEN 'lost' ELSE state END AS state,
  CASE WHEN ended_at IS NULL AND seen_at < :lostBefore THEN seen_at ELSE ended_at END AS "endedAt"`

const LIST = statement(
  'lab_sessions',
  `SELECT ${SESSION} FROM lab_session WHERE :party::text IS NULL OR party = :party::text ORDER BY started_at DESC, lab_id LIMIT :limit`,
)
const FIND = statement('lab_session', `SELECT ${SESSION}, steps FROM lab_session WHERE lab_id = :labId`)
const REPORT = statement('lab_session_report', 'SELECT report, signature FROM lab_session WHERE lab_id = :labId AND report IS NOT NULL')

type Row = { readonly [field in keyof KeptSession]-?: KeptSession[field] | null }
type StepsRow = Row & { readonly steps: readonly ReportedStep[] }

const lostBefore = (now: Date): Date => new Date(now.getTime() - LOST_MS)
const sessionOf = <R extends Row>(row: R): R & KeptSession => given(row) as R & KeptSession

export function postgresLabSessions(pool: Pool): LabSessions {
  return {
    begin: async ({ labId, party, expected }, doing) => {
      await run(pool, LOSE, { party, lostBefore: lostBefore(doing.at) })
      const audit = auditedFor('lab.begun', `${party} ${labId}`, doing)
      return (await run(pool, BEGIN, { labId, party, expected, ...audit })).length === 1
    },
    told: async (labId, step, now) => void (await run(pool, TOLD, { labId, step: JSON.stringify([step]), now })),
    alive: async (labId, now) => (await run(pool, ALIVE, { labId, now })).length === 1,
    end: async (labId, how, doing) => {
      const [session] = isId(labId) ? await run<{ readonly party: string }>(pool, PARTY, { labId }) : []
      if (!session) return false
      const { bytes, signature = null } = how.state === 'done' ? how.document : {}
      const audit = auditedFor(`lab.${how.state}`, `${session.party} ${labId}${verdictOf(how)}`, doing, bytes && sha256Hex(bytes))
      return (await run(pool, END, { labId, state: how.state, report: bytes ?? null, signature, ...audit })).length === 1
    },
    list: async (party, limit, now) =>
      (await run<Row>(pool, LIST, { party, limit, lostBefore: lostBefore(now) })).map((row) => sessionOf(row)),
    find: async (labId, now) => {
      const [row] = isId(labId) ? await run<StepsRow>(pool, FIND, { labId, lostBefore: lostBefore(now) }) : []
      return row && sessionOf(row)
    },
    report: async (labId) => {
      const [row] = isId(labId) ? await run<{ readonly report: Uint8Array; readonly signature: string }>(pool, REPORT, { labId }) : []
      return row && ({ bytes: row.report, signature: row.signature, mediaType: 'application/json' } satisfies SignedDocument)
    },
  }
}

const verdictOf = (how: LabEnd): string => (how.state === 'done' ? ` ${how.conforms ? 'conforms' : 'fails'}` : '')
