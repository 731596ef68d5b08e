import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LINK_MS, linkTo } from '#core/console/link.ts'
import { hashOfToken, newToken } from '#core/console/session.ts'
import { authenticator } from '#test/authenticator.ts'
import { type ConsoleWorld, consoleWorld, HOST, PASSWORD, type Visitor } from '#test/console.ts'
import { codeOf } from './factors/totp.ts'

const ORIGIN = `http://${HOST}`

let world: ConsoleWorld
beforeAll(async () => {
  world = await consoleWorld()
})
afterAll(() => world.close())

const bodyOf = async <T>(response: Response): Promise<T> => (await response.json()) as T
const codeIn = async (response: Response) => (await bodyOf<{ readonly code?: string }>(response)).code
let count = 0

async function invited(): Promise<{ readonly name: string; readonly token: string }> {
  count += 1
  const [name, token, doing] = [`nigar-${count}`, newToken(), { by: 'test', at: world.now() }]
  await world.console.accounts.add({ name, role: 'auditor' }, doing)
  await world.console.accounts.link(name, hashOfToken(token), new Date(world.now().getTime() + LINK_MS), doing)
  return { name, token }
}

async function appSecret(visitor: Visitor, token: string): Promise<Uint8Array> {
  const { totp } = await bodyOf<{ readonly totp: { readonly uri: string } }>(await visitor.post('/api/enrol', { token }))
  const { Secret } = await import('otpauth')
  return new Uint8Array(Secret.fromBase32(new URL(totp.uri).searchParams.get('secret') ?? '').buffer)
}

/** Comes in with a passkey; answers with it and the recovery codes. */
async function enrolledWithKey(token: string) {
  const visitor = world.visitor()
  const key = authenticator(ORIGIN)
  const options = await bodyOf<{ readonly challenge: string }>(await visitor.post('/api/enrol/passkey/options', { token }))
  const given = { token, password: PASSWORD, response: key.create(options.challenge) }
  const { recoveryCodes } = await bodyOf<{ readonly recoveryCodes: readonly string[] }>(await visitor.post('/api/enrol/passkey', given))
  return { key, recoveryCodes }
}

async function halfIn(name: string, address: string): Promise<Visitor> {
  const visitor = world.visitor(address)
  expect((await visitor.post('/api/sign-in', { name, password: PASSWORD })).status).toBe(200)
  return visitor
}

const challenge = async (visitor: Visitor, path = '/api/sign-in/passkey/options') =>
  (await bodyOf<{ readonly challenge: string }>(await visitor.post(path))).challenge

describe('a one-time link', () => {
  it('lets somebody choose a password and an authenticator app, once', async () => {
    const { name, token } = await invited()
    const visitor = world.visitor()
    const secret = await appSecret(visitor, token)
    const given = { token, password: PASSWORD, code: codeOf(secret, world.now()) }
    expect(await codeIn(await visitor.post('/api/enrol/totp', { ...given, code: '000000' }))).toBe('SIGN_IN_FAILED')
    expect(await codeIn(await visitor.post('/api/enrol/totp', { ...given, password: 'qısa' }))).toBe('PASSWORD_WEAK')
    expect((await visitor.post('/api/enrol/totp', given)).status).toBe(200)
    expect(await codeIn(await visitor.post('/api/enrol/totp', given))).toBe('LINK_OVER')
    expect(await codeIn(await visitor.post('/api/enrol', { token }))).toBe('LINK_OVER')
    const half = await halfIn(name, '10.2.1.1')
    world.pass(31)
    expect((await half.post('/api/sign-in/totp', { code: codeOf(secret, world.now()) })).status).toBe(200)
  })

  it('is over after a day, and when a new one was made', async () => {
    const { name, token } = await invited()
    const next = newToken()
    await world.console.accounts.link(name, hashOfToken(next), new Date(world.now().getTime() + LINK_MS), { by: 'test', at: world.now() })
    expect(await codeIn(await world.visitor().post('/api/enrol', { token }))).toBe('LINK_OVER')
    expect((await world.visitor().post('/api/enrol', { token: next })).status).toBe(200)
    world.pass(86_401)
    expect(await codeIn(await world.visitor().post('/api/enrol', { token: next }))).toBe('LINK_OVER')
  })

  it('carries its secret where no server is sent it', () => {
    const { pathname, search, hash } = new URL(linkTo(ORIGIN, 'secret'))
    expect([pathname, search, hash]).toEqual(['/enrol', '', '#secret'])
  })
})

