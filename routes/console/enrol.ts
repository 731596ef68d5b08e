/** The one-time link: whoever has it chooses a password and a second factor, and gets recovery codes. Its token stands in no address that is sent. */
import { Type } from '@sinclair/typebox'
import { Hono } from 'hono'
import type { Enrolment, Invited } from '#core/console/accounts.ts'
import { refusal } from '#core/console/refusal.ts'
import { seal, unseal } from '#core/console/seal.ts'
import { hashOfToken } from '#core/console/session.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { registered, registrationOptions } from './factors/passkey.ts'
import { hashOfPassword, isStrong } from './factors/password.ts'
import { keptOf, newCodes } from './factors/recovery.ts'
import { enrolmentOf, newSecret, stepOf } from './factors/totp.ts'
import { CODE, closed, RESPONSE, taking } from './input.ts'

const token = Type.String({ pattern: '^[\\w-]{43}$' })
const password = Type.String({ minLength: 1, maxLength: 400 })
const Opened = Type.Object({ token }, closed)
const WithCode = Type.Object({ token, password, code: CODE }, closed)
const WithKey = Type.Object({ token, password, response: RESPONSE }, closed)

export function enrolRoutes({ accounts, clock, settings }: Console) {
  const invitedBy = async (given: string): Promise<Invited> => {
    const invited = await accounts.linked(hashOfToken(given), clock.now())
    if (!invited) throw refusal('LINK_OVER')
    return invited
  }

  const strong = ({ name }: Invited, chosen: string): void => {
    if (!isStrong(chosen, name)) throw refusal('PASSWORD_WEAK')
  }

  const enrol = async (given: string, { name, role }: Invited, chosen: string, factor: Enrolment['factor']) => {
    const codes = newCodes()
    const proofs = { password: await hashOfPassword(chosen), factor, recovery: codes.map(keptOf) }
    if (!(await accounts.enrol(hashOfToken(given), proofs, { by: name, role, at: clock.now() }))) throw refusal('LINK_OVER')
    return { name, recoveryCodes: codes }
  }

  return new Hono<ConsoleEnv>()
    .post('/', taking(Opened), async (c) => {
      const { name, role } = await invitedBy(c.req.valid('json').token)
      const secret = newSecret()
      await accounts.prepare(name, { totp: seal(settings.secret, name, secret) })
      return c.json({ name, role, totp: enrolmentOf(secret, name) })
    })
    .post('/totp', taking(WithCode), async (c) => {
      const { token: given, password: chosen, code } = c.req.valid('json')
      const invited = await invitedBy(given)
      strong(invited, chosen)
      const { name, totp } = invited
      if (!totp || stepOf(code, unseal(settings.secret, name, totp), clock.now()) === undefined) throw refusal('SIGN_IN_FAILED')
      return c.json(await enrol(given, invited, chosen, 'totp'))
    })
    .post('/passkey/options', taking(Opened), async (c) => {
      const { name } = await invitedBy(c.req.valid('json').token)
      const options = await registrationOptions(c.var.origin, name, [])
      await accounts.prepare(name, { challenge: options.challenge })
      return c.json(options)
    })
    .post('/passkey', taking(WithKey), async (c) => {
      const { token: given, password: chosen, response } = c.req.valid('json')
      const invited = await invitedBy(given)
      strong(invited, chosen)
      const passkey = invited.challenge === undefined ? undefined : await registered(c.var.origin, invited.challenge, response)
      if (!passkey) throw refusal('SIGN_IN_FAILED')
      return c.json(await enrol(given, invited, chosen, passkey))
    })
}
