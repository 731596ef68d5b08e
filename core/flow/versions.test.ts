/** Versions of the standard side by side: every party gets what its version carries, and nothing is lost in silence. */
import { describe, expect, test } from 'vitest'
import { jsonIn } from '#core/codec/canonical-json.ts'
import { xmlIn } from '#core/codec/canonical-xml.ts'
import { contentDigestOf } from '#core/codec/jcs.ts'
import type { Message, MessageType, PartyId } from '#core/message.ts'
import { verifyDocument } from '#core/signature/document.ts'
import { NAMESPACE } from '#schemas/index.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { type MemoryHub, memoryHub } from '#test/hub.ts'
import { type Draft, hubSigner, receiptIn, receiptOf } from '#test/letters.ts'
import { AND_THE_NEXT } from '#test/next-version.ts'
import { withReceipt, withStatus } from '#test/recording-push.ts'
import { receive } from './receive.ts'
import { routeOf } from './route.ts'

const XML = xmlIn(AND_THE_NEXT)
const JSON_ = jsonIn(AND_THE_NEXT)
const NEW = '1.2' as Message['header']['version']
const CASE_NOTE = 'case-note' as MessageType
const SMALL = sampleOf('readmission-application', 'small').body as { readonly subject: object }
const FIN = { type: 'FIN', value: '5ABC123', country: 'AZE' }
const CHIP = { type: 'CHIP_NUMBER', value: '985112000000001', country: 'AZE' }

/** What only version 1.2 can say, where version 1.0 can do without. */
const NEWER = { ...SMALL, subject: { ...SMALL.subject, nickname: 'Gülü', identifiers: [CHIP, FIN] } }
const OLDER = { ...SMALL, subject: { ...SMALL.subject, identifiers: [FIN] } }

/** `xb` writes JSON, `xa` reads XML, in the version that it takes. */
async function hubWith(taken: string): Promise<MemoryHub> {
  const memory = await memoryHub({ versions: AND_THE_NEXT, dialects: [XML, JSON_] })
  await memory.changeParty('xa', (party) => ({ ...party, version: taken }))
  return memory
}

const send = (memory: MemoryHub, body: object, more: Draft = {}) =>
  memory.send('xb', 'readmission-application', { version: NEW, body, ...more })

/** What `xa` was sent, read by one who knows both versions. */
async function readBy(memory: MemoryHub, party: PartyId): Promise<Message> {
  memory.push.answer(() => withStatus(500))
  await memory.deliverDue()
  const document = memory.push.pushed.find((pushed) => pushed.party === party)?.document
  if (!document) throw new Error(`nothing was pushed to ${party}`)
  const { tree } = await verifyDocument(
    document,
    { kind: 'Message', root: { name: 'Message', namespace: NAMESPACE }, from: 'hub' },
    hubSigner,
  )
  return XML.messageOf(tree, XML.headerOf(tree, { nonce: () => '' })).message
}

describe('a message of version 1.2', () => {
  test('reaches who takes 1.2 as it was written, with the digest of its author', async () => {
    const memory = await hubWith(NEW)
    const { message, receipt } = await send(memory, NEWER)
    const stated = await receiptIn(receipt)
    expect(stated).not.toHaveProperty('notCarried')
    expect(stated.contentDigest).toBe(contentDigestOf(message))
    const { header, body } = await readBy(memory, 'xa')
    expect(body).toEqual(NEWER)
    expect(header).toEqual({ ...message.header, contentDigest: contentDigestOf(message) })
  })

  test('reaches who takes 1.0 in version 1.0; what that cannot carry is listed to the sender, and only that is missing', async () => {
    const memory = await hubWith('1.0')
    const { message, receipt } = await send(memory, NEWER)
    const stated = await receiptIn(receipt)
    expect(stated.notCarried?.toSorted()).toEqual([
      '/body/subject/identifiers/0',
      '/body/subject/identifiers/0/type',
      '/body/subject/nickname',
    ])
    expect(stated.contentDigest).toBe(contentDigestOf(message))
    const { header, body } = await readBy(memory, 'xa')
    expect(body).toEqual(OLDER)
    expect(header).toEqual({ ...message.header, version: '1.0', contentDigest: contentDigestOf({ header, body }) })
  })

  test('a list of which nothing is left is left out itself', async () => {
    const memory = await hubWith('1.0')
    const { receipt } = await send(memory, { ...SMALL, subject: { ...SMALL.subject, identifiers: [CHIP] } })
    expect((await receiptIn(receipt)).notCarried).toContain('/body/subject/identifiers')
    expect((await readBy(memory, 'xa')).body).toEqual(SMALL)
  })

  test('is refused where 1.0 cannot carry what must arrive, with its path in the bytes of the sender', async () => {
    const memory = await hubWith('1.0')
    await expect(send(memory, { ...SMALL, procedure: 'EXPRESS' })).rejects.toMatchObject({
      code: 'NOT_CARRIED',
      stage: 'route',
      issues: [{ rule: 'carried', path: '/body/procedure' }],
    })
    const reader = await hubWith(NEW)
    await send(reader, { ...SMALL, procedure: 'EXPRESS' })
    expect((await readBy(reader, 'xa')).body).toMatchObject({ procedure: 'EXPRESS' })
  })

  test('a copy in each version: each recipient has the digest of its own, and its receipt must name that one', async () => {
    const memory = await hubWith(NEW)
    await memory.changeParty('az-mfa', (party) => ({ ...party, endpoint: { ...party.endpoint, transport: 'push' } }))
    const { message } = await send(memory, NEWER, { copyTo: ['az-mfa'] })
    memory.push.answer(async (pushed) => {
      if (pushed.party === 'xa') return withStatus(500)
      return withReceipt(await receiptOf('az-mfa', pushed, memory.clock.now(), { contentDigest: contentDigestOf(message) }))
    })
    await memory.deliverDue()
    const own = memory.push.pushed.find(({ party }) => party === 'az-mfa')
    expect(await memory.store.delivery(own?.deliveryId ?? '')).toMatchObject({ state: 'retrying', code: 'RECEIPT_INVALID' })

    const contentDigest = contentDigestOf({ header: { ...message.header, version: '1.0' }, body: OLDER } as unknown as Message)
    memory.push.answer(async (pushed) => withReceipt(await receiptOf('az-mfa', pushed, memory.clock.now(), { contentDigest })))
    memory.clock.move(20)
    await memory.deliverDue()
    expect(await memory.store.delivery(own?.deliveryId ?? '')).toMatchObject({ state: 'delivered', contentDigest })
    const sent = memory.push.pushed.filter(({ party }) => party === 'az-mfa').map(({ document }) => Buffer.from(document.bytes).toString())
    expect(new Set(sent).size).toBe(1)
  })
})

