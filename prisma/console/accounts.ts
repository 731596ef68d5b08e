/** Accounts of the console, on PostgreSQL. */
import type { Pool } from 'pg'
import type { Account, AccountState, Accounts, Doing, NewAccount, Passkey } from '#core/console/accounts.ts'
import { FORGOTTEN_MS, type Guess } from '#core/console/guesses.ts'
import type { Role } from '#core/console/roles.ts'
import { HUB } from '#core/hub.ts'
import { audited, auditing } from '#prisma/audit.ts'
import { run, statement } from '#prisma/pool.ts'

export function postgresAccounts(pool: Pool): Accounts {
  return {
    find: async (name) => (await accounts(pool, name))[0],
    list: () => accounts(pool),
    add: (account, doing) => add(pool, account, doing),
    guess: (guesses, now) => guess(pool, guesses, now),
    guessed: (guesses, how) => guessed(pool, guesses, how),
    useStep: async (name, step) => (await run(pool, USE_STEP, { name, step })).length === 1,
  }
}

/** What is audited of an act on an account. */
export const auditedFor = (event: string, object: string, { by, at, role, session, reason }: Doing): object =>
  audited({
    event,
    party: HUB,
    at,
    by,
    object,
    ...(role && { role }),
    ...(session !== undefined && { session }),
    ...(reason !== undefined && { reason }),
  })

const FIND = statement(
  'console_accounts',
  `SELECT name, role, state, created_at, last_sign_in_at, password, totp, cardinality(recovery) AS recovery_left,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'publicKey', encode(public_key, 'base64'), 'counter', counter,
       'transports', transports, 'createdAt', created_at) ORDER BY created_at), '[]')
     FROM console_passkey WHERE account = name) AS passkeys
  FROM console_account WHERE :name::text IS NULL OR name = :name ORDER BY name COLLATE "C"`,
)

interface AccountRow {
  readonly name: string
  readonly role: Role
  readonly state: AccountState
  readonly created_at: Date
  readonly last_sign_in_at: Date | null
  readonly password: string | null
  readonly totp: Uint8Array | null
  readonly recovery_left: number
  readonly passkeys: readonly (Omit<Passkey, 'publicKey' | 'createdAt'> & { readonly publicKey: string; readonly createdAt: string })[]
}

async function accounts(pool: Pool, name?: string): Promise<readonly Account[]> {
  const rows = await run<AccountRow>(pool, FIND, { name: name ?? null })
  return rows.map(({ created_at, last_sign_in_at, recovery_left, passkeys, password, totp, ...row }) => ({
    ...row,
    createdAt: created_at,
    lastSignInAt: last_sign_in_at ?? undefined,
    password: password ?? undefined,
    totp: totp ?? undefined,
    recoveryLeft: recovery_left,
    passkeys: passkeys.map(({ publicKey, createdAt, ...key }) => ({
      ...key,
      publicKey: Buffer.from(publicKey, 'base64'),
      createdAt: new Date(createdAt),
    })),
  }))
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
  RETURNING key`,
)
const WAIT = statement('console_wait', 'SELECT until FROM console_guess WHERE key = :key')

async function guess(pool: Pool, guesses: readonly Guess[], now: Date): Promise<'go' | { readonly wait: Date }> {
  const forgotten = new Date(now.getTime() - FORGOTTEN_MS)
  for (const { key, delaysS } of guesses) {
    const counted = await run(pool, GUESS, { key, delays: delaysS, now, forgotten })
    if (counted.length === 1) continue
    const [waits] = await run<{ readonly until: Date }>(pool, WAIT, { key })
    return { wait: waits?.until ?? now }
  }
  return 'go'
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
