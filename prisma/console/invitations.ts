/** One-time links: made, opened, used. */
import type { Pool } from 'pg'
import type { Accounts } from '#core/console/accounts.ts'
import { auditing } from '#prisma/audit.ts'
import { run, statement } from '#prisma/pool.ts'
import { accounts } from './account-rows.ts'
import { auditedFor } from './audited.ts'

export function invitations(pool: Pool): Pick<Accounts, 'link' | 'linked' | 'prepare' | 'enrol'> {
  return {
    link: async (name, token, endsAt, doing) =>
      (await run(pool, LINK, { name, token, endsAt, ...auditedFor('account.link-made', name, doing) })).length === 1,
    linked: async (token, now) => (await accounts(pool, { link: token, now }))[0],
    prepare: async (name, { totp, challenge }) => {
      await run(pool, PREPARE, { name, totp: totp ?? null, challenge: challenge ?? null })
    },
    enrol: async (token, { password, factor, recovery }, doing) => {
      const key = factor === 'totp' ? { id: null, publicKey: null, counter: null, transports: null } : factor
      const audit = auditedFor(`account.enrolled ${factor === 'totp' ? 'totp' : 'passkey'}`, doing.by, doing)
      return (await run(pool, ENROL, { token, password, recovery, ...key, ...audit })).length === 1
    },
  }
}

const LINK = statement(
  'console_link',
  `WITH linked AS (
    UPDATE console_account SET enrol_token = :token, enrol_ends_at = :endsAt, totp = NULL, challenge = NULL
    WHERE name = :name AND state = 'invited' RETURNING name
  ), ${auditing('linked')}`,
)

const PREPARE = statement(
  'console_prepare',
  `UPDATE console_account SET totp = coalesce(:totp::bytea, totp), challenge = :challenge
  WHERE name = :name AND state = 'invited'`,
)

/** A secret that was prepared for an app is no factor of somebody who takes a passkey. */
const ENROL = statement(
  'console_enrol',
  `WITH enrolled AS (
    UPDATE console_account SET state = 'active', password = :password, recovery = :recovery::text[], enrol_token = NULL, enrol_ends_at = NULL,
      challenge = NULL, totp = CASE WHEN :id::text IS NULL THEN totp END
    WHERE enrol_token = :token AND enrol_ends_at > :auditAt::timestamptz AND state = 'invited' RETURNING name
  ), keyed AS (
    INSERT INTO console_passkey (id, account, public_key, counter, transports, created_at)
    SELECT :id::text, name, :publicKey::bytea, :counter::bigint, :transports::text[], :auditAt::timestamptz
    FROM enrolled WHERE :id::text IS NOT NULL
  ), ${auditing('enrolled')}`,
)
