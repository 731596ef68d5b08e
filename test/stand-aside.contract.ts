/** The suite of what waits behind dead deliveries, on the same store. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { PartyId } from '#core/message.ts'
import type { Act, Operations } from '#core/operations.ts'
import type { Outcome, Store } from '#core/ports.ts'
import { acceptance, at, auditEvent, deliveryTo, xmlDocument } from './acceptance.ts'

const DEAD: Outcome = { state: 'dead', code: 'RECIPIENT_REFUSED' }
const DELIVERED: Outcome = { state: 'delivered', receipt: xmlDocument('<Receipt/>'), receiptId: randomUUID(), digest: 'd', at: at(5) }
const UNTIL = at(600)
const act = (seconds: number): Act => ({ by: 'nergiz', reason: 'Tərəf xahiş etdi', at: at(seconds) })

export function standAsideContract(opened: () => { readonly store: Store; readonly operations: Operations }): void {
  describe('what waits behind a dead delivery', () => {
    const settle = (deliveryId: string, outcome: Outcome, party: PartyId) =>
      opened().store.settle(deliveryId, outcome, { audit: auditEvent('ContentHandover', party, { deliveryId, at: at(5) }) })
    const claim = async (party: PartyId, seconds: number) =>
      (await opened().store.claim([{ party, free: 100 }], 'process-1', at(seconds), 1_000)).map(({ deliveryId }) => deliveryId)

    const accept = async (to: PartyId, conversationId: string, length: number): Promise<string> => {
      const delivery = deliveryTo(to, { expiresAt: at(3600) })
      await opened().store.accept(acceptance({ from: 'de', conversationId, length, deliveries: [delivery] }))
      return delivery.deliveryId
    }

    /** Every dead one that any test left is looked behind. */
    const standAside = async (seconds: number, until = UNTIL): Promise<void> => {
      while ((await opened().store.standAside(at(seconds), until, 10)) === 10);
    }

    const deadWithTwoBehind = async () => {
      const to = `p-${randomUUID().slice(0, 8)}`
      const conversationId = randomUUID()
      const [first, second, third] = [
        await accept(to, conversationId, 0),
        await accept(to, conversationId, 1),
        await accept(to, conversationId, 2),
      ]
      expect(await claim(to, 1)).toEqual([first])
      await settle(first, DEAD, to)
      await standAside(3)
      return { to, conversationId, first, second, third }
    }

    const replay = async (party: PartyId): Promise<void> => {
      const { operations } = opened()
      await operations.start(randomUUID(), { states: ['dead'], party }, act(4))
      for (;;) {
        const part = await operations.takePart('process-1', at(4), 60_000, 10)
        if (!part) return
        if (part.items.length === 0) await operations.finish(part, 'process-1', at(4))
        for (const item of part.items) await operations.replay(part, item, 'process-1', at(4))
      }
    }

    it.each<[string, (made: { to: PartyId; first: string }) => Promise<unknown>]>([
      ['skipped', ({ first }) => opened().operations.skip(first, act(4))],
      ['cancelled', ({ first }) => opened().operations.cancel(first, act(4))],
      ['receipted late', ({ to, first }) => settle(first, DELIVERED, to)],
    ])('goes on in its order at once when that one is %s', async (_, move) => {
      const { to, second, third, ...made } = await deadWithTwoBehind()
      await move({ to, ...made })
      expect(await claim(to, 6)).toEqual([second])
      await settle(second, DELIVERED, to)
      expect(await claim(to, 6)).toEqual([third])
    })

    it('goes after it, at once, when that one is replayed and delivered', async () => {
      const { to, first, second } = await deadWithTwoBehind()
      await replay(to)
      expect(await claim(to, 6)).toEqual([first])
      await settle(first, DELIVERED, to)
      expect(await claim(to, 6)).toEqual([second])
    })

    it('stays where it is, also behind a second dead one', async () => {
      const { to, first, second } = await deadWithTwoBehind()
      await opened().operations.skip(first, act(4))
      await claim(to, 6)
      await settle(second, DEAD, to)
      await standAside(8)
      expect(await claim(to, 599)).toEqual([])
      expect(await claim(to, 3000)).toEqual([])
    })

    it('joins those that stand aside when the dead one is looked behind again', async () => {
      const { to, conversationId, first } = await deadWithTwoBehind()
      await accept(to, conversationId, 3)
      await standAside(601, at(1200))
      await opened().operations.skip(first, act(602))
      expect(await claim(to, 603)).toHaveLength(1)
    })

    it('comes back by itself, however it was forgotten, and still expires', async () => {
      const { to, second } = await deadWithTwoBehind()
      const overdue = await opened().store.overdue(at(3601), 10_000)
      expect(overdue.map(({ deliveryId }) => deliveryId)).toContain(second)
      expect(await claim(to, 601)).toEqual([])
    })

    it('is no business of other cases of the same party', async () => {
      const { to } = await deadWithTwoBehind()
      const other = await accept(to, randomUUID(), 0)
      await standAside(4)
      expect(await claim(to, 6)).toEqual([other])
    })
  })
}
