/** The part of the store's suite that is about erasure: what is due, what goes, what stays, and that nothing brings it back. */
import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { DueErasure, Look, RetentionRule } from '#core/erasure.ts'
import type { Operations } from '#core/operations.ts'
import type { Store } from '#core/ports.ts'
import { acceptance, at, auditEvent, deliveryTo, type Wish, xmlDocument } from './acceptance.ts'

const DAY_S = 86_400
const RULES: readonly RetentionRule[] = [
  { rule: 'R1', types: ['data-use-report'], days: 1 },
  { rule: 'R2', outcomes: ['applied'], days: 30 },
]

export function erasureContract(opened: () => { readonly store: Store; readonly operations: Operations }): void {
  describe('erasure', () => {
    const store = () => opened().store
    const party = (): string => `p-${randomUUID().slice(0, 8)}`
    const due = async (when: Date, messageId: string, rules = RULES): Promise<readonly DueErasure[]> => {
      let { due: found, reached } = await store().erasure.look(rules, when)
      while (reached) {
        const next: Look = await store().erasure.look(rules, when, reached)
        found = [...found, ...next.due]
        reached = next.reached
      }
      return found.filter((one) => one.messageId === messageId)
    }
    const asked = async (messageId: string) => (await store().erasure.asked(100_000)).filter((one) => one.messageId === messageId)

    const stored = async (wish: Partial<Wish> = {}) => {
      const to = party()
      const one = acceptance({ from: party(), deliveries: [deliveryTo(to)], ...wish })
      expect(await store().accept(one)).toBe('accepted')
      return { ...one.message, conversation: one.conversation, deliveryId: one.deliveries[0]?.deliveryId ?? '', recipient: to }
    }
    type Stored = Awaited<ReturnType<typeof stored>>
    const ended = async (one: Stored, state: 'delivered' | 'dead' = 'delivered') => {
      await store().encoded(one.deliveryId, xmlDocument('<Sent/>'), one.contentDigest)
      const receipt = xmlDocument('<Receipt/>')
      const outcome =
        state === 'dead'
          ? ({ state, code: 'RECIPIENT_REFUSED' } as const)
          : ({ state, receipt, receiptId: randomUUID(), digest: 'd', at: at(1) } as const)
      await store().settle(one.deliveryId, outcome, { audit: auditEvent('ContentHandover', one.recipient, { messageId: one.messageId }) })
      return one
    }
    const erase = async ({ messageId, from }: Stored, rule = 'R2') =>
      (await store().erasure.erase([{ messageId, from, rule }], { at: at(9) })).length === 1

    it('is due by the first rule that fits, so many days after the last message of the case, when all deliveries have ended', async () => {
      const one = await stored()
      expect(await due(at(31 * DAY_S), one.messageId)).toEqual([])
      await ended(one)
      expect(await due(at(29 * DAY_S), one.messageId)).toEqual([])
      expect(await due(at(31 * DAY_S), one.messageId)).toEqual([{ messageId: one.messageId, from: one.from, rule: 'R2' }])
      expect(await due(at(31 * DAY_S), one.messageId, [{ rule: 'R9', days: 40 }, ...RULES])).toEqual([])
      expect(await due(at(31 * DAY_S), one.messageId, [{ rule: 'R8', outcomes: ['CLOSED'], days: 1 }])).toEqual([])
      await stored({ from: one.from, conversationId: one.conversationId, length: 1, receivedAt: at(5 * DAY_S) })
      expect(await due(at(31 * DAY_S), one.messageId)).toEqual([])
      expect(await due(at(36 * DAY_S), one.messageId)).toHaveLength(1)
    })

    it('takes original, content and what was made for recipients; receipts, digests and links stay, with one more', async () => {
      const one = await ended(await stored())
      expect(await erase(one)).toBe(true)
      expect(await erase(one)).toBe(false)
      const record = await store().evidence(one.messageId, one.from)
      expect(record).toMatchObject({ original: undefined, erased: { at: at(9), rule: 'R2' }, arrival: { digest: one.digest } })
      expect(record?.receipt).toBeDefined()
      expect(record?.deliveries).toMatchObject([{ state: 'delivered', receipt: {} }])
      expect(record?.links.map(({ event }) => event)).toContain('ContentErasure R2')
      const theirs = await store().evidence(one.messageId, one.recipient)
      expect(theirs?.deliveries).toMatchObject([{ document: undefined, state: 'delivered' }])
      expect(await store().message(one.messageId, one.from)).toMatchObject({ erased: { at: at(9), rule: 'R2' } })
      expect((await store().known(one.from, one.messageId, one.conversationId)).first?.digest).toBe(one.digest)
      expect(await due(at(99 * DAY_S), one.messageId)).toEqual([])
    })

    it('of several is one transaction, and says which of them it has erased', async () => {
      const [one, open, other] = [await ended(await stored()), await stored(), await ended(await stored())]
      const ones = [one, open, other].map(({ messageId, from }) => ({ messageId, from, rule: 'R2' }))
      expect(await store().erasure.erase(ones, { at: at(9) })).toEqual([ones[0], ones[2]])
      for (const { messageId, from } of [one, other]) {
        expect((await store().evidence(messageId, from))?.links.map(({ event }) => event)).toContain('ContentErasure R2')
      }
    })

    it('waits for deliveries that have not ended', async () => {
      const one = await stored()
      expect(await erase(one)).toBe(false)
      expect((await store().evidence(one.messageId, one.from))?.original).toBeDefined()
    })

    it('leaves nothing to replay, and nobody makes the bytes again', async () => {
      const one = await ended(await stored(), 'dead')
      expect(await erase(one)).toBe(true)
      const { operations } = opened()
      const filter = { states: ['dead'] as const, deliveryIds: [one.deliveryId] }
      expect(await operations.plan(filter, at(10))).toMatchObject({ count: 0, erased: 1, outdated: 0, overtaken: 0 })
      expect(await operations.start(randomUUID(), filter, { by: 'nergiz', reason: 'x', at: at(10) })).toMatchObject({ total: 0 })
      await expect(store().encoded(one.deliveryId, xmlDocument('<Again/>'), one.contentDigest)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    })

    it('is due at once where the sender asks for it, of its own messages in that case alone', async () => {
      const one = await ended(await stored())
      const elsewhere = await ended(await stored({ from: one.from }))
      const strange = await ended(await stored())
      const asking = await stored({
        from: one.from,
        conversationId: one.conversationId,
        length: 1,
        erasures: [one.messageId, elsewhere.messageId, strange.messageId],
      })
      expect(await asked(one.messageId)).toEqual([{ messageId: one.messageId, from: one.from, rule: `${asking.type} ${asking.messageId}` }])
      for (const other of [elsewhere, strange]) expect(await asked(other.messageId)).toEqual([])
      await erase(one)
      expect(await asked(one.messageId)).toEqual([])
    })

    it('takes an attachment with the last message that names it', async () => {
      const from = party()
      const attachmentId = randomUUID()
      const { attachments } = store()
      await attachments.begin({ attachmentId, party: from, digest: 'a'.repeat(64), size: 10, expiresAt: at(DAY_S) }, 1000)
      await attachments.append(attachmentId, 0, randomBytes(10))
      await attachments.finish(attachmentId, { size: 10, mediaType: 'image/jpeg', expiresAt: at(DAY_S) })
      const [first, second] = [await stored({ from, attachments: [attachmentId] }), await stored({ from, attachments: [attachmentId] })]
      await erase(await ended(first))
      expect(await attachments.chunk(attachmentId, 0)).toHaveLength(10)
      await erase(await ended(second))
      expect(await attachments.chunk(attachmentId, 0)).toBeUndefined()
      expect(await attachments.find(from, ['a'.repeat(64)])).toEqual([])
    })
  })
}
