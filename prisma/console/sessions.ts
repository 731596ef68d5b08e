/** Sessions of the console, on PostgreSQL. */
import type { Pool } from 'pg'
import type { Sessions } from '#core/console/accounts.ts'
import type { Role } from '#core/console/roles.ts'
import { IDLE_MS, type Level, type Signed } from '#core/console/session.ts'
import { auditing } from '#prisma/audit.ts'
import { run, statement } from '#prisma/pool.ts'
import { auditedFor } from './audited.ts'

export function postgresSessions(pool: Pool): Sessions {
  return {
    open: async (session) => {
      await run(pool, OPEN, session)
    },
    find: (token) => find(pool, token),
    touch: async (token, at) => {
      await run(pool, TOUCH, { token, at })
    },
    complete: async (token, next, endsAt, { how, ...doing }) => {
      const audit = auditedFor(`session.begun ${how}`, doing.session ?? '', doing)
      return (await run(pool, COMPLETE, { token, next, endsAt, ...audit })).length === 1
    },
    stepUp: async (token, next, { how, ...doing }) => {
      const audit = auditedFor(`session.stepped-up ${how}`, doing.session ?? '', doing)
      return (await run(pool, STEP_UP, { token, next, ...audit })).length === 1
    },
    challenge: async (token, challenge) => {
      await run(pool, CHALLENGE, { token, challenge })
    },
    takeChallenge: async (token) => (await run<{ readonly challenge: string | null }>(pool, TAKE, { token }))[0]?.challenge ?? undefined,
    list: async (now, account) => (await run<SessionRow>(pool, LIST, { now, account: account ?? null })).map(sessionOf),
    end: async (sessionId, doing) => (await run(pool, END, { sessionId, ...auditedFor('session.ended', sessionId, doing) })).length === 1,
  }
}

/** Sessions that are over are removed when the next one begins. */
const OPEN = statement(
  'console_open',
  `WITH over AS (DELETE FROM console_session WHERE ends_at < :createdAt::timestamptz)
  INSERT INTO console_session (token, session_id, account, level, created_at, seen_at, ends_at, address, agent)
  VALUES (:token, :sessionId::uuid, :account, :level, :createdAt::timestamptz, :createdAt::timestamptz, :endsAt, :address, :agent)`,
)

const SESSION = `SELECT session_id, account, role, level, session.created_at, seen_at, ends_at, address, agent, stepped_up_at
  FROM console_session AS session JOIN console_account ON name = account`

const FIND = statement('console_session', `${SESSION} WHERE token = :token AND state = 'active'`)

const LIST = statement(
  'console_sessions',
  `${SESSION} WHERE level = 'full' AND ends_at > :now AND seen_at > :now::timestamptz - make_interval(secs => ${IDLE_MS / 1000})
    AND (:account::text IS NULL OR account = :account)
  ORDER BY session.created_at DESC`,
)

interface SessionRow {
  readonly session_id: string
  readonly account: string
  readonly role: Role
  readonly level: Level
  readonly created_at: Date
  readonly seen_at: Date
  readonly ends_at: Date
  readonly address: string
  readonly agent: string
  readonly stepped_up_at: Date | null
}

async function find(pool: Pool, token: Uint8Array): Promise<Signed | undefined> {
  const [row] = await run<SessionRow>(pool, FIND, { token })
  return row && sessionOf(row)
}

function sessionOf(row: SessionRow): Signed {
  const { session_id, created_at, seen_at, ends_at, stepped_up_at, ...rest } = row
  return {
    ...rest,
    sessionId: session_id,
    createdAt: created_at,
    seenAt: seen_at,
    endsAt: ends_at,
    steppedUpAt: stepped_up_at ?? undefined,
  }
}

const TOUCH = statement('console_touch', 'UPDATE console_session SET seen_at = greatest(seen_at, :at) WHERE token = :token')

const COMPLETE = statement(
  'console_complete',
  `WITH completed AS (
    UPDATE console_session SET token = :next, level = 'full', ends_at = :endsAt, seen_at = :auditAt, stepped_up_at = :auditAt
    WHERE token = :token RETURNING account
  ), signed_in AS (
    UPDATE console_account SET last_sign_in_at = :auditAt FROM completed WHERE name = completed.account RETURNING name
  ), ${auditing('signed_in')}`,
)

const STEP_UP = statement(
  'console_step_up',
  `WITH proven AS (
    UPDATE console_session SET token = :next, stepped_up_at = :auditAt, seen_at = :auditAt WHERE token = :token AND level = 'full' RETURNING account
  ), ${auditing('proven')}`,
)

const CHALLENGE = statement('console_challenge', 'UPDATE console_session SET challenge = :challenge WHERE token = :token')

const TAKE = statement(
  'console_take_challenge',
  `WITH had AS (SELECT token, challenge FROM console_session WHERE token = :token FOR UPDATE)
  UPDATE console_session AS session SET challenge = NULL FROM had WHERE session.token = had.token RETURNING had.challenge`,
)

const END = statement(
  'console_end',
  `WITH ended AS (DELETE FROM console_session WHERE session_id = :sessionId RETURNING account), ${auditing('ended')}`,
)
