/** The SOAP binding on a real port: in, out, and what it says when it refuses. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import at from '#adapters/at/adapter.ts'
import { parseXml, xmlTreeOf } from '#core/codec/xml.ts'
import { receive } from '#core/flow/receive.ts'
import type { Message, SignedDocument } from '#core/message.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import { signDocument, verifyDocument } from '#core/signature/document.ts'
import { readProblem, readReceipt, receiptBytesOf } from '#core/signature/receipt.ts'
import type { Address } from '#core/signature/wss-sign.ts'
import { documentIn, type ExchangeServer, exchangeServer, type Reply } from '#test/exchange.ts'
import { type MemoryHub, memoryHub } from '#test/hub.ts'
import { hubSigner, letter, opened } from '#test/letters.ts'
import { dialectOf, keysOf } from '#test/parties.ts'
import { withReceipt, withStatus } from '#test/recording-push.ts'

const SOAP = 'application/soap+xml'
const TO = { to: 'https://hub.example/v1/soap' }

let memory: MemoryHub
let server: ExchangeServer

beforeAll(async () => {
  memory = await memoryHub()
  await memory.changeParty('xa', (party) => ({ ...party, endpoint: { ...party.endpoint, signature: 'wss' } }))
  server = await exchangeServer(memory)
})
afterAll(() => server.close())

const write = () => letter('xa', 'readmission-application', memory.clock.now())
const enveloped = (message: Message, address: Address = TO): Promise<SignedDocument> =>
  signDocument('Message', dialectOf('xa').bytesOf(message), 'wss', keysOf('xa').signing, memory.clock.now(), address)
const post = (document: SignedDocument, path = '/v1/soap') => server.as('xa').post(path, document)

async function faultIn(reply: Reply) {
  const { tree } = await verifyDocument(documentIn(reply), { kind: 'Problem', root: undefined, from: 'hub' }, hubSigner)
  return readProblem(tree)
}

test('a message in an envelope is answered with the signed receipt in an envelope that relates to it, over the exact bytes', async () => {
  const message = write()
  const document = await enveloped(message)
  const reply = await post(document)
  expect(reply.status).toBe(200)
  expect(reply.headers['content-type']).toBe(SOAP)
  const { tree } = await verifyDocument(documentIn(reply), { kind: 'Receipt', root: undefined, from: 'hub' }, hubSigner)
  expect(readReceipt(tree)).toMatchObject({
    messageId: message.header.messageId,
    digest: sha256Hex(document.bytes),
    event: 'SubmissionAcceptance',
  })
  const id = /MessageID[^>]*>([^<]+)/.exec(Buffer.from(document.bytes).toString())?.[1]
  expect(reply.text).toMatch(new RegExp(`RelatesTo[^>]*>${id}<`))
})

test('the same bytes again get the first receipt, byte for byte', async () => {
  const document = await enveloped(write())
  const [first, second] = [await post(document), await post(document)]
  expect(second.text).toBe(first.text)
})

test('a tampered body is refused with a signed fault that has the problem document, as the fault of the sender', async () => {
  const { bytes, ...rest } = await enveloped(write())
  const reply = await post({ ...rest, bytes: Buffer.from(Buffer.from(bytes).toString().replace('<FamilyName>', '<FamilyName>X')) })
  expect(reply.status).toBe(400)
  expect(await faultIn(reply)).toMatchObject({ code: 'SIGNATURE_INVALID', status: 401, detail: 'Body is not what was signed' })
  using parsed = parseXml(reply.bytes)
  const [code, reason] = xmlTreeOf(parsed).children[1]?.children[0]?.children ?? []
  expect(code?.children[0]?.text).toBe('soap:Sender')
  expect(reason?.children[0]?.attributes).toEqual({ '{http://www.w3.org/XML/1998/namespace}lang': 'en' })
})

test('a rule that is broken comes back with its path', async () => {
  const reply = await post(await enveloped({ ...write(), body: { procedure: 'NORMAL' } } as unknown as Message))
  expect(reply.status).toBe(400)
  const { code, issues } = await faultIn(reply)
  expect(code).toBe('PAYLOAD_INVALID')
  expect(issues?.length).toBeGreaterThan(0)
})

test('a timestamp that has expired is refused; the same bytes were a duplicate before it mattered', async () => {
  const document = await enveloped(write())
  const first = await post(document)
  memory.clock.move(7200)
  const late = await enveloped(write())
  memory.clock.move(-7200)
  expect((await faultIn(await post(late))).code).toBe('SIGNING_TIME')
  expect((await post(document)).text).toBe(first.text)
})

test('MTOM is refused with what to do instead, plain XML too, and strangers get an unsigned fault', async () => {
  const { bytes } = await enveloped(write())
  const mtom = await server.as('xa').call('POST', '/v1/soap', bytes, { 'content-type': 'multipart/related; type="application/xop+xml"' })
  expect(await faultIn(mtom)).toMatchObject({ code: 'MEDIA_TYPE', detail: expect.stringContaining('PUT /v1/attachments') })
  const plain = await server.as('xa').call('POST', '/v1/soap', bytes, { 'content-type': 'application/xml' })
  expect((await faultIn(plain)).code).toBe('MEDIA_TYPE')
  const stranger = await server.as(undefined).call('POST', '/v1/soap', bytes, { 'content-type': SOAP })
  expect(stranger.status).toBe(400)
  expect(stranger.text).toContain('SENDER_UNKNOWN')
  expect(stranger.text).not.toContain('<Signature ')
})

test('an envelope at /v1/messages is sent to the right address; another party may not send envelopes', async () => {
  const document = await enveloped(write())
  const reply = await post(document, '/v1/messages')
  expect(reply.status).toBe(415)
  expect(reply.text).toContain('POST /v1/soap')
  expect((await faultIn(await server.as('de').post('/v1/soap', document))).code).toBe('MEDIA_TYPE')
})

test('a delivery is an envelope named by its delivery, and the signed envelope that answers it is the receipt', async () => {
  memory.push.answer(async ({ party, deliveryId, messageId, document }) => {
    const { header } = await opened(party, document)
    const receipt = receiptBytesOf(
      {
        receiptId: '0191f0a0-0000-7000-8000-00000000000e',
        messageId,
        conversationId: header.conversationId,
        deliveryId,
        digest: sha256Hex(document.bytes),
        event: 'ContentHandover',
        at: memory.clock.now().toISOString(),
        by: party,
      },
      'xml',
    )
    return withReceipt(await signDocument('Receipt', receipt, 'wss', keysOf('xa').signing, memory.clock.now()))
  })
  const sent = await memory.send('xb', 'readmission-application')
  await memory.deliverDue()
  const pushed = memory.push.pushed.find(({ messageId }) => messageId === sent.message.header.messageId)
  const text = Buffer.from(pushed?.document.bytes ?? []).toString()
  expect(pushed?.document.mediaType).toBe(SOAP)
  expect(text).toContain(`urn:uuid:${pushed?.deliveryId}`)
  expect(text).toContain('https://xa.example/inbox')
  const found = await memory.store.message(sent.message.header.messageId, 'xb')
  expect(found?.deliveries[0]?.state).toBe('delivered')
})

test('a party behind a portal must send its token, signed; deliveries to it carry that of the hub', async () => {
  const portal = await memoryHub({ dialects: [at.dialect] })
  await portal.changeParty('xa', (party) => ({ ...party, dialect: 'at', endpoint: { ...party.endpoint, signature: 'wss' } }))
  const submit = async (address: Address) => {
    const message = letter('xa', 'readmission-application', portal.clock.now())
    const { bytes } = await signDocument('Message', at.dialect.bytesOf(message), 'wss', keysOf('xa').signing, portal.clock.now(), address)
    return receive(portal.hub, portal.inbound('xa', { mediaType: SOAP, bytes, signature: undefined }))
  }
  expect((await submit({ token: at.dialect.token?.written })).mediaType).toBe(SOAP)
  await expect(submit({})).rejects.toMatchObject({ code: 'PAYLOAD_INVALID', stage: 'envelope' })
  portal.push.answer(() => withStatus(202))
  await portal.send('xb', 'readmission-application')
  await portal.deliverDue()
  const delivered = portal.push.pushed.find(({ party }) => party === 'xa')?.document.bytes ?? new Uint8Array()
  expect(Buffer.from(delivered).toString()).toMatch(/<pvpToken [^>]*version="2.1" [^>]*Id="korpu-token">/)
})
