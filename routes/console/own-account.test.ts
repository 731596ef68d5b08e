import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authenticator } from '#test/authenticator.ts'
import { type ConsoleWorld, consoleWorld, HOST, PASSWORD, type Person, signIn, type Visitor } from '#test/console.ts'

let world: ConsoleWorld
beforeAll(async () => {
  world = await consoleWorld()
})
afterAll(() => world.close())

const NEXT = 'başqa uzun gizli söz'
let addresses = 0

/** In the next half minute, so that the code of the app is another one. */
async function come(person: Person): Promise<Visitor> {
  const visitor = world.visitor(`10.7.0.${++addresses}`)
  world.pass(31)
  await signIn(world, visitor, person)
  return visitor
}

const bodyOf = async <T>(response: Response): Promise<T> => (await response.json()) as T
const codeIn = async (response: Response) => (await bodyOf<{ readonly code?: string }>(response)).code
const eventsOf = async ({ name }: Person) =>
  (await world.database.pool.query<{ event: string }>('SELECT event FROM audit_link WHERE object = $1 ORDER BY at', [name])).rows.map(
    ({ event }) => event,
  )

async function withKey(visitor: Visitor, label: string): Promise<number> {
  const options = await visitor.post('/api/account/passkeys/options')
  const { challenge } = await bodyOf<{ readonly challenge: string }>(options)
  return (await visitor.post('/api/account/passkeys', { response: authenticator(`http://${HOST}`).create(challenge), label })).status
}

const keysOf = async (visitor: Visitor) =>
  (await bodyOf<{ readonly items: readonly { readonly id: string; readonly label: string }[] }>(await visitor.get('/api/account/passkeys')))
    .items

describe('the own password', () => {
  it('is changed by who knows it, ends all other sessions, and lets in from then on', async () => {
    const person = await world.person('operator')
    const [visitor, other] = [await come(person), await come(person)]
    const change = (current: string, password: string) => visitor.post('/api/account/password', { current, password })
    expect(await codeIn(await change('yanlış bir söz', NEXT))).toBe('SIGN_IN_FAILED')
    expect(await codeIn(await change(PASSWORD, 'qısa'))).toBe('PASSWORD_WEAK')
    expect((await change(PASSWORD, NEXT)).status).toBe(200)
    expect((await visitor.get('/api/me')).status).toBe(200)
    expect((await other.get('/api/me')).status).toBe(401)
    const sign = async (password: string) => (await world.visitor('10.7.9.1').post('/api/sign-in', { name: person.name, password })).status
    expect([await sign(PASSWORD), await sign(NEXT)]).toEqual([401, 200])
    expect(await eventsOf(person)).toContain('account.password-changed')
  })

  it('is not guessed on an open page: tries count as those of the sign-in do', async () => {
    const visitor = await come(await world.person('operator'))
    const codes: unknown[] = []
    for (let n = 0; n < 7; n++)
      codes.push(await codeIn(await visitor.post('/api/account/password', { current: `yanlış ${n}`, password: NEXT })))
    expect(codes.slice(4)).toEqual(['SIGN_IN_FAILED', 'LOCKED', 'LOCKED'])
  })
})

describe('own passkeys', () => {
  it('are added under a name, named anew and taken away; everything is audited', async () => {
    const person = await world.person('auditor')
    const visitor = await come(person)
    expect(await withKey(visitor, 'Ofis')).toBe(200)
    const [key] = await keysOf(visitor)
    expect(key).toMatchObject({ label: 'Ofis' })
    const path = `/api/account/passkeys/${key?.id}`
    expect((await visitor.post(`${path}/label`, { label: 'Ev' })).status).toBe(200)
    expect(await keysOf(visitor)).toMatchObject([{ label: 'Ev' }])
    expect((await (await come(await world.person('auditor'))).post(`${path}/label`, { label: 'Mənim' })).status).toBe(404)
    expect((await visitor.send('DELETE', path)).status).toBe(200)
    expect(await keysOf(visitor)).toEqual([])
    expect(await eventsOf(person)).toEqual(
      expect.arrayContaining(['account.passkey-added', 'account.passkey-named', 'account.passkey-removed']),
    )
  })

  it('stay while one is the only second factor', async () => {
    const person = await world.person('operator')
    const visitor = await come(person)
    await withKey(visitor, 'Birinci')
    await world.database.pool.query('UPDATE console_account SET totp = NULL WHERE name = $1', [person.name])
    const [key] = await keysOf(visitor)
    expect(await codeIn(await visitor.send('DELETE', `/api/account/passkeys/${key?.id}`))).toBe('LAST_FACTOR')
    await withKey(visitor, 'İkinci')
    expect((await visitor.send('DELETE', `/api/account/passkeys/${key?.id}`)).status).toBe(200)
  })

  it('are made of a challenge that counts once', async () => {
    const visitor = await come(await world.person('operator'))
    const { challenge } = await bodyOf<{ readonly challenge: string }>(await visitor.post('/api/account/passkeys/options'))
    const make = () => visitor.post('/api/account/passkeys', { response: authenticator(`http://${HOST}`).create(challenge), label: 'A' })
    expect([(await make()).status, await codeIn(await make())]).toEqual([200, 'KEY_FAILED'])
  })
})

it('new recovery codes end those before, and are kept as hashes', async () => {
  const person = await world.person('operator')
  const visitor = await come(person)
  const renew = async () =>
    (await bodyOf<{ readonly recoveryCodes: readonly string[] }>(await visitor.post('/api/account/recovery'))).recoveryCodes
  const [before, codes] = [await renew(), await renew()]
  expect(new Set([...before, ...codes]).size).toBe(20)
  const recover = async (code = '') => {
    const half = world.visitor(`10.7.8.${++addresses}`)
    await half.post('/api/sign-in', { name: person.name, password: PASSWORD })
    return (await half.post('/api/sign-in/recovery', { code })).status
  }
  expect([await recover(before[0]), await recover(codes[0])]).toEqual([401, 200])
  expect(JSON.stringify((await world.database.pool.query('SELECT * FROM console_account')).rows)).not.toContain(codes[1])
})

it('wants a second factor of minutes ago for each of them', async () => {
  const visitor = await come(await world.person('operator'))
  world.pass(301)
  const asked = await Promise.all([
    visitor.post('/api/account/password', { current: PASSWORD, password: NEXT }),
    visitor.post('/api/account/passkeys/options'),
    visitor.send('DELETE', '/api/account/passkeys/x'),
    visitor.post('/api/account/recovery'),
  ])
  expect(await Promise.all(asked.map(codeIn))).toEqual(['STEP_UP', 'STEP_UP', 'STEP_UP', 'STEP_UP'])
})
