/** What the exchange answers when all is well, and to whom (contract, section 3). */
import { randomUUID, X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { contentDigestOf } from '#core/codec/jcs.ts'
import { trustingIn } from '#core/evidence/trusting.ts'
import { judge } from '#core/evidence/verify.ts'
import { certificateOf } from '#core/signature/certificate.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import { verifyDocument } from '#core/signature/document.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { documentIn, type Reply } from '#test/exchange.ts'
import { hubSigner, onWire, opened, receiptIn, receiptOf } from '#test/letters.ts'
import { keysOf } from '#test/parties.ts'
import { withStatus } from '#test/recording-push.ts'
import { expectProblem, openWorld, secretLetter, type World } from './world.ts'

const json = (reply: { readonly text: string }) => JSON.parse(reply.text)

test.each(['xa', 'xb', 'de', 'az-sms'])('a message of %s is accepted with the signed receipt of the hub', async (from) => {
  await using world = await openWorld()
  const document = await world.memory.signed(world.memory.letter(from, 'readmission-application'))
  const reply = await world.server.as(from).post('/v1/messages', document)
  expect(reply.status).toBe(202)
  expect(await receiptIn(documentIn(reply))).toMatchObject({ event: 'SubmissionAcceptance', digest: sha256Hex(document.bytes), by: 'hub' })
  const again = await world.server.as(from).post('/v1/messages', document)
  expect(again.status).toBe(202)
  expect(onWire(documentIn(again))).toEqual(onWire(documentIn(reply)))
})

test('the sender sees all deliveries of a message, each recipient its own, and nobody else knows that there is one', async () => {
  await using world = await openWorld()
  const { message } = await world.memory.send('xa', 'readmission-application', { copyTo: ['az-mfa'] })
  await world.memory.deliverDue()
  const path = `/v1/messages/${message.header.messageId}`
  const visible = { xa: { xb: 'delivered', 'az-mfa': 'pending' }, xb: { xb: 'delivered' }, 'az-mfa': { 'az-mfa': 'pending' } }
  for (const [party, deliveries] of Object.entries(visible)) {
    const seen = json(await world.server.as(party).get(path))
    expect(seen, party).toMatchObject({
      messageId: message.header.messageId,
      from: 'xa',
      to: 'xb',
      type: 'readmission-application',
      state: 'accepted',
    })
    const states = seen.deliveries.map((one: { party: string; state: string }) => [one.party, one.state])
    expect(Object.fromEntries(states), party).toEqual(deliveries)
    const parties = seen.timeline.map((one: { party: string }) => one.party)
    expect(parties, party).toEqual(party === 'az-mfa' ? ['xa'] : ['xa', 'xb'])
    expect(JSON.stringify(seen), party).not.toContain('Əliyeva')
  }
  for (const party of ['de', 'az-sms']) {
    const [theirs, nobodys] = [await world.server.as(party).get(path), await world.server.as(party).get(`/v1/messages/${randomUUID()}`)]
    await expectProblem(world, theirs, { code: 'NOT_FOUND' }, true)
    expect({ ...json(theirs), instance: '' }).toEqual({ ...json(nobodys), instance: '' })
    await expectProblem(world, await world.server.as(party).get(`${path}/receipt`), { code: 'NOT_FOUND' }, true)
  }
})

test('the evidence of a message is one file that proves it, for its parties alone', async () => {
  await using world = await openWorld()
  const { message } = await world.memory.send('xa', 'readmission-application')
  await world.memory.deliverDue()
  const path = `/v1/messages/${message.header.messageId}/evidence`
  for (const party of ['xa', 'xb']) {
    const { status, headers, bytes } = await world.server.as(party).get(path)
    expect([status, headers['content-type']]).toEqual([200, 'application/vnd.etsi.asic-e+zip'])
    const anchor = certificateOf(new X509Certificate(keysOf('hub').tls.ca).raw)
    expect((await judge(bytes, trustingIn([anchor]))).holds).toBe(true)
  }
  await expectProblem(world, await world.server.as('de').get(path), { code: 'NOT_FOUND' }, true)
})

test('what rules flag is told before and after sending, to the sender with its places', async () => {
  await using world = await openWorld()
  const { body } = sampleOf('readmission-application', 'small')
  const draft = { body: { ...body, observations: 'Sığınacaq istəyib' } }
  const trial = await world.memory.signed(world.memory.letter('xa', 'readmission-application', draft))
  const flags = [{ rule: 'asylum-words', path: '/Message/Body/ReadmissionApplication/Observations' }]
  expect(json(await world.server.as('xa').post('/v1/test', trial))).toMatchObject({ accepted: true, flags })
  const { message } = await world.memory.send('xa', 'readmission-application', draft)
  const path = `/v1/messages/${message.header.messageId}`
  expect(json(await world.server.as('xa').get(path)).flags).toEqual(flags)
  expect(json(await world.server.as('xb').get(path)).flags).toEqual([{ rule: 'asylum-words' }])
})

test('the receipt given at acceptance can be fetched again, byte for byte', async () => {
  await using world = await openWorld()
  const { message, receipt } = await world.memory.send('xa', 'readmission-application')
  const reply = await world.server.as('xa').get(`/v1/messages/${message.header.messageId}/receipt`)
  expect(reply.status).toBe(200)
  expect(onWire(documentIn(reply))).toEqual(onWire(receipt))
})

test('a notice of the hub has no receipt of the hub', async () => {
  await using world = await openWorld()
  await world.memory.changeAgreements((agreement) => ({ ...agreement, notices: 'all' }))
  await world.memory.send('xa', 'readmission-application')
  await world.memory.deliverDue()
  await world.memory.deliverDue()
  const notice = world.memory.push.pushed.find(({ party }) => party === 'xa')?.messageId
  expect((await world.server.as('xa').get(`/v1/messages/${notice}`)).status).toBe(200)
  await expectProblem(world, await world.server.as('xa').get(`/v1/messages/${notice}/receipt`), { code: 'NOT_FOUND' }, true)
})

test('ping tells a party who it is, how long its certificates last, and how far its clock is off', async () => {
  await using world = await openWorld()
  const theirs = new Date(world.memory.clock.now().getTime() + 90_000)
  const reply = await world.server.as('xa').get('/v1/ping', { date: theirs.toUTCString() })
  const { peer, signingCertificate } = keysOf('xa')
  expect(json(reply)).toMatchObject({
    party: 'xa',
    status: 'active',
    certificate: { sha256: sha256Hex(peer.certificate), daysLeft: expect.any(Number) },
    signingCertificates: [{ sha256: signingCertificate.sha256 }],
    time: world.memory.clock.now().toISOString(),
    clockDifferenceMs: 90_000,
  })
  expect(json(reply).certificate.daysLeft).toBeGreaterThan(1_800)
  expect(json(await world.server.as('xa').get('/v1/ping'))).not.toHaveProperty('clockDifferenceMs')
})

test('the published standard can be fetched, every file of it', async () => {
  await using world = await openWorld()
  const client = world.server.as('xa')
  const { files } = json(await client.get('/v1/schemas'))
  expect(files).toEqual(expect.arrayContaining(['message-1.xsd', 'message-1.schema.json', 'samples/readmission-application.small.xml']))
  for (const file of files) expect((await client.get(`/v1/schemas/${file}`)).status, file).toBe(200)
  const xsd = await client.get('/v1/schemas/message-1.xsd')
  expect(xsd.headers['content-type']).toBe('application/xml')
  expect(xsd.text).toContain('urn:korpu:message:1')
})

test('a party that pulls: look, lease, receipt, and all is settled', async () => {
  await using world = await openWorld()
  const { message } = await world.memory.send('xa', 'readmission-application', { to: 'az-mfa' })
  const { messageId } = message.header
  const mfa = world.server.as('az-mfa')
  const [{ deliveryId }] = json(await mfa.get('/v1/mailbox')).deliveries
  const leased = await mfa.call('POST', `/v1/mailbox/${deliveryId}/lease`)
  expect(leased.headers).toMatchObject({ 'idempotency-key': `"${deliveryId}"`, 'korpu-message-id': messageId })
  const document = documentIn(leased)
  expect((await opened('az-mfa', document)).body).toEqual(message.body)
  await expectProblem(world, await mfa.call('POST', `/v1/mailbox/${deliveryId}/lease`), { code: 'DELIVERY_TAKEN' }, true)
  const receipt = await receiptOf('az-mfa', { deliveryId, messageId, document }, world.memory.clock.now())
  expect((await mfa.post('/v1/receipts', receipt)).status).toBe(204)
  expect((await mfa.post('/v1/receipts', receipt)).status).toBe(204)
  await expectProblem(world, await mfa.call('POST', `/v1/mailbox/${deliveryId}/lease`), { code: 'DELIVERY_SETTLED' }, true)
  expect(json(await mfa.get('/v1/mailbox'))).toEqual({ deliveries: [] })
  await expectProblem(
    world,
    await world.server.as('xa').call('POST', `/v1/mailbox/${deliveryId}/lease`),
    { code: 'NOT_FOUND', stage: 'deliver' },
    true,
  )
})

test.each([
  ['?limit=1', 1],
  ['?limit=0', 1],
  ['?limit=-5', 1],
  ['?limit=gizlin', 2],
  ['?limit=1.5', 2],
  ['?limit=1e9&wait=gizlin', 2],
  ['?limit=', 1],
])('the mailbox with %s shows %i', async (query, count) => {
  await using world = await openWorld()
  for (let n = 0; n < 2; n++) await world.memory.send('xa', 'readmission-application', { to: 'az-mfa' })
  expect(json(await world.server.as('az-mfa').get(`/v1/mailbox${query}`)).deliveries).toHaveLength(count)
})

test('a receipt for other bytes, for nobody’s delivery, and a message as a receipt are refused', async () => {
  await using world = await openWorld()
  world.memory.push.answer(() => withStatus(202))
  await world.memory.send('xa', 'readmission-application')
  await world.memory.deliverDue()
  const [pushed] = world.memory.push.pushed
  const handIn = async (more: object) =>
    world.server.as('xb').post('/v1/receipts', await receiptOf('xb', pushed as never, world.memory.clock.now(), more))
  await expectProblem(world, await handIn({ digest: 'a'.repeat(64) }), { code: 'RECEIPT_MISMATCH' }, true)
  await expectProblem(world, await handIn({ deliveryId: randomUUID() }), { code: 'NOT_FOUND', stage: 'acknowledge' }, true)
  const message = await world.memory.signed(secretLetter(world.memory, 'xb'))
  await expectProblem(world, await world.server.as('xb').post('/v1/receipts', message), { code: 'SIGNATURE_INVALID' }, true)
  expect((await handIn({})).status).toBe(204)
})

const stagesOf = (report: { readonly stages: readonly { readonly stage: string; readonly result: string }[] }): object =>
  Object.fromEntries(report.stages.map(({ stage, result }) => [stage, result]))

test('a test run reports every stage and stores nothing', async () => {
  await using world = await openWorld()
  const letter = secretLetter(world.memory, 'xa')
  const client = world.server.as('xa')
  const document = await world.memory.signed(letter)
  const reply = await client.post('/v1/test', document)
  expect(reply.status).toBe(200)
  expect(json(reply)).toMatchObject({ accepted: true, duplicate: false })
  const stages = ['receive', 'sender', 'verify', 'envelope', 'duplicate', 'trust', 'body', 'rules', 'route']
  expect(stagesOf(json(reply))).toEqual(Object.fromEntries(stages.map((stage) => [stage, 'passed'])))
  for (const stage of json(reply).stages) expect(stage).toMatchObject({ expected: /./, happened: /./ })
  expect(json(reply)).toMatchObject({ party: 'xa', recipients: ['xb'], notCarried: [], contentDigest: contentDigestOf(letter) })
  expect(json(reply).digest).toBe(sha256Hex(document.bytes))
  expect(await signerOfReport(reply)).toBe('hub')
  await expectNothingStored(world, letter.header.messageId)
})

test.each([
  ['verify', 'SIGNATURE_MISSING', 3, { signature: undefined }, {}],
  ['envelope', 'TYPE_UNKNOWN', 4, {}, { type: 'gizlin' }],
  ['body', 'PAYLOAD_INVALID', 7, {}, { body: true }],
  ['rules', 'MESSAGE_EXPIRED', 8, {}, { expiresAt: '2020-01-01T00:00:00Z' }],
  ['route', 'AGREEMENT_MISSING', 9, {}, { to: 'de' }],
] as const)('a test run that is refused at %s says so, and what was not reached', async (stage, code, number, wire, { ...draft }) => {
  await using world = await openWorld()
  const { header, body } = secretLetter(world.memory, 'xb')
  const { body: empty, ...head } = draft as { body?: boolean }
  const letter = { header: { ...header, ...head }, body: empty ? {} : body } as never
  const reply = await world.server.as('xb').post('/v1/test', { ...(await world.memory.signed(letter)), ...wire })
  expect(reply.status).toBe(200)
  const report = json(reply)
  expect(report).toMatchObject({ accepted: false, problem: { code, stage, title: /./, hint: /./ } })
  expect(await signerOfReport(reply)).toBe('hub')
  const results = report.stages.map(({ result }: { result: string }) => result)
  expect(results).toEqual([...Array(number - 1).fill('passed'), 'refused', ...Array(9 - number).fill('not reached')])
  expect(reply.text).not.toMatch(/gizlin/i)
  await expectNothingStored(world, header.messageId)
})

test('a test run of what was sent before says that it is a duplicate; that of a stranger is not even read', async () => {
  await using world = await openWorld()
  const { document } = await world.memory.send('xa', 'readmission-application')
  const report = json(await world.server.as('xa').post('/v1/test', document))
  expect(report).toMatchObject({ accepted: true, duplicate: true })
  expect(report.stages.map(({ result }: { result: string }) => result)).toEqual([
    ...Array(5).fill('passed'),
    ...Array(4).fill('not reached'),
  ])
  const stranger = await world.server.as(undefined).post('/v1/test', document)
  expect([stranger.status, json(stranger).code]).toEqual([401, 'SENDER_UNKNOWN'])
})

/** Who signed a report, as a report and as nothing else. */
async function signerOfReport(reply: Reply): Promise<string> {
  const verified = await verifyDocument(documentIn(reply), { kind: 'TestReport', root: undefined, from: 'hub' }, hubSigner)
  return verified.signer.party
}

async function expectNothingStored(world: World, messageId: string): Promise<void> {
  expect(world.memory.store.links()).toEqual([])
  expect(await world.memory.store.message(messageId, 'xa')).toBeUndefined()
  expect(await world.memory.deliverDue()).toBe(0)
}
