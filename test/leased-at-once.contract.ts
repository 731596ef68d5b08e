/** The suite of deliveries that are leased in the transaction that stores them, on the same store. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { PartyId } from '#core/message.ts'
import type { Lease, Outcome, Store } from '#core/ports.ts'
import { acceptance, at, auditEvent, deliveryTo, NOW, xmlDocument } from './acceptance.ts'

const EXPIRED: Outcome = { state: 'expired', code: 'MESSAGE_EXPIRED' }
const DOCUMENT = xmlDocument('<Message>once</Message>')
const delivered = (): Outcome => ({ state: 'delivered', receipt: xmlDocument('<R/>'), receiptId: randomUUID(), digest: 'd', at: at(2) })

export function leasedAtOnceContract(opened: () => Store): void {
  describe('a delivery that is leased when it is stored', () => {
    const partyId = (): PartyId => `p-${randomUUID().slice(0, 8)}`
    const claim = (party: PartyId, seconds: number, by = 'process-2') => opened().claim([{ party, free: 10 }], by, at(seconds), 60_000)
    const settle = (deliveryId: string, outcome: Outcome, party: PartyId) =>
      opened().settle(deliveryId, outcome, { audit: auditEvent('ContentHandover', party, { deliveryId }) })

    const accept = async (party: PartyId, more: { conversationId?: string; length?: number; copies?: readonly PartyId[] } = {}) => {
      const { copies = [], ...wish } = more
      const delivery = deliveryTo(party)
      const one = acceptance({ from: 'de', deliveries: [delivery, ...copies.map((copy) => deliveryTo(copy))], ...wish })
      const lease: Lease = {
        deliveryId: delivery.deliveryId,
        party,
        by: `process of ${party}`,
        until: at(60),
        document: DOCUMENT,
        contentDigest: one.message.contentDigest,
      }
      return { deliveryId: delivery.deliveryId, conversationId: one.conversation.id, stored: await opened().accept(one, lease) }
    }

    it('is nobody else’s until the lease is over, and then goes out with the same bytes', async () => {
      const to = partyId()
      const { deliveryId, stored } = await accept(to)
      expect(stored).toBe('leased')
      expect(await claim(to, 59)).toEqual([])
      const [again, ...others] = await claim(to, 61)
      expect(others).toEqual([])
      expect(again).toMatchObject({ deliveryId, attempt: 2, tries: 2, unended: 2 })
      expect(Buffer.from(again?.encoded?.bytes ?? []).toString()).toBe('<Message>once</Message>')
      expect(again?.encoded).toMatchObject({ mediaType: DOCUMENT.mediaType })
    })

    it('is settled by whoever leased it, with the digests of the bytes that it got', async () => {
      const to = partyId()
      const { deliveryId } = await accept(to)
      expect(await settle(deliveryId, delivered(), to)).toBe('settled')
      expect(await opened().delivery(deliveryId)).toMatchObject({
        state: 'delivered',
        attempts: 1,
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      })
    })

    it('is given back as if it had not been taken', async () => {
      const to = partyId()
      const { deliveryId } = await accept(to)
      expect(await opened().handBack(`process of ${to}`, at(1), [deliveryId])).toBe(0)
      expect(await opened().handBack(`process of ${to}`, at(1))).toBe(1)
      expect(await claim(to, 1)).toMatchObject([{ deliveryId, attempt: 1, unended: 1 }])
    })

    it('leaves copies to the outbox', async () => {
      const [to, copy] = [partyId(), partyId()]
      expect((await accept(to, { copies: [copy] })).stored).toBe('leased')
      expect(await claim(copy, 1)).toMatchObject([{ attempt: 1, encoded: undefined }])
    })

    it.each<[string, Outcome | undefined]>([
      ['waits', undefined],
      ['is dead', { state: 'dead', code: 'RECIPIENT_REFUSED' }],
      ['has expired and might be replayed', EXPIRED],
    ])('is not leased while an earlier one of its conversation %s', async (_, outcome) => {
      const to = partyId()
      const first = await accept(to)
      if (outcome) await settle(first.deliveryId, outcome, to)
      const second = await accept(to, { conversationId: first.conversationId, length: 1 })
      expect(second.stored).toBe('accepted')
      expect(await opened().delivery(second.deliveryId)).toMatchObject({ attempts: 0, digest: undefined })
    })

    it('follows one that is delivered', async () => {
      const to = partyId()
      const first = await accept(to)
      await settle(first.deliveryId, delivered(), to)
      expect((await accept(to, { conversationId: first.conversationId, length: 1 })).stored).toBe('leased')
    })

    it('waits like all others while its party is silent', async () => {
      const to = partyId()
      await opened().breakers.failed(to, { at: NOW, limit: 1, probe: undefined, probeAt: at(10) })
      expect((await accept(to)).stored).toBe('accepted')
    })
  })
}
