import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Act, act } from '#core/console/four-eyes.ts'
import { refusal } from '#core/console/refusal.ts'
import { type ConsoleWorld, consoleWorld, type Visitor } from '#test/console.ts'
import { doingOf } from './visitor.ts'

/** An act of the tests: adds up what it is told to, unless it is broken. */
let total = 0
let broken = false
const adding: Act = act<{ readonly by: number }>({
  action: 'replay.many',
  effect: async ({ by }) => ({ from: total, to: total + by }),
  async execute({ by }) {
    if (broken) throw new Error('broken')
    total += by
    return { total }
  },
})

let world: ConsoleWorld
let operator: Visitor
let admin: Visitor
let other: Visitor
let auditor: Visitor
beforeAll(async () => {
  world = await consoleWorld({ acts: new Map([['add', adding]]) })
  operator = await world.signedIn('operator')
  admin = await world.signedIn('administrator')
  other = await world.signedIn('administrator')
  auditor = await world.signedIn('auditor')
})
afterAll(() => world.close())

const bodyOf = async <T = Record<string, unknown>>(response: Response): Promise<T> => (await response.json()) as T
const codeIn = async (response: Response) => (await bodyOf<{ readonly code?: string }>(response)).code
const REASON = 'Frankfurt hat die Annahme wieder geöffnet'

async function asked(by: number): Promise<string> {
  const session = (await world.console.sessions.list(world.now())).find(({ role }) => role === 'operator')
  if (!session) throw new Error('no operator')
  const answer = await world.console.fourEyes.ask('add', { by }, REASON, doingOf(session, world.now()))
  return 'approvalId' in answer ? answer.approvalId : ''
}

interface Shown {
  readonly seen: string
  readonly state: string
  readonly fits: boolean
  readonly now: object
  readonly outcome: object
}
const look = async (id: string, visitor = admin): Promise<Shown> => bodyOf<Shown>(await visitor.get(`/api/approvals/${id}`))
const approve = async (id: string, seen: string, visitor = admin) => visitor.post(`/api/approvals/${id}/approve`, { seen })
const events = async (id: string) =>
  (await world.database.pool.query<{ event: string }>('SELECT event FROM audit_link WHERE object = $1 ORDER BY at', [id])).rows.map(
    ({ event }) => event,
  )

describe('what one person may only ask for', () => {
  it('is done once another approves it, exactly as it was asked for, and once only', async () => {
    const id = await asked(3)
    expect(total).toBe(0)
    const { seen, now } = await look(id)
    expect(now).toEqual({ from: 0, to: 3 })
    const [one, two] = await Promise.all([approve(id, seen), approve(id, seen, other)])
    expect(new Set([one.status, two.status])).toEqual(new Set([200, 409]))
    expect(total).toBe(3)
    expect(await look(id)).toMatchObject({ state: 'done', outcome: { total: 3 } })
    expect(await codeIn(await approve(id, seen))).toBe('DECIDED')
    expect(await events(id)).toEqual(['approval.asked add', 'approval.approved', 'approval.done'])
  })

  it('is not decided by whoever asked, nor by a role that does not decide', async () => {
    const id = await asked(1)
    const { seen } = await look(id)
    expect(await codeIn(await approve(id, seen, operator))).toBe('NOT_ALLOWED')
    expect(await codeIn(await approve(id, seen, auditor))).toBe('NOT_ALLOWED')
    expect((await operator.post(`/api/approvals/${id}/withdraw`)).status).toBe(200)
    expect(await codeIn(await approve(id, seen))).toBe('DECIDED')
  })

  it('is looked at again when what it would do has changed', async () => {
    const id = await asked(5)
    const { seen } = await look(id)
    total += 1
    expect(await codeIn(await approve(id, seen))).toBe('EFFECT_CHANGED')
    expect((await look(id)).fits).toBe(false)
    total -= 1
    expect((await approve(id, 'f'.repeat(64))).status).toBe(409)
    expect((await approve(id, seen)).status).toBe(200)
  })

  it('lapses after 24 hours', async () => {
    const id = await asked(1)
    const { seen } = await look(id)
    const late = new Date(world.now().getTime() + 86_400_000)
    expect((await world.console.approvals.find(id, late))?.state).toBe('lapsed')
    expect(await world.console.approvals.decide(id, 'approved', { alone: false }, { by: 'administrator-9', at: late })).toBe(false)
    expect(seen).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is rejected with a reason', async () => {
    const id = await asked(1)
    expect((await admin.post(`/api/approvals/${id}/reject`, { reason: 'nein' })).status).toBe(422)
    expect((await admin.post(`/api/approvals/${id}/reject`, { reason: 'Erst nach dem Umzug' })).status).toBe(200)
    expect(await look(id)).toMatchObject({ state: 'rejected', decision: 'Erst nach dem Umzug' })
  })

  it('is refused when somebody has changed it in the database', async () => {
    const id = await asked(1)
    const { seen } = await look(id)
    const before = total
    await world.database.pool.query(`UPDATE console_approval SET params = '{"by":1000}' WHERE approval_id = $1`, [id])
    expect((await approve(id, seen)).status).toBe(500)
    expect(total).toBe(before)
  })

  it('that breaks is told as failed, and not tried again', async () => {
    const id = await asked(1)
    const { seen } = await look(id)
    broken = true
    expect(await bodyOf(await approve(id, seen))).toMatchObject({ state: 'failed', outcome: { code: 'INTERNAL' } })
    broken = false
    expect(await codeIn(await approve(id, seen))).toBe('DECIDED')
  })

  it('needs the second factor again after five minutes', async () => {
    const id = await asked(1)
    const late = await world.signedIn('administrator')
    const { seen } = await look(id, late)
    world.pass(301)
    expect(await codeIn(await approve(id, seen, late))).toBe('STEP_UP')
    world.pass(-301)
  })
})

