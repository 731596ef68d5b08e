import { parseResponse } from 'hono/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ConsoleWorld, codeFor, consoleWorld, PASSWORD, signIn } from '#test/console.ts'

let world: ConsoleWorld
beforeAll(async () => {
  world = await consoleWorld()
})
afterAll(() => world.close())

const codeOf = async (response: Response): Promise<unknown> => ((await response.json()) as { readonly code?: string }).code
const wrong = { name: 'nobody', password: 'yanlış bir söz' }

describe('signing in', () => {
  it('takes a password and a code, and only then tells who somebody is', async () => {
    const person = await world.person('operator')
    const visitor = world.visitor()
    expect(await codeOf(await visitor.get('/api/me'))).toBe('SIGNED_OUT')
    const first = await visitor.post('/api/sign-in', { name: person.name, password: PASSWORD })
    expect(await first.json()).toEqual({ next: 'totp', methods: ['totp'] })
    expect(await codeOf(await visitor.get('/api/me'))).toBe('SIGNED_OUT')
    expect((await visitor.post('/api/sign-in/totp', { code: codeFor(world, person) })).status).toBe(200)
    const me = await parseResponse(visitor.api.me.$get())
    expect(me).toMatchObject({
      name: person.name,
      role: 'operator',
      factors: { totp: true, passkeys: 0, recoveryLeft: 0, singleSignOn: false },
    })
    expect(me.permissions).toContain('replay.few')
    expect(me.asks).toContain('replay.many')
    expect(me.permissions).not.toContain('users.change')
  })

  it('gives a cookie that no script, no other site and no other host gets, and another one after the second factor', async () => {
    const person = await world.person('auditor')
    const visitor = world.visitor('10.9.9.1')
    const first = await visitor.post('/api/sign-in', { name: person.name, password: PASSWORD })
    expect(first.headers.get('set-cookie')).toMatch(/^__Host-sid=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    const half = visitor.cookie
    await visitor.post('/api/sign-in/totp', { code: codeFor(world, person) })
    expect(visitor.cookie).not.toBe(half)
    const thief = world.visitor()
    thief.cookie = half
    expect((await thief.get('/api/me')).status).toBe(401)
  })

  it('says the same of a wrong password, an unknown name and a name that is none', async () => {
    const person = await world.person('operator')
    const said = await Promise.all(
      [{ ...wrong, name: person.name }, wrong, { ...wrong, name: 'Əli; DROP TABLE' }].map(async (given, index) => {
        const response = await world.visitor(`10.9.8.${index}`).post('/api/sign-in', given)
        const { instance, ...problem } = (await response.json()) as { readonly instance: string }
        return { status: response.status, problem, cookie: response.headers.get('set-cookie'), instance: typeof instance }
      }),
    )
    expect(said[0]).toMatchObject({ status: 401, problem: { code: 'SIGN_IN_FAILED' }, cookie: null })
    expect(said[1]).toEqual(said[0])
    expect(said[2]).toEqual(said[0])
  })

  it('takes a code once only', async () => {
    const person = await world.person('operator')
    await signIn(world, world.visitor('10.9.7.1'), person)
    const again = world.visitor('10.9.7.2')
    await again.post('/api/sign-in', { name: person.name, password: PASSWORD })
    expect(await codeOf(await again.post('/api/sign-in/totp', { code: codeFor(world, person) }))).toBe('SIGN_IN_FAILED')
    world.pass(31)
    expect((await again.post('/api/sign-in/totp', { code: codeFor(world, person) })).status).toBe(200)
  })

  it('lets nobody guess: the wait grows, is the same for names that do not exist, and the right password waits as well', async () => {
    const person = await world.person('operator')
    const waits = async (name: string, from: string) => {
      const told: (string | null)[] = []
      for (let i = 0; i < 7; i++) {
        const response = await world.visitor(from).post('/api/sign-in', { ...wrong, name })
        told.push(response.headers.get('retry-after'))
      }
      return told
    }
    expect(await waits(person.name, '10.9.6.1')).toEqual([null, null, null, null, null, '5', '5'])
    expect(await waits('no.such.person', '10.9.6.2')).toEqual([null, null, null, null, null, '5', '5'])
    const right = { name: person.name, password: PASSWORD }
    expect(await codeOf(await world.visitor('10.9.6.3').post('/api/sign-in', right))).toBe('LOCKED')
    world.pass(6)
    await world.visitor('10.9.6.3').post('/api/sign-in', { ...right, password: 'yanlış bir söz' })
    const later = await world.visitor('10.9.6.3').post('/api/sign-in', right)
    expect(later.headers.get('retry-after')).toBe('15')
  })

  it('lets one address try many names only slowly', async () => {
    const answers: number[] = []
    for (let i = 0; i < 23; i++)
      answers.push((await world.visitor('10.9.5.1').post('/api/sign-in', { ...wrong, name: `name-${i}` })).status)
    expect(answers.indexOf(429)).toBe(21)
    expect((await world.visitor('10.9.5.2').post('/api/sign-in', wrong)).status).toBe(401)
  })

  it('counts codes that are guessed, so that who has the password has nothing yet', async () => {
    const person = await world.person('operator')
    const visitor = world.visitor('10.9.4.1')
    await visitor.post('/api/sign-in', { name: person.name, password: PASSWORD })
    const statuses: number[] = []
    for (let i = 0; i < 7; i++) statuses.push((await visitor.post('/api/sign-in/totp', { code: '000000' })).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
  })
})

it('writes down each try that failed and that a name is locked, and never what was typed as a name', async () => {
  const person = await world.person('operator')
  const audited = async () =>
    (
      await world.database.pool.query<{ event: string; object: string }>(
        "SELECT event, object FROM audit_link WHERE event LIKE 'sign-in.%'",
      )
    ).rows
  const before = (await audited()).length
  for (let n = 0; n < 6; n++) await world.visitor('10.9.2.1').post('/api/sign-in', { ...wrong, name: person.name })
  await world.visitor('10.9.2.2').post('/api/sign-in', { name: 'parolum-budur', password: 'x' })
  const after = (await audited()).slice(before)
  expect(after.filter(({ object }) => object === person.name).map(({ event }) => event)).toEqual([
    ...Array<string>(5).fill('sign-in.failed'),
    'sign-in.locked',
  ])
  expect(after.filter(({ object }) => object !== person.name)).toEqual([{ event: 'sign-in.failed', object: 'unknown' }])
})

describe('a session', () => {
  it('ends after 15 minutes without activity; what a page does by itself is none', async () => {
    const visitor = await world.signedIn('operator')
    for (let minute = 0; minute < 3; minute++) {
      world.pass(10 * 60)
      expect((await visitor.get('/api/me')).status).toBe(200)
    }
    world.pass(10 * 60)
    expect((await visitor.get('/api/me', { 'korpu-background': '1' })).status).toBe(200)
    world.pass(6 * 60)
    expect(await codeOf(await visitor.get('/api/me'))).toBe('SIGNED_OUT')
  })

  it('ends after 8 hours whatever is done', async () => {
    const visitor = await world.signedIn('operator')
    const statuses: number[] = []
    for (let i = 0; i < 49; i++) {
      world.pass(10 * 60)
      statuses.push((await visitor.get('/api/me')).status)
    }
    expect(statuses.indexOf(401)).toBe(47)
  })

  it('is over for whoever took its cookie once its owner has signed out', async () => {
    const visitor = await world.signedIn('auditor')
    const thief = world.visitor('10.66.6.6')
    thief.cookie = visitor.cookie
    expect((await thief.get('/api/me')).status).toBe(200)
    expect((await visitor.post('/api/sign-out')).status).toBe(200)
    expect(visitor.cookie).toBeUndefined()
    expect((await thief.get('/api/me')).status).toBe(401)
  })
})

it('keeps passwords, codes and cookies out of the log and the audit trail, and audits who came and went', async () => {
  const person = await world.person('operator')
  const visitor = world.visitor('10.9.3.1')
  await signIn(world, visitor, person)
  const cookie = visitor.cookie ?? ''
  await visitor.post('/api/sign-out')
  const { rows } = await world.database.pool.query<{ event: string }>('SELECT * FROM audit_link WHERE by = $1 OR object = $1', [
    person.name,
  ])
  expect(rows.map(({ event }) => event)).toEqual(['account.added operator', 'session.begun totp', 'session.ended'])
  const kept =
    JSON.stringify(rows) + world.logged() + JSON.stringify((await world.database.pool.query('SELECT * FROM console_session')).rows)
  expect(cookie).toHaveLength(43)
  for (const secret of [PASSWORD, cookie]) expect(kept).not.toContain(secret)
})
