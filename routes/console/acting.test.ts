/** What people change by the console beside replays: certificates, evidence, single deliveries. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseResponse } from 'hono/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDevelopmentPki, partyFiles } from '#certs/pki.ts'
import { type ConsoleWorld, codeFor, consoleWorld, type Person, signIn, type Visitor } from '#test/console.ts'
import { eightMessages } from '#test/console-messages.ts'

let world: ConsoleWorld
let operator: Visitor
let administrator: Visitor
let second: { readonly visitor: Visitor; readonly person: Person }
let ids: readonly string[]
let folder: string
const reason = 'tərəflə razılaşdırılıb'

beforeAll(async () => {
  world = await consoleWorld()
  ids = await eightMessages(world, 'Vüqar Şərifov')
  folder = mkdtempSync(join(tmpdir(), 'korpu-successor-'))
  await makeDevelopmentPki(folder, ['de'])
  operator = await world.signedIn('operator')
  administrator = await world.signedIn('administrator')
  const [visitor, person] = [world.visitor('10.9.9.9'), await world.person('administrator')]
  await signIn(world, visitor, person)
  second = { visitor, person }
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true })
})

/** By the second administrator, who proves again that it is she. */
async function approve(approvalId: string): Promise<number> {
  const looked = (await (await second.visitor.get(`/api/approvals/${approvalId}`)).json()) as { readonly seen: string }
  world.pass(60)
  await second.visitor.post('/api/step-up/totp', { code: codeFor(world, second.person) })
  return (await second.visitor.post(`/api/approvals/${approvalId}/approve`, { seen: looked.seen })).status
}

const askedBy = async (answer: Promise<Response>): Promise<string> =>
  ((await (await answer).json()) as { readonly approvalId: string }).approvalId

describe('a certificate that takes over', () => {
  const file = (name: 'signCert' | 'tlsCert' | 'signKey') => readFileSync(partyFiles(folder, 'de')[name]).toString('base64')
  const older = async () => {
    const party = await parseResponse(administrator.api.parties[':id'].$get({ param: { id: 'de' } }))
    return party.certificates.filter(({ use }) => use === 'signing')
  }

  it('is planned with the days on which something changes, and counts beside the older one once a second administrator agrees', async () => {
    const [first] = await older()
    const json = { succeeds: first?.sha256 ?? '', use: 'signing' as const, certificate: file('signCert') }
    const plan = await parseResponse(administrator.api.parties[':id'].certificates.plan.$post({ param: { id: 'de' }, json }))
    expect(plan).toMatchObject({ party: 'de', use: 'signing', sameSubject: true, fromFile: false, plan: ['~ party de'] })
    expect((plan.turns as { readonly what: string }[]).map(({ what }) => what).toSorted()).toEqual(['begins', 'ends', 'renew'])
    const approvalId = await askedBy(administrator.post('/api/parties/de/certificates', { ...json, reason }))
    expect(await older()).toHaveLength(1)
    expect(await approve(approvalId)).toBe(200)
    await world.follow()
    expect((await older()).map(({ sha256 }) => sha256)).toEqual([json.succeeds, plan.sha256])
    const again = await administrator.post('/api/parties/de/certificates/plan', json)
    expect(await again.json()).toMatchObject({ code: 'CERTIFICATE_UNFIT', issues: [{ expected: 'same' }] })
  })

  it.each([
    ['the private key', 'signKey', 'private-key'],
    ['a certificate for connections', 'tlsCert', 'purpose'],
  ] as const)('is not %s', async (_, name, why) => {
    const [first] = await older()
    const json = { succeeds: first?.sha256, use: 'signing', certificate: file(name) }
    const answer = await administrator.post('/api/parties/de/certificates/plan', json)
    expect([answer.status, await answer.json()]).toMatchObject([422, { code: 'CERTIFICATE_UNFIT', issues: [{ expected: why }] }])
  })

  it('is a certificate, and an administrator’s affair', async () => {
    const [first] = await older()
    const json = { succeeds: first?.sha256, use: 'signing', certificate: Buffer.from('no certificate').toString('base64') }
    expect((await administrator.post('/api/parties/de/certificates/plan', json)).status).toBe(422)
    expect((await operator.post('/api/parties/de/certificates/plan', json)).status).toBe(403)
  })
})

