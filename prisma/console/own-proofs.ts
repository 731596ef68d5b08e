/** What people change of their own account. */
import type { Pool } from 'pg'
import type { Accounts, Doing } from '#core/console/accounts.ts'
import { auditing } from '#prisma/audit.ts'
import { run, type Statement, statement } from '#prisma/pool.ts'
import { auditedFor } from './audited.ts'

type OwnProofs = Pick<Accounts, 'addPasskey' | 'namePasskey' | 'removePasskey' | 'setPassword' | 'setRecovery'>

export function ownProofs(pool: Pool): OwnProofs {
  const change = async (what: Statement, event: string, name: string, doing: Doing, more: object): Promise<boolean> =>
    (await run(pool, what, { name, ...more, ...auditedFor(event, name, doing) })).length === 1
  return {
    addPasskey: (name, key, label, doing) => change(ADD_PASSKEY, 'account.passkey-added', name, doing, { ...key, label }),
    namePasskey: (name, id, label, doing) => change(NAME_PASSKEY, 'account.passkey-named', name, doing, { id, label }),
    removePasskey: (name, id, doing) => change(REMOVE_PASSKEY, 'account.passkey-removed', name, doing, { id }),
    setPassword: (name, password, doing) =>
      change(SET_PASSWORD, 'account.password-changed', name, doing, { password, session: doing.session ?? null }),
    setRecovery: (name, recovery, doing) => change(SET_RECOVERY, 'account.recovery-renewed', name, doing, { recovery }),
  }
}

const ADD_PASSKEY = statement(
  'console_add_passkey',
  `WITH added AS (
    INSERT INTO console_passkey (id, account, public_key, counter, transports, label, created_at)
    VALUES (:id, :name, :publicKey, :counter, :transports, :label, :auditAt::timestamptz)
    ON CONFLICT DO NOTHING RETURNING id
  ), ${auditing('added')}`,
)

const NAME_PASSKEY = statement(
  'console_name_passkey',
  `WITH named AS (UPDATE console_passkey SET label = :label WHERE id = :id AND account = :name RETURNING id), ${auditing('named')}`,
)

/** The account is locked first, so that of two passkeys that are removed at once one stays. */
const REMOVE_PASSKEY = statement(
  'console_remove_passkey',
  `WITH owner AS (
    SELECT name, totp, subject FROM console_account WHERE name = :name FOR UPDATE
  ), removed AS (
    DELETE FROM console_passkey USING owner WHERE id = :id AND account = owner.name
      AND (owner.totp IS NOT NULL OR owner.subject IS NOT NULL
        OR EXISTS (SELECT FROM console_passkey AS other WHERE other.account = owner.name AND other.id <> :id))
    RETURNING id
  ), ${auditing('removed')}`,
)

/** Whoever else is signed in with the password of before is signed out. Accounts of the identity provider have none. */
const SET_PASSWORD = statement(
  'console_set_password',
  `WITH changed AS (
    UPDATE console_account SET password = :password WHERE name = :name AND state = 'active' AND password IS NOT NULL RETURNING name
  ), ended AS (
    DELETE FROM console_session USING changed WHERE account = changed.name AND session_id IS DISTINCT FROM :session::uuid
  ), ${auditing('changed')}`,
)

const SET_RECOVERY = statement(
  'console_set_recovery',
  `WITH renewed AS (
    UPDATE console_account SET recovery = :recovery::text[] WHERE name = :name AND state = 'active' AND password IS NOT NULL RETURNING name
  ), ${auditing('renewed')}`,
)
