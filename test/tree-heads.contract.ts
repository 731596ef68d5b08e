/** The part of the store's suite that is about tree heads. The database is shared with other tests: what they record is sealed along. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { PartyId } from '#core/message.ts'
import type { Span, Store, StoredTreeHead } from '#core/ports.ts'
import { auditEvent, NOW } from './acceptance.ts'

export function treeHeadsContract(opened: () => Store): void {
  describe('tree heads', () => {
    const heads = () => opened().treeHeads
    const headAfter = (newest: StoredTreeHead | undefined): StoredTreeHead => ({
      number: (newest?.number ?? 0) + 1,
      at: NOW,
      bytes: Buffer.from(randomUUID()),
      signature: 'header..value',
    })
    const recorded = async (count: number): Promise<PartyId> => {
      const party = `p-${randomUUID().slice(0, 8)}`
      for (let n = 0; n < count; n++) await opened().refused(auditEvent('SubmissionRejection', party))
      return party
    }
    const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { first, last }) => sum + last - first + 1, 0)
    const sealAll = async (): Promise<void> => {
      for (let spans = await heads().open(1000); spans.length > 0; spans = await heads().open(1000)) {
        expect(await heads().add(headAfter(await heads().newest()), spans)).toBe(true)
      }
    }

    it('cover every link once: what one covers is not open any more, what comes after it is', async () => {
      await sealAll()
      const party = await recorded(3)
      const spans = await heads().open(1000)
      expect([...new Set(spans.map((span) => span.party))]).toEqual([party])
      expect(lengthOf(spans)).toBe(3)
      expect(await heads().add(headAfter(await heads().newest()), spans)).toBe(true)
      expect(await heads().open(1000)).toEqual([])
      await opened().refused(auditEvent('SubmissionRejection', party))
      expect(lengthOf(await heads().open(1000))).toBe(1)
      await sealAll()
    })

    it('have the ends of the chains as leaves, in the order of the spans', async () => {
      await sealAll()
      await recorded(4)
      await recorded(2)
      const spans = await heads().open(1000)
      const ends = await heads().ends(spans)
      expect(ends).toHaveLength(6)
      expect(ends.every((end) => end.length === 32)).toBe(true)
      const turned = await heads().ends(spans.toReversed())
      expect(turned.map((end) => Buffer.from(end).toString('hex')).toSorted()).toEqual(
        ends.map((end) => Buffer.from(end).toString('hex')).toSorted(),
      )
      await sealAll()
    })

    it('are of limited size', async () => {
      await sealAll()
      await recorded(3)
      await recorded(3)
      expect(lengthOf(await heads().open(4))).toBe(4)
      expect(lengthOf(await heads().open(2))).toBe(2)
      await sealAll()
    })

    it('are made once each: who comes second changes nothing', async () => {
      await sealAll()
      await recorded(2)
      const newest = await heads().newest()
      const spans = await heads().open(1000)
      const [one, other] = [headAfter(newest), headAfter(newest)]
      expect(await heads().add(one, spans)).toBe(true)
      expect(await heads().add(other, spans)).toBe(false)
      const stored = await heads().newest()
      expect({ ...stored, bytes: Buffer.from(stored?.bytes ?? []).toString() }).toEqual({
        ...one,
        bytes: Buffer.from(one.bytes).toString(),
      })
    })
  })
}
