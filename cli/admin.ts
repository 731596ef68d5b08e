/** `korpu admin create NAME`: an administrator of the console, and the link with which that person comes in. */
import { userInfo } from 'node:os'
import type { Command } from 'commander'
import { readConfig } from '#config'
import { ACCOUNT_NAME } from '#core/console/accounts.ts'
import { LINK_MS, linkTo } from '#core/console/link.ts'
import { hashOfToken, newToken } from '#core/console/session.ts'
import { PlainError } from '#core/plain-error.ts'
import { withDatabase } from './database.ts'
import { type Answer, answering } from './output.ts'

export function addTo(program: Command): void {
  const admin = program.command('admin').description('administrators of the console')
  const create = admin
    .command('create')
    .description('add an administrator, or invite one again who has not come yet; prints a link that counts once, for a day')
    .argument('<NAME>', 'lower-case letters, digits, dots, hyphens')
    .option('--by <NAME>', 'who does it', userInfo().username)
  answering(create, createAdmin)
}

async function createAdmin(name: string, { by }: { readonly by: string }): Promise<Answer> {
  if (!ACCOUNT_NAME.test(name))
    throw new PlainError(
      'That is no name of an account.',
      'It begins with a letter and has 2 to 40 lower-case letters, digits, dots, hyphens.',
    )
  const at = new Date()
  const doing = { by, at, reason: 'korpu admin create' }
  const [token, endsAt] = [newToken(), new Date(at.getTime() + LINK_MS)]
  const made = await withDatabase(async ({ accounts }) => {
    await accounts.add({ name, role: 'administrator' }, doing)
    const account = await accounts.find(name)
    return account?.role === 'administrator' && (await accounts.link(name, hashOfToken(token), endsAt, doing))
  })
  if (!made) return { yes: false, lines: [`There is an account ${name} already.`], json: { ok: false, name } }
  const { consoleOrigin, consolePort } = readConfig()
  const link = linkTo(consoleOrigin ?? `http://localhost:${consolePort}`, token)
  return {
    yes: true,
    lines: [`${name} may come in with this link, once, until ${endsAt.toISOString()}:`, link],
    json: { ok: true, name, link, endsAt: endsAt.toISOString() },
  }
}
