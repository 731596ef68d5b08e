/** What two administrators change of an account. */
import type { Pool } from 'pg'
import type { Accounts, Doing } from '#core/console/accounts.ts'
import { auditing } from '#prisma/audit.ts'
import { run, type Statement, statement } from '#prisma/pool.ts'
import { auditedFor } from './audited.ts'

export function changes(pool: Pool): Pick<Accounts, 'setRole' | 'disable' | 'reset'> {
  const change = async (what: Statement, event: string, name: string, doing: Doing, more = {}): Promise<boolean> =>
    (await run(pool, what, { name, ...more, ...auditedFor(event, name, doing) })).length === 1
  return {
    setRole: (name, role, doing) => change(SET_ROLE, `account.role ${role}`, name, doing, { role }),
    disable: (name, doing) => change(DISABLE, 'account.disabled', name, doing),
    reset: (name, doing) => change(RESET, 'account.reset', name, doing),
  }
}

/** Whoever is signed in as it was is signed out. */
const ending = `ended AS (DELETE FROM console_session USING changed WHERE account = changed.name)`

const SET_ROLE = statement(
  'console_set_role',
  `WITH changed AS (
    UPDATE console_account SET role = :role WHERE name = :name AND role <> :role RETURNING name
  ), ${ending}, ${auditing('changed')}`,
)

const DISABLE = statement(
  'console_disable',
  `WITH changed AS (
    UPDATE console_account SET state = 'disabled', enrol_token = NULL WHERE name = :name AND state <> 'disabled' RETURNING name
  ), ${ending}, ${auditing('changed')}`,
)

const RESET = statement(
  'console_reset',
  `WITH changed AS (
    UPDATE console_account SET state = 'invited', password = NULL, totp = NULL, totp_step = 0, recovery = '{}', enrol_token = NULL, challenge = NULL
    WHERE name = :name RETURNING name
  ), ${ending}, keyless AS (
    DELETE FROM console_passkey USING changed WHERE account = changed.name
  ), ${auditing('changed')}`,
)