describe('breaking the glass', () => {
  it('lets an administrator decide alone, with a reason, for everybody to see and another to review', async () => {
    const user = { name: 'sevda', role: 'operator', reason: 'Neue Kollegin im Dienst' }
    const { approvalId } = await bodyOf<{ approvalId: string }>(await admin.post('/api/users', user))
    const { seen } = await look(approvalId)
    expect(await codeIn(await approve(approvalId, seen))).toBe('OWN_REQUEST')
    const alone = { seen, reason: 'Wochenende, Rückstau bei allen Stellen' }
    expect((await operator.post(`/api/approvals/${approvalId}/break-glass`, alone)).status).toBe(403)
    const done = await bodyOf(await admin.post(`/api/approvals/${approvalId}/break-glass`, alone))
    expect(done).toMatchObject({ state: 'done', alone: true })
    expect(world.logged()).toContain('glass.broken')
    const open = async () => (await bodyOf<{ items: { approvalId: string }[] }>(await auditor.get('/api/approvals?state=review'))).items
    expect(await open()).toEqual([expect.objectContaining({ approvalId })])
    expect(await codeIn(await admin.post(`/api/approvals/${approvalId}/review`))).toBe('OWN_REQUEST')
    expect((await auditor.post(`/api/approvals/${approvalId}/review`)).status).toBe(200)
    expect(await open()).toEqual([])
    expect(await events(approvalId)).toEqual(['approval.asked user.invite', 'glass.broken', 'approval.done', 'glass.reviewed'])
  })
})

describe('accounts', () => {
  const REASONED = { reason: 'Wechsel der Aufgabe' }
  async function agreed(path: string, body: object): Promise<Record<string, unknown>> {
    const { approvalId } = await bodyOf<{ approvalId: string }>(await admin.post(path, body))
    const { seen } = await look(approvalId, other)
    return bodyOf(await approve(approvalId, seen, other))
  }

  it('come in by a link that is made once two administrators have agreed', async () => {
    expect((await admin.post('/api/users/orxan/link')).status).toBe(409)
    expect(await agreed('/api/users', { name: 'orxan', role: 'operator', ...REASONED })).toMatchObject({ state: 'done' })
    const { link } = await bodyOf<{ link: string }>(await admin.post('/api/users/orxan/link'))
    const token = link.split('#')[1]
    expect(await bodyOf(await world.visitor().post('/api/enrol', { token }))).toMatchObject({ name: 'orxan', role: 'operator' })
    expect((await operator.post('/api/users/orxan/link')).status).toBe(403)
  })

  it('are signed out when their role changes, when they are disabled and when they are reset', async () => {
    const person = await world.person('auditor')
    const { signIn } = await import('#test/console.ts')
    const visitor = world.visitor('10.3.3.3')
    await signIn(world, visitor, person)
    await agreed(`/api/users/${person.name}/role`, { role: 'operator', ...REASONED })
    expect((await visitor.get('/api/me')).status).toBe(401)
    world.pass(31)
    await signIn(world, visitor, person)
    expect(await bodyOf(await visitor.get('/api/me'))).toMatchObject({ role: 'operator' })
    await agreed(`/api/users/${person.name}/disable`, REASONED)
    expect((await visitor.get('/api/me')).status).toBe(401)
    await expect(signIn(world, world.visitor('10.3.3.4'), person)).rejects.toThrow('401')
    await agreed(`/api/users/${person.name}/reset`, REASONED)
    const { items } = await bodyOf<{ items: { name: string; state: string }[] }>(await auditor.get('/api/users'))
    expect(items.find(({ name }) => name === person.name)).toMatchObject({ state: 'invited', factors: { totp: false, passkeys: 0 } })
    expect(JSON.stringify(items)).not.toMatch(/argon2|password/)
  })

  it('cannot be taken from the last administrator', async () => {
    const alone = { find: async () => ({ role: 'administrator', state: 'active', name: 'aysel' }), list: async () => [] }
    const { userActs } = await import('#core/console/user-acts.ts')
    const acts = userActs(alone as unknown as Parameters<typeof userActs>[0])
    for (const name of ['user.role', 'user.disable', 'user.reset'])
      await expect(acts.get(name)?.effect({ name: 'aysel', role: 'auditor' })).rejects.toEqual(refusal('CONFLICT'))
  })
})

it('all of this is in an audit trail that holds', async () => {
  const { links, broken: torn } = await world.database.trail.verify()
  expect(links).toBeGreaterThan(20)
  expect(torn).toEqual([])
})
