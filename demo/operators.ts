/** People who may open the console of the demo: one for each role, and a second administrator, for two must agree. Their secrets are made for this data folder. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { consoleSecret } from '#certs/console-secret.ts'
import { storeKeysOf } from '#certs/store-keys.ts'
import type { Accounts } from '#core/console/accounts.ts'
import type { Role } from '#core/console/roles.ts'
import { seal } from '#core/console/seal.ts'
import { openDatabase } from '#prisma/database.ts'
import { hashOfPassword } from '#routes/console/factors/password.ts'
import { enrolmentOf, newSecret } from '#routes/console/factors/totp.ts'

const PEOPLE: readonly (readonly [name: string, role: Role])[] = [
  ['aysel', 'administrator'],
  ['murad', 'administrator'],
  ['rashad', 'operator'],
  ['leyla', 'auditor'],
]

export interface Operator {
  readonly name: string
  readonly role: Role
  readonly password: string
  /** Base64. */
  readonly totp: string
}

/** For an authenticator app. */
export const linkOf = ({ name, totp }: Operator): string => enrolmentOf(Buffer.from(totp, 'base64'), name).uri

/** Adds those that are missing to the database of a running hub. */
export async function addOperators(dataDir: string, databaseUrl: string | undefined): Promise<readonly Operator[]> {
  const operators = operatorsOf(join(dataDir, 'operators.json'))
  const where = databaseUrl === undefined ? { dataDir: join(dataDir, 'database'), owner: false } : { url: databaseUrl }
  const database = await openDatabase(where, storeKeysOf({ storeKey: undefined, data: dataDir }), 2)
  try {
    for (const operator of operators) await add(database.accounts, operator, consoleSecret(undefined, dataDir))
  } finally {
    await database.close()
  }
  return operators
}

function operatorsOf(file: string): readonly Operator[] {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as readonly Operator[]
  const made = PEOPLE.map(([name, role]) => ({
    name,
    role,
    password: randomBytes(12).toString('base64url'),
    totp: Buffer.from(newSecret()).toString('base64'),
  }))
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 })
  return made
}

async function add(accounts: Accounts, { name, role, password, totp }: Operator, secret: Uint8Array): Promise<void> {
  if (await accounts.find(name)) return
  const proofs = { password: await hashOfPassword(password), totp: seal(secret, name, Buffer.from(totp, 'base64')) }
  await accounts.add({ name, role, ...proofs }, { by: 'korpu demo', at: new Date() })
}
