/**
 * What every way to a party promises, whatever it runs on. A new transport is one file in adapters/wire, a row in the table of main.ts, and a
 * partner's side for this suite.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedDocument, Transport } from '#core/message.ts'
import type { Transports } from '#core/ports.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { type MemoryHub, memoryHub, type Sent } from './hub.ts'

import { type Handover, onWire, opened, receiptOf } from './letters.ts'
import { keysOf } from './parties.ts'

export interface TransportUnderTest {
  /** A hub whose party `xb` is reached this way. */
  readonly memory: MemoryHub
  /** What the party gets next, after the hub had its turn. */
  next(): Promise<Handover>
  /** Nothing is there for the party, even after the hub had its turn. */
  nothing(): Promise<void>
  /** The party hands in a signed statement. Answers with the code of the hub's refusal. */
  handIn(receipt: SignedDocument): Promise<string | undefined>
  /** In seconds: after which a party that gave no receipt gets the same again. */
  readonly againS: number
  close(): Promise<void>
}

/** A hub whose party `xb` is reached by a transport, and known at a broker. */
export async function hubWith(transport: Transport, url?: string, transports?: Transports): Promise<MemoryHub> {
  const memory = await memoryHub(transports ? { transports } : {})
  await memory.changeParty('xb', (party) => ({
    ...party,
    brokerUser: 'xb-agency',
    serverAnchors: [keysOf('xb').tls.ca],
    endpoint: { ...party.endpoint, transport, url },
  }))
  return memory
}

export function transportContract(name: string, open: () => Promise<TransportUnderTest>): void {
  describe(`a way to a party: ${name}`, () => {
    let way: TransportUnderTest
    beforeAll(async () => {
      way = await open()
    })
    afterAll(() => way?.close())

    const send = (draft = {}): Promise<Sent> => way.memory.send('xa', 'readmission-application', draft)
    const stateOf = async ({ message }: Sent) => {
      const found = await way.memory.store.message(message.header.messageId, 'xa')
      return found?.deliveries[0]?.state
    }
    const receipt = (handover: Handover, more = {}) => receiptOf('xb', handover, way.memory.clock.now(), more)
    const ends = async (handover: Handover, sent: Sent): Promise<void> => {
      expect(await way.handIn(await receipt(handover))).toBeUndefined()
      await expect.poll(() => stateOf(sent)).toBe('delivered')
    }

    it('brings the signed message with its id, and the party’s receipt ends the delivery', async () => {
      const sent = await send()
      const handover = await way.next()
      expect(handover.messageId).toBe(sent.message.header.messageId)
      expect((await opened('xb', handover.document)).header).toMatchObject(sent.message.header)
      expect(await stateOf(sent)).not.toBe('delivered')
      await ends(handover, sent)
      await way.nothing()
    })

    it('brings the same bytes under the same id again when no receipt has come, and a late receipt still counts', async () => {
      const sent = await send()
      const first = await way.next()
      await way.nothing()
      way.memory.clock.move(way.againS)
      const again = await way.next()
      expect(again.deliveryId).toBe(first.deliveryId)
      expect(onWire(again.document)).toEqual(onWire(first.document))
      await ends(first, sent)
    })

    it('takes no receipt for other bytes, and none that somebody else has signed', async () => {
      const sent = await send()
      const handover = await way.next()
      expect(await way.handIn(await receipt(handover, { digest: 'ab'.repeat(32) }))).toBe('RECEIPT_MISMATCH')
      const forged = await receiptOf('xb', handover, way.memory.clock.now(), {}, 'xa')
      expect(await way.handIn(forged)).toBe('CERTIFICATE_UNTRUSTED')
      expect(await stateOf(sent)).not.toBe('delivered')
      await ends(handover, sent)
    })

    it('ends with the party’s signed refusal', async () => {
      const sent = await send()
      const handover = await way.next()
      expect(
        await way.handIn(await receipt(handover, { event: 'ConsignmentRejection', reason: { code: 'NOT_COMPETENT' } })),
      ).toBeUndefined()
      await expect.poll(() => stateOf(sent)).toBe('dead')
      await way.nothing()
    })

    it('brings a large message whole', async () => {
      const { body } = sampleOf('readmission-application', 'small')
      const photo = { mediaType: 'image/jpeg', content: Buffer.alloc(256 * 1024, 0xa5).toString('base64') }
      const sent = await send({ body: { ...body, subject: { ...(body as { subject: object }).subject, photo } } })
      const handover = await way.next()
      expect(handover.document.bytes.length).toBeGreaterThan(349_525)
      expect((await opened('xb', handover.document)).body).toEqual(sent.message.body)
      await ends(handover, sent)
    })

    it('brings the next message of a case only after the receipt for the one before, and other cases meanwhile', async () => {
      const conversationId = randomUUID()
      const first = await send({ conversationId })
      const second = await way.memory.send('xa', 'readmission-application-update', {
        conversationId,
        inReplyTo: first.message.header.messageId,
      })
      const handover = await way.next()
      expect(handover.messageId).toBe(first.message.header.messageId)
      await way.nothing()
      const other = await send()
      const aside = await way.next()
      expect(aside.messageId).toBe(other.message.header.messageId)
      await ends(handover, first)
      const next = await way.next()
      expect(next.messageId).toBe(second.message.header.messageId)
      await ends(next, second)
      await ends(aside, other)
    })
  })
}
