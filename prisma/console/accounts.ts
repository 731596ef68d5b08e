/** Accounts of the console, on PostgreSQL. */
import type { Pool } from 'pg'
import type { AccountState, Accounts, Doing, Guessing, NewAccount } from '#core/console/accounts.ts'
import { FORGOTTEN_MS, type Guess } from '#core/console/guesses.ts'
import { auditing, auditingAside } from '#prisma/audit.ts'
import { run, statement } from '#prisma/pool.ts'
import { accounts } from './account-rows.ts'
import { auditedFor } from './audited.ts'
import { changes } from './changes.ts'
import { invitations } from './invitations.ts'
import { ownProofs } from './own-proofs.ts'

export function postgresAccounts(pool: Pool): Accounts {
  return {
    find: async (name) => (await accounts(pool, { name }))[0],
    list: () => accounts(pool),
    add: (account, doing) => add(pool, account, doing),
    fromProvider: async (known, doing) =>
      (
        await run<{ readonly name: string }>(pool, FROM_PROVIDER, {
          ...known,
          ...auditedFor(`account.known ${known.role}`, known.name, doing),
        })
      )[0]?.name,
    guess: (guesses, now) => guess(pool, guesses, now),
    guessed: (guesses, how) => guessed(pool, guesses, how),
    useRecovery: async (name, code) => (await run(pool, USE_RECOVERY, { name, code })).length === 1,
    usePasskey: async (id, counter) => (await run(pool, USE_PASSKEY, { id, counter })).length === 1,
    ...invitations(pool),
    ...changes(pool),
    ...ownProofs(pool),
    useStep: async (name, step) => (await run(pool, USE_STEP, { name, step })).length === 1,
  }
}

const ADD = statement(
  'console_add',
  `WITH added AS (
    INSERT INTO console_account (name, role, state, created_at, password, totp, recovery)
    VALUES (:name, :role, :state, :auditAt::timestamptz, :password, :totp, '{}')
    ON CONFLICT DO NOTHING RETURNING name
  ), ${auditing('added')}`,
)

async function add(pool: Pool, { name, role, password, totp }: NewAccount, doing: Doing): Promise<boolean> {
  const state: AccountState = password !== undefined && totp ? 'active' : 'invited'
  const account = { name, role, state, password: password ?? null, totp: totp ?? null }
  return (await run(pool, ADD, { ...account, ...auditedFor(`account.added ${role}`, name, doing) })).length === 1
}

/** Statements within one see what was before: another role than that ends the sessions it had. */
const FROM_PROVIDER = statement(
  'console_from_provider',
  `WITH known AS (
    UPDATE console_account SET role = :role WHERE subject = :subject AND state = 'active' RETURNING name
  ), fresh AS (
    INSERT INTO console_account (name, role, state, created_at, subject, recovery)
    SELECT :name, :role, 'active', :auditAt::timestamptz, :subject, '{}'
    WHERE NOT EXISTS (SELECT FROM console_account WHERE subject = :subject)
    ON CONFLICT DO NOTHING RETURNING name
  ), came AS (
    SELECT name FROM known UNION ALL SELECT name FROM fresh
  ), ended AS (
    DELETE FROM console_session USING console_account AS before
    WHERE before.subject = :subject AND before.role <> :role AND account = before.name
  ), ${auditingAside('came')}
  SELECT came.name FROM came, linked`,
)

const GUESS = statement(
  'console_guess',
  `INSERT INTO console_guess AS guess (key, count, at, until)
  VALUES (:key, 1, :now, :now::timestamptz + make_interval(secs => (:delays::int[])[1]))
  ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN guess.at < :forgotten THEN 1 ELSE guess.count + 1 END,
    at = :now,
    until = :now::timestamptz + make_interval(secs => (:delays::int[])[
      least(CASE WHEN guess.at < :forgotten THEN 1 ELSE guess.count + 1 END, cardinality(:delays::int[]))])
  WHERE guess.until <= :now
  RETURNING until`,
)
const WAIT = statement('console_wait', 'SELECT until FROM console_guess WHERE key = :key')

async function guess(pool: Pool, guesses: readonly Guess[], now: Date): Promise<Guessing> {
  const forgotten = new Date(now.getTime() - FORGOTTEN_MS)
  let until = now
  for (const { key, delaysS } of guesses) {
    const [counted] = await run<{ readonly until: Date }>(pool, GUESS, { key, delays: delaysS, now, forgotten })
    if (!counted) {
      const [waits] = await run<{ readonly until: Date }>(pool, WAIT, { key })
      return { may: false, until: waits?.until ?? now }
    }
    if (counted.until > until) until = counted.until
  }
  return { may: true, until }
}

const GUESSED = statement(
  'console_guessed',
  'UPDATE console_guess SET count = greatest(count - 1, 0), until = at WHERE key = ANY (:keys::text[])',
)
const FORGET = statement('console_forget', 'DELETE FROM console_guess WHERE key = :key')

async function guessed(pool: Pool, guesses: readonly Guess[], how: 'half' | 'whole'): Promise<void> {
  await run(pool, GUESSED, { keys: guesses.map(({ key }) => key) })
  if (how === 'whole') await run(pool, FORGET, { key: guesses[0]?.key })
}

const USE_STEP = statement(
  'console_use_step',
  'UPDATE console_account SET totp_step = :step WHERE name = :name AND totp_step < :step RETURNING name',
)

const USE_RECOVERY = statement(
  'console_use_recovery',
  'UPDATE console_account SET recovery = array_remove(recovery, :code::text) WHERE name = :name AND :code::text = ANY (recovery) RETURNING name',
)

const USE_PASSKEY = statement(
  'console_use_passkey',
  'UPDATE console_passkey SET counter = :counter::bigint WHERE id = :id AND (counter < :counter::bigint OR (counter = 0 AND :counter::bigint = 0)) RETURNING id',
)
