/** The part of the store's suite that is about clocks. */
import { hash, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { StoredClock } from '#core/clocks/clock.ts'
import type { PartyId } from '#core/message.ts'
import type { ClockMoves, Outcome, Store, TimeStep } from '#core/ports.ts'
import { acceptance, at, auditEvent, deliveryTo, NOW, notice, xmlDocument } from './acceptance.ts'

const partyId = (): PartyId => `p-${randomUUID().slice(0, 8)}`

const DELIVERED: Outcome = {
  state: 'delivered',
  receipt: xmlDocument('<Receipt/>'),
  receiptId: randomUUID(),
  digest: hash('sha256', 'handed over'),
  at: at(5),
}

const waitingClock = (conversationId: string, startedBy: string, limit = 'T5'): StoredClock => ({
  clockId: `${startedBy}:${limit}`,
  conversationId,
  ruleSet: 'eu-az-2014',
  ruleSetVersion: 1,
  limit,
  startedBy,
  state: 'waiting',
  openedAt: NOW,
  warnAt: [],
  timeZone: 'Asia/Baku',
  extensions: 0,
  confidence: 'GK',
  confirmed: false,
  openYears: [],
})

const running = (clock: StoredClock): StoredClock => ({
  ...clock,
  state: 'running',
  startedAt: at(5),
  dueAt: at(86_400),
  warnAt: [at(1000), at(2000)],
  lookAt: at(1000),
  openYears: ['AZE 2028'],
})

export function clocksContract(open: () => Store): void {
  describe('clocks', () => {
    /** A case of one message, which was sent to one party and has one clock that waits for it. */
    const caseWithClock = async () => {
      const [from, to] = [partyId(), partyId()]
      const [conversationId, messageId] = [randomUUID(), randomUUID()]
      const clock = waitingClock(conversationId, messageId)
      const one = acceptance({ from, conversationId, messageId, deliveries: [deliveryTo(to)], clocks: [clock] })
      expect(await open().accept(one)).toBe('accepted')
      return { from, to, conversationId, messageId, clock, deliveryId: one.deliveries[0]?.deliveryId ?? '' }
    }
    type Case = Awaited<ReturnType<typeof caseWithClock>>

    const settle = ({ deliveryId, to }: Case, clocks: ClockMoves, outcome = DELIVERED) =>
      open().settle(deliveryId, outcome, { audit: auditEvent('ContentHandover', to, { deliveryId }), clocks })

    const starting = ({ conversationId, clock }: Case, clockRevision = 1): ClockMoves => ({
      conversationId,
      clockRevision,
      clocks: [running(clock)],
    })

    const next = (one: Case, clockRevision: number, clocks: readonly StoredClock[] = []) =>
      acceptance({ ...one, messageId: randomUUID(), length: 1, clockRevision, clocks, deliveries: [deliveryTo(one.to)] })

    const seen = async ({ conversationId }: Case) => {
      const found = await open().conversation(conversationId)
      return { clocks: found?.clocks, revision: found?.clockRevision, length: found?.length, state: found?.state }
    }

    it('are kept with the case just as they were given, in every state', async () => {
      const one = await caseWithClock()
      expect(await seen(one)).toMatchObject({ clocks: [one.clock], revision: 1 })
      expect((await open().known(one.from, randomUUID(), one.conversationId)).conversation).toEqual(
        await open().conversation(one.conversationId),
      )
      await settle(one, starting(one))
      const paused: StoredClock = { ...running(one.clock), state: 'paused', pausedAt: at(9), extensions: 1, confirmed: true }
      expect((await seen(one)).clocks).toEqual([running(one.clock)])
      await open().accept(next(one, 2, [paused]))
      expect((await seen(one)).clocks).toEqual([paused])
    })

    it('are gone when they have stopped, and what stopped stays known by its id', async () => {
      const one = await caseWithClock()
      const stopped: StoredClock = { ...one.clock, state: 'stopped', stoppedAt: at(3), stoppedBy: randomUUID() }
      expect(await open().accept(next(one, 1, [stopped]))).toBe('accepted')
      expect(await seen(one)).toMatchObject({ clocks: [], revision: 2 })
    })

    it('pin the rule set of the case: a later message changes the category, not the version', async () => {
      const one = await caseWithClock()
      const later = next(one, 1)
      await open().accept({ ...later, conversation: { ...later.conversation, ruleSetVersion: 7, category: 'STATELESS' } })
      expect(await open().conversation(one.conversationId)).toMatchObject({ ruleSetVersion: 1, category: 'STATELESS' })
    })

    it('that were not what the message was judged on send it back to be judged again', async () => {
      const one = await caseWithClock()
      await settle(one, starting(one))
      expect(await open().accept(next(one, 1))).toBe('moved')
      expect(await seen(one)).toMatchObject({ clocks: [running(one.clock)], revision: 2, length: 1 })
      expect(await open().accept(next(one, 2))).toBe('accepted')
      expect((await seen(one)).revision).toBe(2)
    })

    it('that were not what the receipt was judged on leave the delivery open', async () => {
      const one = await caseWithClock()
      expect(await settle(one, starting(one, 0))).toBe('moved')
      expect(await open().delivery(one.deliveryId)).toMatchObject({ state: 'pending' })
      expect((await seen(one)).clocks).toEqual([one.clock])
      expect(await settle(one, starting(one))).toBe('settled')
      expect(await settle(one, starting(one, 2))).toBe('late')
      expect(await settle(one, starting(one, 1))).toBe('late')
      expect((await seen(one)).revision).toBe(2)
    })

    it('move together with a notice of the hub', async () => {
      const one = await caseWithClock()
      const told = notice(one.conversationId, deliveryTo(one.from))
      const audit = auditEvent('ContentHandover', one.to, { deliveryId: one.deliveryId })
      expect(await open().settle(one.deliveryId, DELIVERED, { audit, notice: told, clocks: starting(one) })).toBe('settled')
      expect(await seen(one)).toMatchObject({ clocks: [running(one.clock)], revision: 2, length: 2 })
      expect((await open().conversation(one.conversationId))?.history.at(-1)?.messageId).toBe(told.message.messageId)
    })

    it('start once, however many receipts and messages come at the same time', async () => {
      const one = await caseWithClock()
      const verdicts = await Promise.all([
        ...Array.from({ length: 6 }, () => settle(one, starting(one))),
        ...Array.from({ length: 6 }, () => open().accept(next(one, 1, [{ ...one.clock, state: 'stopped', stoppedAt: at(3) }]))),
      ])
      expect(verdicts.filter((verdict) => verdict === 'settled' || verdict === 'accepted')).toHaveLength(1)
      expect((await seen(one)).revision).toBe(2)
    })

    describe('when time passes', () => {
      const overdue = (one: Case, more: Partial<TimeStep> = {}): TimeStep => ({
        conversation: { id: one.conversationId, state: 'applied', length: 1, clockRevision: 2 },
        clocks: [{ ...running(one.clock), state: 'overdue' }],
        audit: auditEvent('clock.overdue T5', 'hub', { messageId: one.messageId }),
        ...more,
      })
      const started = async () => {
        const one = await caseWithClock()
        await settle(one, starting(one))
        return one
      }

      it('the case is found from the moment on at which the clock is to be looked at', async () => {
        const one = await started()
        expect(await open().due(at(999), 1000)).not.toContain(one.conversationId)
        expect(await open().due(at(1000), 1000)).toContain(one.conversationId)
        const { lookAt: _, ...asleep } = running(one.clock)
        await open().pass(overdue(one, { clocks: [asleep] }))
        expect(await open().due(at(99_999), 1000)).not.toContain(one.conversationId)
      })

      it('one of many that look at once takes the step', async () => {
        const one = await started()
        const verdicts = await Promise.all(Array.from({ length: 8 }, () => open().pass(overdue(one))))
        expect(verdicts.toSorted()).toEqual([...Array(7).fill('moved'), 'passed'])
        expect(await seen(one)).toMatchObject({ clocks: [{ state: 'overdue' }], revision: 3 })
      })

      it('what nobody has to know is no part of the audit trail', async () => {
        const one = await started()
        const { audit: _, ...quiet } = overdue(one)
        expect(await open().pass(quiet)).toBe('passed')
        expect(await open().pass(quiet)).toBe('moved')
      })

      it('the hub says so to both sides, the clocks and the state of the case follow, all at once and once', async () => {
        const one = await started()
        const { message } = notice(one.conversationId, deliveryTo(one.from))
        const deliveries = [deliveryTo(one.from, { dueAt: NOW }), deliveryTo(one.to, { dueAt: NOW })]
        const stopped: StoredClock = { ...running(one.clock), state: 'stopped', stoppedAt: at(9), stoppedBy: message.messageId }
        const successor = running(waitingClock(one.conversationId, message.messageId, 'T10'))
        const step = overdue(one, {
          conversation: { id: one.conversationId, state: 'deemed', length: 1, clockRevision: 2 },
          clocks: [stopped, successor],
          notice: { message, deliveries },
        })
        const verdicts = await Promise.all(Array.from({ length: 8 }, () => open().pass(step)))
        expect(verdicts.toSorted()).toEqual([...Array(7).fill('moved'), 'passed'])
        expect(await seen(one)).toEqual({ clocks: [successor], revision: 3, length: 2, state: 'deemed' })
        for (const { deliveryId, party } of deliveries) {
          expect(await open().delivery(deliveryId)).toMatchObject({ party, state: 'pending', messageId: message.messageId })
        }
      })

      it('a message that came first sends the step back', async () => {
        const one = await started()
        expect(await open().accept(next(one, 2))).toBe('accepted')
        expect(await open().pass(overdue(one))).toBe('moved')
      })
    })

    it('of a case that does not exist are none', async () => {
      expect(await open().conversation(randomUUID())).toBeUndefined()
      expect(await open().conversation('no id')).toBeUndefined()
    })
  })
}
