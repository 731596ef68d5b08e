/** Two versions of the standard side by side: every party gets what its version carries, and nothing is lost in silence. */
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
import { TWO_VERSIONS } from '#test/next-version.ts'
import { withReceipt, withStatus } from '#test/recording-push.ts'
import { receive } from './receive.ts'
import { routeOf } from './route.ts'

const XML = xmlIn(TWO_VERSIONS)
const JSON_ = jsonIn(TWO_VERSIONS)
const NEW = '1.1' as Message['header']['version']
const CASE_NOTE = 'case-note' as MessageType
const SMALL = sampleOf('readmission-application', 'small').body as { readonly subject: object }
const FIN = { type: 'FIN', value: '5ABC123', country: 'AZE' }
const CHIP = { type: 'CHIP_NUMBER', value: '985112000000001', country: 'AZE' }

/** What only version 1.1 can say, where version 1.0 can do without. */
const NEWER = { ...SMALL, subject: { ...SMALL.subject, nickname: 'Gülü', identifiers: [CHIP, FIN] } }
const OLDER = { ...SMALL, subject: { ...SMALL.subject, identifiers: [FIN] } }

/** `xb` writes JSON, `xa` reads XML, in the version that it takes. */
async function hubWith(taken: string): Promise<MemoryHub> {
  const memory = await memoryHub({ versions: TWO_VERSIONS, dialects: [XML, JSON_] })
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

describe('a message of version 1.1', () => {
  test('reaches who takes 1.1 as it was written, with the digest of its author', async () => {
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

test('a message of version 1.0 goes unchanged to who takes 1.1', async () => {
  const memory = await hubWith(NEW)
  const { message } = await send(memory, OLDER, { version: '1.0' })
  const { header, body } = await readBy(memory, 'xa')
  expect({ header, body }).toEqual({ ...message, header: { ...message.header, contentDigest: contentDigestOf(message) } })
})

test('the version that the header names judges: what is new in 1.1 is a fault in 1.0', async () => {
  const memory = await hubWith(NEW)
  await expect(send(memory, NEWER, { version: '1.0' })).rejects.toMatchObject({
    code: 'PAYLOAD_INVALID',
    issues: [
      { rule: 'unknown', path: '/body/subject' },
      { rule: 'code', path: '/body/subject/identifiers/0/type' },
    ],
  })
  await expect(send(memory, { text: 'Qeyd' }, { version: '1.2' as never })).rejects.toMatchObject({ code: 'VERSION_UNSUPPORTED' })
})

test('a hub that knows 1.0 alone refuses 1.1', async () => {
  const memory = await memoryHub()
  await expect(send(memory, SMALL)).rejects.toMatchObject({ code: 'VERSION_UNSUPPORTED' })
})

describe('a message type that is new in 1.1', () => {
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

  test('goes to who takes 1.1 and is refused to who takes 1.0', async () => {
    for (const [taken, goes] of [[NEW, true] as const, ['1.0', false] as const]) {
      const memory = await hubWith(taken)
      await memory.changeAgreements((agreement) => ({ ...agreement, types: [...agreement.types, CASE_NOTE] }))
      const route = () => routeOf(memory.hub, note(memory), pathOf)
      if (goes) expect(route().deliveries).toMatchObject([{ party: 'xa' }])
      else expect(route).toThrow(expect.objectContaining({ code: 'NOT_CARRIED', issues: [] }))
    }
  })
})
