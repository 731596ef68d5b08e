/** The part of the store's suite that is about parties that do not answer. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { PartyId } from '#core/message.ts'
import type { AttemptEnd, Store } from '#core/ports.ts'
import { acceptance, at, auditEvent, deliveryTo, NOW } from './acceptance.ts'

const LEASE_MS = 60_000

export function breakersContract(opened: () => Store): void {
  describe('a party that does not answer', () => {
    const waiting = async (count: number) => {
      const party: PartyId = `p-${randomUUID().slice(0, 8)}`
      for (let n = 0; n < count; n++) {
        await opened().accept(acceptance({ from: 'de', deliveries: [deliveryTo(party, { dueAt: at(n - count) })] }))
      }
      return party
    }
    const claim = (party: PartyId, now = NOW, by = 'process-1') => opened().claim([{ party, free: 10 }], by, now, LEASE_MS)
    const fail = (party: PartyId, probe?: number, now = NOW) =>
      opened().breakers.failed(party, { at: now, limit: 3, probe, probeAt: new Date(now.getTime() + 10_000) })
    const end = (deliveryId: string, party: PartyId, how: AttemptEnd) =>
      opened().settle(
        deliveryId,
        { state: 'retrying', dueAt: at(1000), code: 'RECEIPT_MISSING' },
        { attempt: { startedAt: NOW, durationMs: 1, status: undefined, end: how }, audit: auditEvent('ContentHandoverFailure', party) },
      )
    const open = async (count: number) => {
      const party = await waiting(count)
      for (let n = 0; n < 3; n++) await fail(party)
      return party
    }

    it('is sent to as ever while failures are fewer than the limit, and an answer starts the count again', async () => {
      const party = await waiting(3)
      expect(await Promise.all([fail(party), fail(party)])).toEqual(['counted', 'counted'])
      const [first, ...others] = await claim(party)
      expect(others).toHaveLength(2)
      expect(first?.probe).toBeUndefined()
      await end(first?.deliveryId ?? '', party, 'answered')
      expect([await fail(party), await fail(party)]).toEqual(['counted', 'counted'])
      expect(await fail(party)).toBe('opened')
    })

    it('is reported once, however many fail at once', async () => {
      const party = await waiting(1)
      const told = await Promise.all(Array.from({ length: 8 }, () => fail(party)))
      expect(told.toSorted()).toEqual([...Array(7).fill('counted'), 'opened'])
    })

    it('opens at the first failure where the limit is one', async () => {
      const party = await waiting(1)
      const failure = { at: NOW, limit: 1, probe: undefined, probeAt: at(10) }
      expect(await opened().breakers.failed(party, failure)).toBe('opened')
      expect(await claim(party)).toEqual([])
    })

    it('gets nothing until a probe is due, then the oldest alone', async () => {
      const party = await open(3)
      expect(await claim(party, at(9))).toEqual([])
      const [probe, ...others] = await claim(party, at(10))
      expect(others).toEqual([])
      expect(probe).toMatchObject({ probe: 1, attempt: 1 })
      expect(await claim(party, at(11))).toEqual([])
    })

    it('gets one probe, however many processes ask', async () => {
      const party = await open(8)
      const claims = await Promise.all(Array.from({ length: 8 }, (_, n) => claim(party, at(10), `process-${n}`)))
      expect(claims.flat()).toHaveLength(1)
    })

    it('gets the next probe when the failed one says so, and what waits has lost no attempt', async () => {
      const party = await open(3)
      const [first] = await claim(party, at(10))
      await end(first?.deliveryId ?? '', party, 'silent')
      await fail(party, first?.probe, at(10))
      expect(await claim(party, at(19))).toEqual([])
      const [second] = await claim(party, at(20))
      expect(second).toMatchObject({ probe: 2, attempt: 1 })
      expect(second?.deliveryId).not.toBe(first?.deliveryId)
    })

    it('gets another probe when the process that probed has died', async () => {
      const party = await open(2)
      const [first] = await claim(party, at(10))
      expect(await claim(party, at(69))).toEqual([])
      expect(await claim(party, at(70))).toMatchObject([{ probe: 1 }])
      expect(first).toBeDefined()
    })

    it('gets another probe at once when the first one was not sent after all', async () => {
      const party = await open(2)
      const [first] = await claim(party, at(10))
      await end(first?.deliveryId ?? '', party, 'unsent')
      await opened().breakers.unsent(party, at(11))
      expect(await claim(party, at(11))).toMatchObject([{ probe: 1 }])
    })

    it('spends no probe while nothing is due', async () => {
      const party = await open(0)
      expect(await claim(party, at(30))).toEqual([])
      await opened().accept(acceptance({ from: 'de', deliveries: [deliveryTo(party)] }))
      expect(await claim(party, at(31))).toMatchObject([{ probe: 1 }])
    })

    it('is sent everything again once a probe was answered', async () => {
      const party = await open(5)
      const [probe] = await claim(party, at(10))
      await end(probe?.deliveryId ?? '', party, 'answered')
      const claimed = await claim(party, at(11))
      expect(claimed).toHaveLength(4)
      expect(claimed.every((one) => one.probe === undefined)).toBe(true)
    })

    it('holds back no other party', async () => {
      const [silent, other] = [await open(2), await waiting(2)]
      const lanes = [silent, other].map((party) => ({ party, free: 10 }))
      expect((await opened().claim(lanes, 'process-1', NOW, LEASE_MS)).map(({ party }) => party)).toEqual([other, other])
    })
  })
}
