/** The part of the store's suite that is about the partner lab. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { LabDelivery } from '#core/lab/desk.ts'
import type { Store } from '#core/ports.ts'
import { at, NOW, xmlDocument } from './acceptance.ts'

export function labContract(opened: () => Store): void {
  describe('test deliveries of the lab', () => {
    const delivery = (more: Partial<LabDelivery> = {}): LabDelivery => ({
      deliveryId: randomUUID(),
      messageId: randomUUID(),
      conversationId: randomUUID(),
      from: 'az-sms',
      type: 'acknowledgement',
      party: `p-${randomUUID().slice(0, 8)}`,
      document: xmlDocument('<Sınaq/>'),
      attachment: undefined,
      ...more,
    })
    const desk = () => opened().lab

    it('wait in the mailbox until a statement is handed in, are leased by one at a time, and end when their time is over', async () => {
      const one = delivery()
      const { party, deliveryId } = one
      await desk().open(one, true, NOW, at(100))
      const { messageId, conversationId, from, type } = one
      const waiting = { deliveryId, messageId, conversationId, from, type, waitingSince: NOW, leasedUntil: undefined }
      expect(await desk().waiting(party, 10, NOW)).toEqual([waiting])
      expect(await desk().waiting('nobody', 10, NOW)).toEqual([])
      expect(await desk().lease('nobody', deliveryId, NOW, 5_000)).toBe('absent')
      expect(await desk().lease(party, deliveryId, NOW, 5_000)).toEqual(one)
      expect(await desk().lease(party, deliveryId, at(1), 5_000)).toBe('taken')
      expect(await desk().waiting(party, 10, at(1))).toMatchObject([{ leasedUntil: at(5) }])
      expect(await desk().lease(party, deliveryId, at(6), 5_000)).toEqual(one)
      expect(await desk().handIn('nobody', deliveryId, one.document, at(7))).toBe(false)
      expect(await desk().handIn(party, deliveryId, xmlDocument('<Qəbz/>'), at(7))).toBe(true)
      expect(await desk().waiting(party, 10, at(7))).toEqual([])
      expect(await desk().lease(party, deliveryId, at(20), 5_000)).toBe('absent')
      expect(await desk().handIn(party, deliveryId, xmlDocument('<Qəbz2/>'), at(8))).toBe(true)
      expect(await desk().told(deliveryId)).toEqual({
        takenAt: at(6),
        fetchedAt: undefined,
        statements: [xmlDocument('<Qəbz/>'), xmlDocument('<Qəbz2/>')],
      })
      expect(await desk().handIn(party, deliveryId, one.document, at(100))).toBe(false)
    })

    it('may be put there again, with the same id and other bytes, and keep what was stated', async () => {
      const one = delivery()
      await desk().open(one, true, NOW, at(100))
      await desk().lease(one.party, one.deliveryId, NOW, 50_000)
      await desk().handIn(one.party, one.deliveryId, xmlDocument('<Qəbz/>'), NOW)
      const changed = { ...one, document: xmlDocument('<Başqa/>') }
      await desk().open(changed, true, at(1), at(100))
      expect(await desk().lease(one.party, one.deliveryId, at(1), 50_000)).toEqual(changed)
      expect((await desk().told(one.deliveryId)).statements).toHaveLength(1)
    })

    it('of a party that is pushed to wait in no mailbox, and still take statements', async () => {
      const one = delivery()
      await desk().open(one, false, NOW, at(100))
      expect(await desk().waiting(one.party, 10, NOW)).toEqual([])
      expect(await desk().lease(one.party, one.deliveryId, NOW, 1_000)).toBe('absent')
      expect(await desk().handIn(one.party, one.deliveryId, xmlDocument('<Qəbz/>'), NOW)).toBe(true)
    })

    it('remember when their attachment was fetched, by their own party', async () => {
      const one = delivery({ attachment: randomUUID() })
      await desk().open(one, true, NOW, at(100))
      await desk().fetched('nobody', one.attachment ?? '', at(1))
      expect((await desk().told(one.deliveryId)).fetchedAt).toBeUndefined()
      await desk().fetched(one.party, one.attachment ?? '', at(2))
      expect((await desk().told(one.deliveryId)).fetchedAt).toEqual(at(2))
    })

    it('leave nothing behind when the session ends, nor when it never did', async () => {
      const [ended, lost, other] = [delivery(), delivery(), delivery()]
      await desk().open(ended, true, NOW, at(100))
      await desk().open(lost, true, NOW, at(10))
      await desk().open(other, true, NOW, at(100))
      await desk().handIn(ended.party, ended.deliveryId, xmlDocument('<Qəbz/>'), NOW)
      await desk().close([ended.deliveryId], at(10))
      expect((await desk().told(ended.deliveryId)).statements).toEqual([])
      expect(await desk().lease(lost.party, lost.deliveryId, NOW, 1_000)).toBe('absent')
      expect(await desk().lease(other.party, other.deliveryId, at(11), 1_000)).toEqual(other)
    })
  })
}