test('a message of version 1.0 goes unchanged to who takes 1.2', async () => {
  const memory = await hubWith(NEW)
  const { message } = await send(memory, OLDER, { version: '1.0' })
  const { header, body } = await readBy(memory, 'xa')
  expect({ header, body }).toEqual({ ...message, header: { ...message.header, contentDigest: contentDigestOf(message) } })
})

test('the version that the header names judges: what is new in 1.2 is a fault in 1.0', async () => {
  const memory = await hubWith(NEW)
  await expect(send(memory, NEWER, { version: '1.0' })).rejects.toMatchObject({
    code: 'PAYLOAD_INVALID',
    issues: [
      { rule: 'unknown', path: '/body/subject' },
      { rule: 'code', path: '/body/subject/identifiers/0/type' },
    ],
  })
  await expect(send(memory, { text: 'Qeyd' }, { version: '1.3' as never })).rejects.toMatchObject({ code: 'VERSION_UNSUPPORTED' })
})

test('a hub that does not know 1.2 yet refuses it', async () => {
  const memory = await memoryHub()
  await expect(send(memory, SMALL)).rejects.toMatchObject({ code: 'VERSION_UNSUPPORTED' })
})

describe('a message type that is new in 1.2', () => {
  const note = (memory: MemoryHub): Message => memory.letter('xb', CASE_NOTE, { version: NEW, body: { text: 'Qeyd' } })
  const pathOf = (pointer: string) => pointer

  test('says the same in both syntaxes, and is unknown to 1.0', async () => {
    const memory = await hubWith(NEW)
    const message = note(memory)
    const root = JSON.parse(Buffer.from(JSON_.bytesOf(message)).toString())
    expect(JSON_.headerOf({ syntax: 'json', root }, { nonce: () => '' })).toEqual(message.header)
    expect(Buffer.from(XML.bytesOf(message)).toString()).toContain('<CaseNote><Text>Qeyd</Text></CaseNote>')
    const old = { ...message, header: { ...message.header, version: '1.0' as const } }
    await expect(receive(memory.hub, memory.inbound('xb', await memory.signed(old)))).rejects.toMatchObject({ code: 'TYPE_UNKNOWN' })
  })

  test('goes to who takes 1.2 and is refused to who takes 1.0', async () => {
    for (const [taken, goes] of [[NEW, true] as const, ['1.0', false] as const]) {
      const memory = await hubWith(taken)
      await memory.changeAgreements((agreement) => ({ ...agreement, types: [...agreement.types, CASE_NOTE] }))
      const route = () => routeOf(memory.hub, note(memory), pathOf)
      if (goes) expect(route().deliveries).toMatchObject([{ party: 'xa' }])
      else expect(route).toThrow(expect.objectContaining({ code: 'NOT_CARRIED', issues: [] }))
    }
  })
})

describe('the mission that version 1.1 brought', () => {
  const request = { ...sampleOf('interview-request', 'small').body, mission: 'AZE-DEBER' }

  test('reaches who takes 1.1, is listed to the sender where the recipient takes 1.0, and is a fault in a message of 1.0', async () => {
    for (const taken of ['1.0', '1.1'] as const) {
      const memory = await memoryHub()
      await memory.changeParty('xa', (party) => ({ ...party, version: taken }))
      const { conversationId } = (await memory.send('xb', 'readmission-application')).message.header
      const { receipt } = await memory.send('xb', 'interview-request', { conversationId, version: '1.1', body: request })
      expect((await receiptIn(receipt)).notCarried).toEqual(taken === '1.0' ? ['/body/mission'] : undefined)
      await expect(memory.send('xb', 'interview-request', { conversationId, version: '1.0', body: request })).rejects.toMatchObject({
        code: 'PAYLOAD_INVALID',
        issues: [{ rule: 'unknown', path: '/body' }],
      })
    }
  })
})