describe('a passkey', () => {
  it('signs in, and a signature counts for one challenge', async () => {
    const { name, token } = await invited()
    const { key } = await enrolledWithKey(token)
    const visitor = await halfIn(name, '10.2.2.1')
    const response = key.get(await challenge(visitor))
    expect((await visitor.post('/api/sign-in/passkey', { response })).status).toBe(200)
    const again = await halfIn(name, '10.2.2.2')
    await challenge(again)
    expect((await again.post('/api/sign-in/passkey', { response })).status).toBe(401)
  })

  it.each([
    ['of another site', { origin: 'https://evil.example' }],
    ['that did not verify its user', { verified: false }],
    ['that was copied, so that its counter is behind', { counter: 1 }],
  ])('%s is refused', async (_, how) => {
    const { name, token } = await invited()
    const { key } = await enrolledWithKey(token)
    const visitor = await halfIn(name, `10.2.3.${count}`)
    expect((await visitor.post('/api/sign-in/passkey', { response: key.get(await challenge(visitor)) })).status).toBe(200)
    const other = await halfIn(name, `10.2.4.${count}`)
    expect((await other.post('/api/sign-in/passkey', { response: key.get(await challenge(other), how) })).status).toBe(401)
  })

  it('of somebody else is refused', async () => {
    const [one, two] = [await invited(), await invited()]
    await enrolledWithKey(one.token)
    const { key } = await enrolledWithKey(two.token)
    const visitor = await halfIn(one.name, '10.2.5.1')
    expect((await visitor.post('/api/sign-in/passkey', { response: key.get(await challenge(visitor)) })).status).toBe(401)
  })

  it('steps a session up, which gets another cookie', async () => {
    const { name, token } = await invited()
    const { key } = await enrolledWithKey(token)
    const visitor = await halfIn(name, '10.2.6.1')
    await visitor.post('/api/sign-in/passkey', { response: key.get(await challenge(visitor)) })
    world.pass(301)
    const steppedUp = async () =>
      (await bodyOf<{ session: { steppedUpUntil?: string } }>(await visitor.get('/api/me'))).session.steppedUpUntil !== undefined
    expect(await steppedUp()).toBe(false)
    const before = visitor.cookie
    const response = key.get(await challenge(visitor, '/api/step-up/passkey/options'))
    expect((await visitor.post('/api/step-up/passkey', { response })).status).toBe(200)
    expect(visitor.cookie).not.toBe(before)
    expect(await steppedUp()).toBe(true)
  })
})

describe('recovery codes', () => {
  it('are ten, and each lets its owner in once', async () => {
    const { name, token } = await invited()
    const { recoveryCodes } = await enrolledWithKey(token)
    expect(new Set(recoveryCodes).size).toBe(10)
    const [code = ''] = recoveryCodes
    expect(code).toMatch(/^([0-9a-z]{4}-){3}[0-9a-z]{4}$/)
    const recover = async (address: string, given: string) =>
      (await (await halfIn(name, address)).post('/api/sign-in/recovery', { code: given })).status
    expect(await recover('10.2.7.1', code.toUpperCase().replaceAll('-', ' '))).toBe(200)
    expect(await recover('10.2.7.2', code)).toBe(401)
    const { rows } = await world.database.pool.query('SELECT recovery FROM console_account WHERE name = $1', [name])
    expect(rows[0].recovery).toHaveLength(9)
    expect(JSON.stringify(rows)).not.toContain(recoveryCodes[1])
  })
})

describe('sessions', () => {
  it('are listed to their owner, who may end them; nobody else may, but administrators', async () => {
    const [mine, theirs, admin] = [await world.signedIn('operator'), await world.signedIn('auditor'), await world.signedIn('administrator')]
    const listed = async (visitor: Visitor) =>
      (await bodyOf<{ items: { sessionId: string; isThis: boolean; account: string }[] }>(await visitor.get('/api/sessions'))).items
    const [own] = await listed(mine)
    expect(await listed(mine)).toEqual([expect.objectContaining({ isThis: true })])
    const path = `/api/sessions/${own?.sessionId}`
    expect((await theirs.send('DELETE', path)).status).toBe(404)
    expect((await admin.send('DELETE', path)).status).toBe(200)
    expect((await mine.get('/api/me')).status).toBe(401)
    expect((await mine.send('DELETE', path)).status).toBe(401)
  })
})
