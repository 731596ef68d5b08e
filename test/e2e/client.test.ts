/** The client for back offices, as it is shipped, against a real hub. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, type Hub, KorpuProblem, type Settings, UnprovenAnswer } from '#client/index.js'
import { sampleOf } from '#schemas/samples/messages.ts'
import { openPlace, type Place } from '#test/place.ts'

const ROOM = fileURLToPath(new URL('.', import.meta.resolve('#client/index.js')))
const PARTIES = fileURLToPath(import.meta.resolve('#docs/examples/parties.json'))

let place: Place
let hub: Hub
beforeAll(async () => {
  place = await openPlace(PARTIES)
  hub = connect(settings())
})
afterAll(async () => {
  hub.close()
  await place.close()
})

const pem = (name: string) => readFileSync(join(place.folder, `${name}.pem`))
const pair = (party: string, use: string) => ({ cert: pem(`${party}.${use}.cert`), key: pem(`${party}.${use}.key`) })
const settings = (more: Partial<Settings> = {}): Settings => ({
  url: place.origin,
  party: 'no',
  ca: pem('ca.cert'),
  hubCertificates: pem('hub.sign.cert'),
  tls: pair('no', 'tls'),
  signing: pair('no', 'sign'),
  ...more,
})
const application = (to = 'az-sms') =>
  hub.message({ type: 'readmission-application', to, agreement: 'no-az-2014', body: sampleOf('readmission-application', 'small').body })

test('a message is tested, sent, receipted, and answered; the answer is taken from the mailbox and receipted', {
  timeout: 120_000,
}, async () => {
  expect(await hub.ping()).toMatchObject({ party: 'no' })
  const message = application()
  expect(await hub.test(message)).toMatchObject({ accepted: true, recipients: ['az-sms'] })
  const signed = hub.signed(message)
  const sent = await hub.submit(signed)
  expect(sent.receipt).toMatchObject({ messageId: message.header.messageId, event: 'SubmissionAcceptance' })
  expect((await hub.submit(signed)).receipt).toEqual(sent.receipt)

  const agency = place.system('az-sms')
  const { header } = await agency.next()
  const { conversationId, messageId } = header
  const about = { conversationId, agreement: 'no-az-2014', inReplyTo: messageId, type: 'acknowledgement', to: 'no' } as const
  const answer = await agency.send({ ...about, body: sampleOf('acknowledgement', 'small').body })
  const stop = new AbortController()
  for await (const delivery of hub.deliveries({ signal: stop.signal })) {
    expect(delivery.message.header).toMatchObject({ messageId: answer.header.messageId, conversationId })
    expect(hub.open(delivery.deliveryId, delivery.bytes, delivery.signature).message).toEqual(delivery.message)
    const statement = await delivery.accept()
    await hub.handIn(statement)
    break
  }
  stop.abort()
  expect(await agency.deliveries(answer.header.messageId)).toMatchObject([{ party: 'no', state: 'delivered' }])
  expect((await hub.status(messageId)).deliveries).toMatchObject([{ party: 'az-sms', state: 'delivered' }])
  expect((await hub.evidence(messageId)).subarray(0, 2).toString()).toBe('PK')
})

test('a refusal is typed: its code, its places, and the signature of the hub', async () => {
  const fault = await hub.send(application('nobody')).catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(KorpuProblem)
  expect(fault).toMatchObject({ code: 'RECIPIENT_UNKNOWN', status: 422, stage: 'route', signed: true, retryable: false })
  const { problem } = await hub.test({ ...application(), body: {} } as never)
  expect(problem).toMatchObject({
    code: 'PAYLOAD_INVALID',
    issues: expect.arrayContaining([expect.objectContaining({ rule: 'required' })]),
  })
})

test('a delivery can be refused, and an attachment goes there and back', async () => {
  const bytes = Buffer.from('%PDF-1.4 sınaq')
  const uploaded = await hub.upload(bytes, 'application/pdf')
  expect(uploaded).toMatchObject({ size: bytes.length, mediaType: 'application/pdf' })
  expect((await hub.fetchAttachment(uploaded.digest)).equals(bytes)).toBe(true)
  await expect(hub.fetchAttachment('0'.repeat(64))).rejects.toMatchObject({ code: 'NOT_FOUND' })

  const { header } = (await hub.send(application())).receipt && (await place.system('az-sms').next())
  const about = { conversationId: header.conversationId, agreement: 'no-az-2014', inReplyTo: header.messageId, to: 'no' } as const
  const answer = await place.system('az-sms').send({ ...about, type: 'acknowledgement', body: sampleOf('acknowledgement', 'small').body })
  for await (const delivery of hub.deliveries()) {
    await delivery.refuse('UNREADABLE')
    break
  }
  expect(await place.system('az-sms').deliveries(answer.header.messageId)).toMatchObject([{ state: 'dead' }])
})

test('whoever is not the hub is not believed', async () => {
  const other = connect(settings({ hubCertificates: pem('bg.sign.cert') }))
  await expect(other.send(application())).rejects.toBeInstanceOf(UnprovenAnswer)
  other.close()
  const { bytes, signature } = hub.signed(application())
  expect(() => hub.open('01a1f871-0000-7000-8000-000000000001', bytes, signature)).toThrow(UnprovenAnswer)
  expect(() => connect(settings({ signing: { cert: pem('no.sign.cert'), key: pem('no.tls.key') } }))).toThrow(TypeError)
})

test('what decides nothing is sent again with the same bytes; an abort ends it', async () => {
  const bodies: string[] = []
  const { cert, key } = pair('hub', 'tls')
  const busy = createServer({ cert, key }, (request, response) => {
    void text(request).then((body) => {
      bodies.push(body)
      response.writeHead(503, { 'retry-after': '1' }).end()
    })
  })
  await new Promise<void>((resolve) => busy.listen(0, resolve))
  const url = `https://localhost:${(busy.address() as AddressInfo).port}`
  const patient = connect(settings({ url, patienceMs: 1_500 }))
  await expect(patient.send(application())).rejects.toMatchObject({ code: 'HTTP_503', retryable: true, retryAfterS: 1 })
  expect(bodies).toHaveLength(2)
  expect(bodies[1]).toBe(bodies[0])
  await expect(patient.send(application(), { signal: AbortSignal.timeout(100) })).rejects.toThrow(/abort/i)
  patient.close()
  busy.close()
})

test('the ten lines of its README work', async () => {
  const [, code = ''] = /```js\n(.*?)```/s.exec(readFileSync(join(ROOM, 'README.md'), 'utf8')) ?? []
  const folder = mkdtempSync(join(tmpdir(), 'korpu-client-'))
  mkdirSync(join(folder, 'node_modules/@korpu'), { recursive: true })
  symlinkSync(ROOM, join(folder, 'node_modules/@korpu/client'))
  writeFileSync(join(folder, 'office.mjs'), code)
  const ran = promisify(execFile)(process.execPath, ['office.mjs', place.origin, place.folder, 'no'], { cwd: folder })
  expect((await ran).stdout).toMatch(/^\/body\/closedOn: a date/m)
  rmSync(folder, { recursive: true })
})
