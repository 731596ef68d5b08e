import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ConsoleWorld, consoleWorld, HOST, type Visitor } from '#test/console.ts'
import { CLIENT, type IdentityProvider, identityProvider } from '#test/identity-provider.ts'
import { providerOf } from './factors/provider.ts'

let idp: IdentityProvider
let world: ConsoleWorld
beforeAll(async () => {
  idp = await identityProvider()
  const provider = providerOf({
    issuer: idp.issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    roles: new Map([
      ['korpu-operators', 'operator'],
      ['korpu-auditors', 'auditor'],
    ]),
    factors: new Set(['mfa', 'hwk']),
  })
  world = await consoleWorld({ provider })
})
afterAll(async () => {
  await world.close()
  await idp.close()
})

const NIGAR = { sub: 'u-17', preferred_username: 'Nigar.M', groups: ['staff', 'korpu-operators'], amr: ['pwd', 'mfa'] }
beforeEach(() => {
  idp.claims = NIGAR
  idp.forge = (claims) => claims
})

/** The cookie that waits for the way back; a browser has it beside that of the session. */
const waiting = (response: Response): string => /__Host-oidc=[^;]*/.exec(response.headers.get('set-cookie') ?? '')?.[0] ?? ''

async function begin(visitor: Visitor, query = ''): Promise<{ readonly to: string; readonly cookie: string }> {
  const response = await visitor.get(`/api/single-sign-on/start${query}`)
  expect(response.headers.get('set-cookie')).toMatch(/^__Host-oidc=[\w-]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  return { to: response.headers.get('location') ?? '', cookie: waiting(response) }
}

/** As the browser comes from another site: without the cookie of the session, which is strict. */
async function comeBack(visitor: Visitor, back: URL, cookie: string): Promise<string | null> {
  const session = visitor.cookie
  visitor.cookie = undefined
  const response = await visitor.get(`${back.pathname}${back.search}`, { cookie, 'sec-fetch-site': 'cross-site' })
  visitor.cookie ??= session
  return response.headers.get('location')
}

async function signOn(visitor = world.visitor()): Promise<string | null> {
  const { to, cookie } = await begin(visitor)
  return comeBack(visitor, await idp.visit(to), cookie)
}

const me = async (visitor: Visitor) => (await (await visitor.get('/api/me')).json()) as { name: string; role: string; session: object }

describe('signing in at an identity provider', () => {
  it('gives a session with the role of the groups, with PKCE, state and nonce, and audits it', async () => {
    const visitor = world.visitor()
    const { to, cookie } = await begin(visitor)
    const asked = new URL(to).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect([asked.get('state'), asked.get('nonce'), asked.get('redirect_uri')]).toEqual([
      expect.stringMatching(/.{20}/),
      expect.stringMatching(/.{20}/),
      `http://${HOST}/api/single-sign-on/callback`,
    ])
    expect(await comeBack(visitor, await idp.visit(to), cookie)).toBe('/')
    expect(await me(visitor)).toMatchObject({ name: 'nigar.m', role: 'operator' })
    const { rows } = await world.database.pool.query(`SELECT event, by FROM audit_link WHERE event LIKE 'session.begun%'`)
    expect(rows).toEqual([{ event: 'session.begun sso', by: 'nigar.m' }])
  })

  it.each([
    ['shows no second factor', { amr: ['pwd'] }, 'no-factor'],
    ['says nothing of factors', { amr: undefined }, 'no-factor'],
    ['knows no group of ours', { groups: ['staff'] }, 'no-role'],
    ['has groups of two roles', { groups: ['korpu-operators', 'korpu-auditors'] }, 'no-role'],
    ['has no name', { preferred_username: undefined }, 'no-name'],
  ])('lets nobody in who %s', async (_, claims, why) => {
    idp.claims = { ...NIGAR, sub: 'u-18', ...claims }
    const visitor = world.visitor()
    expect(await signOn(visitor)).toBe(`/sign-in?refused=${why}`)
    expect(visitor.cookie).toBeUndefined()
  })

  it('refuses a token that was made for another browser, and a code that the provider never gave', async () => {
    const visitor = world.visitor()
    const one = await begin(visitor)
    idp.forge = (said) => ({ ...said, nonce: 'another' })
    expect(await comeBack(visitor, await idp.visit(one.to), one.cookie)).toBe('/sign-in?refused=failed')
    const two = await begin(visitor)
    const back = await idp.visit(two.to)
    back.searchParams.set('code', 'made-up')
    expect(await comeBack(visitor, back, two.cookie)).toBe('/sign-in?refused=failed')
  })

  it('refuses an answer that it did not ask for, and one that comes twice', async () => {
    const [mine, theirs] = [world.visitor(), world.visitor()]
    const [one, two] = [await begin(mine), await begin(theirs)]
    const back = await idp.visit(one.to)
    expect(await comeBack(theirs, back, two.cookie)).toBe('/sign-in?refused=failed')
    expect(await comeBack(theirs, back, '')).toBe('/sign-in?refused=failed')
    const fresh = await idp.visit((await begin(mine)).to)
    expect(await comeBack(mine, fresh, one.cookie)).toBe('/sign-in?refused=failed')
  })

  it('gives nobody the account of somebody else who has the same name', async () => {
    const person = await world.person('auditor')
    idp.claims = { ...NIGAR, sub: 'u-19', preferred_username: person.name }
    expect(await signOn()).toBe('/sign-in?refused=failed')
    idp.claims = { ...NIGAR, sub: 'u-20' }
    expect(await signOn()).toBe('/sign-in?refused=failed')
  })

  it('follows the groups: another role ends the sessions of the one before; whoever is disabled stays out', async () => {
    idp.claims = { ...NIGAR, sub: 'u-21', preferred_username: 'kamran' }
    const visitor = world.visitor()
    expect(await signOn(visitor)).toBe('/')
    idp.claims = { ...idp.claims, groups: ['korpu-auditors'] }
    const later = world.visitor()
    expect(await signOn(later)).toBe('/')
    expect((await visitor.get('/api/me')).status).toBe(401)
    expect(await me(later)).toMatchObject({ role: 'auditor' })
    await world.console.accounts.disable('kamran', { by: 'test', at: world.now() })
    expect(await signOn()).toBe('/sign-in?refused=failed')
  })

  it('steps a session up when the same person signs in again, and for nobody else', async () => {
    idp.claims = { ...NIGAR, sub: 'u-22', preferred_username: 'lala' }
    const visitor = world.visitor()
    await signOn(visitor)
    world.pass(301)
    expect((await me(visitor)).session).not.toHaveProperty('steppedUpUntil')
    const other = await begin(visitor, '?for=step-up')
    expect(new URL(other.to).searchParams.get('prompt')).toBe('login')
    idp.claims = NIGAR
    expect(await comeBack(visitor, await idp.visit(other.to), other.cookie)).toBe('/sign-in?refused=failed')
    idp.claims = { ...NIGAR, sub: 'u-22', preferred_username: 'lala' }
    const own = await begin(visitor, '?for=step-up')
    expect(await comeBack(visitor, await idp.visit(own.to), own.cookie)).toBe('/')
    expect((await me(visitor)).session).toHaveProperty('steppedUpUntil')
    world.pass(-301)
  })
})