describe('evidence', () => {
  it('is taken out by an auditor with a reason, and by an operator only after approval, for that message and by that person', async () => {
    const [id = '', other = ''] = ids
    const auditor = await world.signedIn('auditor')
    expect((await auditor.post(`/api/messages/${id}/evidence`, { party: 'az-sms' })).status).toBe(422)
    const taken = await auditor.post(`/api/messages/${id}/evidence`, { party: 'az-sms', reason })
    expect([
      taken.status,
      Buffer.from(await taken.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ]).toEqual([200, 'PK'])

    const alone = await operator.post(`/api/messages/${id}/evidence`, { party: 'az-sms', reason })
    expect(await alone.json()).toMatchObject({ code: 'EVIDENCE_UNASKED' })
    const approvalId = await askedBy(operator.post(`/api/messages/${id}/evidence/request`, { party: 'az-sms', reason }))
    expect((await operator.post(`/api/messages/${id}/evidence`, { party: 'az-sms', approvalId })).status).toBe(403)
    expect(await approve(approvalId)).toBe(200)
    expect((await operator.post(`/api/messages/${id}/evidence`, { party: 'az-sms', approvalId })).status).toBe(200)
    expect((await operator.post(`/api/messages/${other}/evidence`, { party: 'az-sms', approvalId })).status).toBe(403)
    expect((await (await world.signedIn('operator')).post(`/api/messages/${id}/evidence`, { party: 'az-sms', approvalId })).status).toBe(
      403,
    )
    const { rows } = await world.database.pool.query(`SELECT role, reason FROM audit_link WHERE event = 'evidence.exported' ORDER BY at`)
    expect(rows).toEqual([
      { role: 'auditor', reason },
      { role: 'operator', reason },
    ])
  })
})

describe('one delivery', () => {
  it('is cancelled by two people, of whom the second sees which message it is, and for whom', async () => {
    const id = ids[7] ?? ''
    const sheet = await parseResponse(operator.api.messages[':id'].$get({ param: { id }, query: {} }))
    const deliveryId = sheet.deliveries[0]?.deliveryId ?? ''
    const approvalId = await askedBy(operator.post(`/api/deliveries/${deliveryId}/cancel`, { reason }))
    const looked = await parseResponse(second.visitor.api.approvals[':id'].$get({ param: { id: approvalId } }))
    expect(looked.now).toMatchObject({ messageId: id, party: 'de', state: 'dead', type: 'readmission-application' })
    expect(await approve(approvalId)).toBe(200)
    expect((await operator.post(`/api/deliveries/${deliveryId}/cancel`, { reason })).status).toBe(409)
  })

  it('is found again in the replay that has reached it', async () => {
    const filter = { states: ['dead' as const], party: 'de' }
    const { done } = (await (await operator.post('/api/replays', { filter, reason })).json()) as {
      readonly done: { readonly jobId: string }
    }
    const { operations } = world.database
    const part = await operations.takePart('test', world.now(), 60_000, 1)
    const [item] = part?.items ?? []
    if (part && item) await operations.replay(part, item, 'test', world.now())
    const param = { id: done.jobId }
    expect(await parseResponse(operator.api.replays[':id'].$get({ param }))).toMatchObject({ total: 2, reached: 1, states: { pending: 1 } })
    const { items } = await parseResponse(operator.api.replays[':id'].deliveries.$get({ param, query: {} }))
    expect(items).toMatchObject([{ number: 1, party: 'de', state: 'pending' }])
    const failed = await parseResponse(operator.api.replays[':id'].deliveries.$get({ param, query: { state: 'dead,held' } }))
    expect(failed.items).toEqual([])
  })
})
