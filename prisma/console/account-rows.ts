/** Accounts as they are kept, with their passkeys. */
import type { Pool } from 'pg'
import type { AccountState, Invited, Passkey } from '#core/console/accounts.ts'
import type { Role } from '#core/console/roles.ts'
import { run, statement } from '#prisma/pool.ts'

const FIND = statement(
  'console_accounts',
  `SELECT name, role, state, created_at, last_sign_in_at, password, totp, subject, cardinality(recovery) AS recovery_left, challenge,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'publicKey', encode(public_key, 'base64'), 'counter', counter,
       'transports', transports, 'label', label, 'createdAt', created_at) ORDER BY created_at), '[]')
     FROM console_passkey WHERE account = name) AS passkeys
  FROM console_account
  WHERE (:name::text IS NULL OR name = :name) AND (:link::bytea IS NULL OR (enrol_token = :link AND enrol_ends_at > :now::timestamptz AND state = 'invited'))
  ORDER BY name COLLATE "C"`,
)

interface AccountRow {
  readonly name: string
  readonly role: Role
  readonly state: AccountState
  readonly created_at: Date
  readonly last_sign_in_at: Date | null
  readonly password: string | null
  readonly totp: Uint8Array | null
  readonly subject: string | null
  readonly recovery_left: number
  readonly challenge: string | null
  readonly passkeys: readonly (Omit<Passkey, 'publicKey' | 'label' | 'createdAt'> & {
    readonly publicKey: string
    readonly label: string | null
    readonly createdAt: string
  })[]
}

export interface Wanted {
  readonly name?: string
  /** SHA-256 of the one-time link. */
  readonly link?: Uint8Array
  readonly now?: Date
}

/** All that are wanted; all there are when nothing is said. */
export async function accounts(pool: Pool, { name, link, now }: Wanted = {}): Promise<readonly Invited[]> {
  const rows = await run<AccountRow>(pool, FIND, { name: name ?? null, link: link ?? null, now: now ?? null })
  return rows.map(({ created_at, last_sign_in_at, recovery_left, passkeys, password, totp, challenge, subject, ...row }) => ({
    ...row,
    createdAt: created_at,
    lastSignInAt: last_sign_in_at ?? undefined,
    password: password ?? undefined,
    totp: totp ?? undefined,
    subject: subject ?? undefined,
    recoveryLeft: recovery_left,
    challenge: challenge ?? undefined,
    passkeys: passkeys.map(({ publicKey, label, createdAt, ...key }) => ({
      ...key,
      label: label ?? undefined,
      publicKey: Buffer.from(publicKey, 'base64'),
      createdAt: new Date(createdAt),
    })),
  }))
}
