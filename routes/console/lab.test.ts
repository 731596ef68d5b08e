/** The partner lab as people use it: begun, followed, stopped, and its report taken away; written down at both ends. */
import { parseResponse } from 'hono/client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { DirectoryParts } from '#core/directory.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import { verifyDocument } from '#core/signature/document.ts'
import { replaceDirectory } from '#prisma/admin.ts'
import { type ConsoleWorld, consoleWorld, type Visitor } from '#test/console.ts'
import { CORRECT, openPartner } from '#test/lab/partner.ts'
import { hubSigner } from '#test/letters.ts'
import { keysOf, testDirectory } from '#test/parties.ts'

let world: ConsoleWorld
let operator: Visitor
let partner: Awaited<ReturnType<typeof openPartner>>
const reason = 'yeni tərəfdaş qoşulur'
const nobody = { call: () => Promise.reject(new Error()), post: () => Promise.reject(new Error()), get: () => Promise.reject(new Error()) }

beforeAll(async () => {
  world = await consoleWorld({ settings: { environment: 'production' } })
  partner = await openPartner('xb', CORRECT, { now: world.now }, nobody)
  const { parties, agreements } = testDirectory()
  const directory: DirectoryParts = {
    agreements: agreements.map((one) => ({ ...one, types: ['readmission-application', 'interview-schedule'] })),
    parties: parties.map((one) =>
      one.id === 'xb'
        ? { ...one, test: true, serverAnchors: [keysOf('xb').tls.ca], endpoint: { ...one.endpoint, transport: 'push', url: partner.url } }
        : one,
    ),
  }
  await replaceDirectory(world.database.url, directory)
  await world.follow()
  operator = await world.signedIn('operator')
})
afterAll(async () => {
  await world.close()
  await partner.close()
})

const begin = (party: string, more: object = {}) => operator.post('/api/lab', { party, reason, waitS: 30, ...more })
const sheet = (id: string) => parseResponse(operator.api.lab[':id'].$get({ param: { id } }))
const written = async (id: string) => {
  const { rows } = await world.database.pool.query(
    `SELECT event, object, reason, role, digest FROM audit_link WHERE object LIKE '%' || $1 || '%' ORDER BY at`,
    [id],
  )
  return rows as readonly Record<string, string | null>[]
}

it('says who can be tested, with how many steps, and what stands in the way', async () => {
  const { items } = await parseResponse(operator.api.lab.parties.$get())
  const by = new Map(items.map((item) => [item.party, item]))
  expect(by.get('xb')).toMatchObject({ test: true, steps: expect.any(Number) })
  expect(by.get('de')).toMatchObject({ test: false, obstacle: 'LAB_PRODUCTION' })
})

describe('a session', () => {
  let labId: string
  let report: Uint8Array

  it('is begun, can be followed step by step, and ends with what it has found', { timeout: 120_000 }, async () => {
    const begun = await begin('xb')
    expect(begun.status).toBe(202)
    labId = ((await begun.json()) as { readonly labId: string }).labId
    expect((await begin('xb')).status).toBe(409)
    await vi.waitFor(async () => expect((await sheet(labId)).state).toBe('done'), { timeout: 100_000, interval: 200 })
    const { steps, ...session } = await sheet(labId)
    expect(session).toMatchObject({ party: 'xb', state: 'done', endedAt: expect.any(String), expected: steps.length })
    expect(session.by).toMatch(/^operator-/)
    expect(session.passed).toBeGreaterThan(15)
    expect(steps[0]).toMatchObject({ step: 'connect', result: 'passed', title: { az: expect.any(String) } })
    expect((await parseResponse(operator.api.lab.$get({ query: { party: 'xb' } }))).items).toEqual([session])
    expect((await parseResponse(operator.api.lab.$get({ query: { party: 'de' } }))).items).toEqual([])
  })

  it('leaves a report that the hub has signed, and pages of it to read', async () => {
    const taken = async (form: string) => operator.get(`/api/lab/${labId}/report?form=${form}&language=az`)
    const [json, jws, html, md] = await Promise.all(['json', 'jws', 'html', 'md'].map(taken))
    report = new Uint8Array(await (json as Response).arrayBuffer())
    const signature = (await (jws as Response).text()).trim()
    const document = { bytes: report, mediaType: 'application/json', signature } as const
    const { signer, tree } = await verifyDocument(document, { kind: 'LabReport', root: undefined, from: 'hub' }, hubSigner)
    expect([signer.party, tree.root]).toEqual(['hub', expect.objectContaining({ labId, party: 'xb' })])
    expect((html as Response).headers.get('content-disposition')).toContain(`lab-${labId}.html`)
    expect(await (html as Response).text()).toContain('Tərəfdaş laboratoriyası')
    expect(await (md as Response).text()).toMatch(/^# Tərəfdaş laboratoriyası: xb/)
  })

  it('is in the audit trail with who, why, and the digest of the report; the trail holds', async () => {
    expect(await written(labId)).toEqual([
      { event: 'lab.begun', object: `xb ${labId}`, reason, role: 'operator', digest: null },
      { event: 'lab.done', object: expect.stringMatching(/ (conforms|fails)$/), reason, role: 'operator', digest: sha256Hex(report) },
    ])
    expect((await world.database.trail.verify()).broken).toEqual([])
  })
})

it('with a production system of a production hub needs its word', { timeout: 60_000 }, async () => {
  expect(await (await begin('de')).json()).toMatchObject({ status: 409, code: 'LAB_PRODUCTION' })
  const begun = await begin('de', { inProduction: true })
  const { labId } = (await begun.json()) as { readonly labId: string }
  expect(await sheet(labId)).toMatchObject({ state: 'running', passed: 0, steps: [] })
  expect((await operator.post(`/api/lab/${labId}/stop`, { reason })).status).toBe(200)
  expect((await operator.post(`/api/lab/${labId}/stop`, { reason })).status).toBe(409)
  expect((await sheet(labId)).state).toBe('stopped')
  expect((await operator.get(`/api/lab/${labId}/report?form=json`)).status).toBe(404)
  expect((await written(labId)).map(({ event }) => event)).toEqual(['lab.begun', 'lab.stopped'])
})

it('that nobody hears of any more is lost, and makes room', async () => {
  const { labSessions } = world.database
  const doing = { by: 'nobody', at: world.now() }
  const one = { labId: '11111111-1111-4111-8111-111111111111', party: 'az-mia', expected: 3 }
  const two = { ...one, labId: '22222222-2222-4222-8222-222222222222' }
  expect(await labSessions.begin(one, doing)).toBe(true)
  expect(await labSessions.begin(two, doing)).toBe(false)
  const later = new Date(doing.at.getTime() + 61_000)
  expect((await labSessions.find(one.labId, later))?.state).toBe('lost')
  expect(await labSessions.begin(two, { ...doing, at: later })).toBe(true)
  expect(await labSessions.alive(one.labId, later)).toBe(false)
})

it('is begun by operators and administrators, and seen by auditors; nonsense is refused', async () => {
  const auditor = await world.signedIn('auditor')
  expect((await auditor.post('/api/lab', { party: 'xb', reason })).status).toBe(403)
  expect((await auditor.get('/api/lab')).status).toBe(200)
  expect((await begin('nobody')).status).toBe(404)
  expect((await begin('xb', { waitS: 0 })).status).toBe(422)
  expect((await operator.get('/api/lab/none')).status).toBe(404)
})
