/** What people change of their own account, minutes after they have proven again who they are: password, passkeys, recovery codes. */
import { Type } from '@sinclair/typebox'
import { type Context, Hono } from 'hono'
import { refusal } from '#core/console/refusal.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { registered, registrationOptions } from './factors/passkey.ts'
import { hashOfPassword, isPassword, isStrong } from './factors/password.ts'
import { keptOf, newCodes } from './factors/recovery.ts'
import { closed, line, RESPONSE, taking } from './input.ts'
import type { Requires } from './permission.ts'
import { tryFor } from './proof.ts'
import { doingOf } from './visitor.ts'

const password = Type.String({ minLength: 1, maxLength: 400 })
const NewPassword = Type.Object({ current: password, password }, closed)
const NewKey = Type.Object({ response: RESPONSE, label: line(40) }, closed)
const Label = Type.Object({ label: line(40) }, closed)

export function ownAccountRoutes(console: Console, requires: Requires) {
  const { accounts, sessions, clock } = console
  const own = async (c: Context<ConsoleEnv>) => {
    const account = await accounts.find(c.var.session.account)
    if (!account) throw refusal('SIGNED_OUT')
    return account
  }
  const doing = (c: Context<ConsoleEnv>) => doingOf(c.var.session, clock.now())

  return new Hono<ConsoleEnv>()
    .post('/password', requires('self', 'stepped-up'), taking(NewPassword), async (c) => {
      const { current, password: chosen } = c.req.valid('json')
      const account = await own(c)
      const attempt = await tryFor(console, c, account.name)
      if (!(await isPassword(current, account.password))) return attempt.failed(account)
      await attempt.held('half')
      if (!isStrong(chosen, account.name)) throw refusal('PASSWORD_WEAK')
      if (!(await accounts.setPassword(account.name, await hashOfPassword(chosen), doing(c)))) throw refusal('CONFLICT')
      return c.json({ changed: true as const })
    })
    .get('/passkeys', requires('self'), async (c) => {
      const { passkeys } = await own(c)
      return c.json({ items: passkeys.map(({ id, label, createdAt }) => ({ id, label, createdAt: createdAt.toISOString() })) })
    })
    .post('/passkeys/options', requires('self', 'stepped-up'), async (c) => {
      const { name, passkeys } = await own(c)
      const options = await registrationOptions(c.var.origin, name, passkeys)
      await sessions.challenge(c.var.token ?? Buffer.of(), options.challenge)
      return c.json(options)
    })
    .post('/passkeys', requires('self', 'stepped-up'), taking(NewKey), async (c) => {
      const { response, label } = c.req.valid('json')
      const challenge = c.var.token && (await sessions.takeChallenge(c.var.token))
      const passkey = challenge === undefined ? undefined : await registered(c.var.origin, challenge, response)
      if (!passkey) throw refusal('KEY_FAILED')
      if (!(await accounts.addPasskey(c.var.session.account, passkey, label, doing(c)))) throw refusal('CONFLICT')
      return c.json({ added: true as const })
    })
    .post('/passkeys/:id/label', requires('self'), taking(Label), async (c) => {
      const named = await accounts.namePasskey(c.var.session.account, c.req.param('id'), c.req.valid('json').label, doing(c))
      if (!named) throw refusal('NOT_FOUND')
      return c.json({ named: true as const })
    })
    .delete('/passkeys/:id', requires('self', 'stepped-up'), async (c) => {
      const { name, passkeys } = await own(c)
      if (!passkeys.some(({ id }) => id === c.req.param('id'))) throw refusal('NOT_FOUND')
      if (!(await accounts.removePasskey(name, c.req.param('id'), doing(c)))) throw refusal('LAST_FACTOR')
      return c.json({ removed: true as const })
    })
    .post('/recovery', requires('self', 'stepped-up'), async (c) => {
      const codes = newCodes()
      if (!(await accounts.setRecovery(c.var.session.account, codes.map(keptOf), doing(c)))) throw refusal('CONFLICT')
      return c.json({ recoveryCodes: codes })
    })
}
