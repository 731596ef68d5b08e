/** The suite of what operators do, on the same store. */
import { hash, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { DirectoryParts, PartyRecord } from '#core/directory.ts'
import type { AuditLink } from '#core/evidence/chain.ts'
import type { PartyId } from '#core/message.ts'
import { type Act, type Operations, REPLAYABLE, type ReplayFilter } from '#core/operations.ts'
import type { Outcome, Store } from '#core/ports.ts'
import { acceptance, at, auditEvent, deliveryTo, NOW, xmlDocument } from './acceptance.ts'

export interface OperationsUnderTest {
  readonly store: Store
  readonly operations: Operations
  replaceDirectory(data: DirectoryParts): Promise<void>
  links(party: PartyId): Promise<readonly AuditLink[]>
}

const LEASE_MS = 60_000
const DEAD: Outcome = { state: 'dead', code: 'RECIPIENT_REFUSED' }
const EXPIRED: Outcome = { state: 'expired', code: 'MESSAGE_EXPIRED' }
const act = (seconds = 1): Act => ({ by: 'nergiz', reason: 'Tərəf xahiş etdi', at: at(seconds) })

export function operationsContract(opened: () => OperationsUnderTest, partyRecord: (id: PartyId) => PartyRecord): void {
  describe('what operators do', () => {
    const partyId = (): PartyId => `p-${randomUUID().slice(0, 8)}`
    const claim = async (party: PartyId, seconds = 1) =>
      (await opened().store.claim([{ party, free: 100 }], 'process-1', at(seconds), LEASE_MS)).map(({ deliveryId }) => deliveryId)
    const settle = (deliveryId: string, outcome: Outcome, party: PartyId) =>
      opened().store.settle(deliveryId, outcome, { audit: auditEvent('ContentHandover', party, { deliveryId }) })
    const stateOf = async (deliveryId: string) => (await opened().store.delivery(deliveryId))?.state
    const eventsOf = async (party: PartyId) => (await opened().links(party)).map(({ event, by, reason }) => ({ event, by, reason }))

    /** A case with `length` deliveries to one party. */
    const caseOf = async (length: number, to = partyId(), more: { startsAt?: number; expiresAt?: Date } = {}) => {
      const conversationId = randomUUID()
      const deliveryIds: string[] = []
      for (let number = 0; number < length; number++) {
        const delivery = deliveryTo(to, { expiresAt: at(3600) })
        const one = acceptance({
          from: 'de',
          conversationId,
          length: number,
          deliveries: [delivery],
          receivedAt: at((more.startsAt ?? 0) - 100 + number),
        })
        await opened().store.accept({ ...one, message: { ...one.message, expiresAt: more.expiresAt } })
        deliveryIds.push(delivery.deliveryId)
      }
      return { to, conversationId, deliveryIds, first: deliveryIds[0] ?? '', second: deliveryIds[1] ?? '' }
    }
    const dead = async (to?: PartyId, more?: { startsAt?: number; expiresAt?: Date }) => {
      const made = await caseOf(1, to, more)
      await claim(made.to, 0)
      await settle(made.first, DEAD, made.to)
      return made
    }

    describe('holding and resuming a party', () => {
      it('stops and starts what is sent to it, once, with who did it and why', async () => {
        const { operations, store, replaceDirectory } = opened()
        const party = partyId()
        await replaceDirectory({ parties: [partyRecord(party)], agreements: [] })
        const revision = await store.directoryRevision()
        expect(await operations.hold(party, act())).toBe(true)
        expect(await operations.hold(party, act())).toBe(false)
        expect((await store.directory()).parties).toMatchObject([{ id: party, status: 'held' }])
        expect(await operations.resume(party, act())).toBe(true)
        expect(await operations.resume(party, act())).toBe(false)
        expect((await store.directory()).parties).toMatchObject([{ id: party, status: 'active' }])
        expect(await store.directoryRevision()).toBe(revision + 2)
        const who = { by: 'nergiz', reason: 'Tərəf xahiş etdi' }
        const events = await eventsOf(party)
        expect(events).toHaveLength(2)
        expect(events).toEqual(
          expect.arrayContaining([
            { event: 'party.held', ...who },
            { event: 'party.resumed', ...who },
          ]),
        )
      })

      it('knows no party that is none', async () => {
        expect(await opened().operations.hold('nobody', act())).toBe(false)
        expect(await opened().operations.resume('nobody', act())).toBe(false)
      })

      it('resumes what was held after a refusal, and its held delivery goes out again', async () => {
        const { operations, replaceDirectory } = opened()
        const { to, first } = await caseOf(1)
        await replaceDirectory({ parties: [partyRecord(to)], agreements: [] })
        await claim(to)
        await settle(first, { state: 'held', code: 'RECIPIENT_FORBIDS', dueAt: at(1), holds: 'party' }, to)
        expect(await operations.resume(to, act())).toBe(true)
        expect(await claim(to, 2)).toEqual([first])
      })

      it('closes the breaker of a party that does not answer', async () => {
        const { operations, store } = opened()
        const { to, first } = await caseOf(1)
        await store.breakers.failed(to, { at: NOW, limit: 1, probe: undefined, probeAt: at(1000) })
        expect(await claim(to)).toEqual([])
        expect(await operations.resume(to, act())).toBe(true)
        expect(await claim(to)).toEqual([first])
      })

      it('brings forward what waits for its next attempt, and leaves alone what is out and what has ended', async () => {
        const { operations } = opened()
        const { to, first } = await caseOf(1)
        const [out, dead] = [(await caseOf(1, to)).first, (await caseOf(1, to)).first]
        await claim(to)
        await settle(first, { state: 'retrying', code: 'RECIPIENT_BUSY', dueAt: at(900) }, to)
        await settle(dead, DEAD, to)
        expect(await claim(to, 2)).toEqual([])
        expect(await operations.resume(to, act())).toBe(true)
        expect(await claim(to, 2)).toEqual([first])
        expect(await stateOf(dead)).toBe('dead')
        expect(await stateOf(out)).toBe('pending')
        expect(await operations.resume(to, act())).toBe(false)
      })
    })

    describe('giving up', () => {
      it('skips a dead delivery: its successors go on, in their order', async () => {
        const { to, deliveryIds } = await caseOf(4)
        const [one = '', two = '', three = '', four = ''] = deliveryIds
        await claim(to)
        await settle(one, DEAD, to)
        expect(await claim(to, 2)).toEqual([])
        expect(await opened().operations.skip(one, act())).toBe('dead')
        expect(await stateOf(one)).toBe('cancelled')
        expect(await claim(to, 2)).toEqual([two])
        await settle(two, DEAD, to)
        expect(await opened().operations.skip(two, act())).toBe('dead')
        expect(await claim(to, 3)).toEqual([three])
        expect(await claim(to, 3)).toEqual([])
        await settle(three, EXPIRED, to)
        expect(await claim(to, 4)).toEqual([four])
        expect(await eventsOf(to)).toEqual(
          expect.arrayContaining([{ event: 'delivery.skipped', by: 'nergiz', reason: 'Tərəf xahiş etdi' }]),
        )
      })

      it('skips nothing but the dead', async () => {
        const { to, first } = await caseOf(1)
        expect(await opened().operations.skip(first, act())).toBe('pending')
        expect(await stateOf(first)).toBe('pending')
        expect(await opened().operations.skip(randomUUID(), act())).toBe('absent')
        expect(await opened().operations.skip('no id', act())).toBe('absent')
        expect(await eventsOf(to)).toEqual([])
      })

      it.each<[string, Outcome | undefined]>([
        ['pending', undefined],
        ['retrying', { state: 'retrying', code: 'RECIPIENT_BUSY', dueAt: at(1000) }],
        ['sent', { state: 'sent', dueAt: at(1000) }],
        ['held', { state: 'held', code: 'DELIVERY_QUARANTINED', dueAt: at(1000), holds: 'delivery' }],
        ['dead', DEAD],
      ])('cancels one that is %s, and its successor goes on', async (state, outcome) => {
        const { to, first, second } = await caseOf(2)
        if (outcome) {
          await claim(to)
          await settle(first, outcome, to)
        }
        expect(await opened().operations.cancel(first, act())).toBe(state)
        expect(await claim(to, 2)).toEqual([second])
      })

      it('cancels nothing that has ended', async () => {
        const { to, first } = await caseOf(1)
        await settle(first, EXPIRED, to)
        expect(await opened().operations.cancel(first, act())).toBe('expired')
        expect(await stateOf(first)).toBe('expired')
      })

      it('takes no notice of an attempt that was out when it was cancelled, but believes a valid receipt', async () => {
        const { to, first } = await caseOf(1)
        await claim(to)
        await opened().operations.cancel(first, act())
        expect(await settle(first, { state: 'retrying', code: 'RECIPIENT_BUSY', dueAt: NOW }, to)).toBe('late')
        expect(await stateOf(first)).toBe('cancelled')
        const receipt = { receipt: xmlDocument('<Receipt/>'), receiptId: randomUUID(), digest: hash('sha256', 'x'), at: at(5) }
        expect(await settle(first, { state: 'delivered', ...receipt }, to)).toBe('settled')
        expect(await stateOf(first)).toBe('delivered')
      })
    })

    describe('the backlog', () => {
      it('says what waits, since when, what is out, what is stuck and why', async () => {
        const { operations, store, replaceDirectory } = opened()
        const to = partyId()
        await replaceDirectory({ parties: [partyRecord(to), partyRecord('a-empty')], agreements: [] })
        const one = await caseOf(3, to)
        await claim(to, 0)
        await settle(one.first, DEAD, to)
        const other = await caseOf(2, to, { startsAt: 50 })
        await claim(to, 0)
        await store.breakers.failed(to, { at: at(1), limit: 1, probe: undefined, probeAt: at(11) })
        const lanes = await operations.backlog(at(2))
        expect(lanes.map(({ party }) => party)).toEqual(['a-empty', to])
        expect(lanes[0]).toEqual({
          party: 'a-empty',
          status: 'active',
          transport: 'push',
          silent: undefined,
          waiting: 0,
          out: 0,
          oldest: undefined,
          blocked: 0,
          stuck: [],
        })
        expect(lanes[1]).toEqual({
          party: to,
          status: 'active',
          transport: 'push',
          silent: { since: at(1), probeAt: at(11), probes: 0 },
          waiting: 4,
          out: 1,
          oldest: at(-99),
          blocked: 2,
          stuck: [{ state: 'dead', code: 'RECIPIENT_REFUSED', count: 1 }],
        })
        expect(other.deliveryIds).toHaveLength(2)
      })

      it('shows a sender that its message waits behind a dead one', async () => {
        const { store } = opened()
        const { to, first, second } = await caseOf(2)
        await claim(to)
        await settle(first, DEAD, to)
        const { messageId = '' } = (await store.delivery(second)) ?? {}
        expect((await store.message(messageId, 'de'))?.deliveries).toMatchObject([{ state: 'held', code: 'PREDECESSOR_DEAD' }])
        await opened().operations.skip(first, act())
        expect((await store.message(messageId, 'de'))?.deliveries).toMatchObject([{ state: 'pending', code: undefined }])
      })
    })

    describe('replaying', () => {
      const of = (party: PartyId, more: Partial<ReplayFilter> = {}): ReplayFilter => ({ states: REPLAYABLE, party, ...more })
      const started = async (filter: ReplayFilter) => {
        const jobId = randomUUID()
        return opened().operations.start(jobId, filter, act())
      }
      /** Parts of the jobs of other tests are taken too: they all have ended. */
      const part = async (by = 'process-1', seconds = 2, limit = 100) => {
        const found = await opened().operations.takePart(by, at(seconds), LEASE_MS, limit)
        if (!found) throw new Error('a job was to be taken')
        return found
      }
      const runAll = async (by = 'process-1') => {
        for (;;) {
          const found = await opened().operations.takePart(by, at(2), LEASE_MS, 2)
          if (!found) return
          if (found.items.length === 0) await opened().operations.finish(found, by, at(2))
          for (const item of found.items) await opened().operations.replay(found, item, by, at(2))
        }
      }

      it('plans with counts for each party, state and reason, and changes nothing', async () => {
        const to = partyId()
        await dead(to)
        await dead(to, { startsAt: 10 })
        const { first } = await caseOf(1, to, { startsAt: 20 })
        await settle(first, { state: 'held', code: 'DELIVERY_QUARANTINED', dueAt: at(3600), holds: 'delivery' }, to)
        expect(await opened().operations.plan(of(to), at(1))).toEqual({
          count: 3,
          groups: [
            { party: to, state: 'dead', code: 'RECIPIENT_REFUSED', count: 2, oldest: at(-100) },
            { party: to, state: 'held', code: 'DELIVERY_QUARANTINED', count: 1, oldest: at(-80) },
          ],
          overtaken: 0,
          outdated: 0,
          erased: 0,
        })
        expect(await stateOf(first)).toBe('held')
      })

      it('finds what a filter says', async () => {
        const to = partyId()
        const one = await dead(to)
        await dead(to, { startsAt: 10 })
        const count = async (more: Partial<ReplayFilter>) => (await opened().operations.plan(of(to, more), at(1))).count
        expect(await count({})).toBe(2)
        expect(await count({ states: ['expired'] })).toBe(0)
        expect(await count({ deliveryIds: [one.first, 'no id', randomUUID()] })).toBe(1)
        expect(await count({ deliveryIds: [] })).toBe(0)
        expect(await count({ code: 'RECIPIENT_REFUSED' })).toBe(2)
        expect(await count({ code: 'INTERNAL' })).toBe(0)
        expect(await count({ type: 'readmission-application' })).toBe(2)
        expect(await count({ type: 'acknowledgement' })).toBe(0)
        expect(await count({ conversationId: one.conversationId })).toBe(1)
        expect(await count({ conversationId: 'no id' })).toBe(0)
        expect(await count({ since: at(-95) })).toBe(1)
        expect(await count({ until: at(-95) })).toBe(1)
        expect(await count({ until: at(-90) })).toBe(1)
      })

      it('sends the same bytes under the same id, oldest first, and frees what waited behind', async () => {
        const { store } = opened()
        const to = partyId()
        const young = await dead(to, { startsAt: 50 })
        const old = await caseOf(2, to)
        await claim(to, 0)
        await store.encoded(old.first, xmlDocument('<Message>first</Message>'), hash('sha256', 'first'))
        await settle(old.first, DEAD, to)
        const job = await started(of(to))
        expect(job).toMatchObject({
          state: 'running',
          total: 2,
          reached: 0,
          replayed: 0,
          by: 'nergiz',
          reason: 'Tərəf xahiş etdi',
          startedAt: at(1),
        })
        const { items } = await part()
        expect(items.map(({ number, deliveryId }) => [number, deliveryId])).toEqual([
          [1, old.first],
          [2, young.first],
        ])
        await runAll()
        expect(await opened().operations.job(job.jobId)).toMatchObject({ state: 'done', total: 2, reached: 2, replayed: 2 })
        const claimed = await store.claim([{ party: to, free: 10 }], 'process-1', at(3), LEASE_MS)
        expect(new Set(claimed.map(({ deliveryId }) => deliveryId))).toEqual(new Set([old.first, young.first]))
        const again = claimed.find(({ deliveryId }) => deliveryId === old.first)
        expect(again).toMatchObject({ attempt: 2, tries: 1, unended: 1, reopened: true })
        expect(Buffer.from(again?.encoded?.bytes ?? []).toString()).toBe('<Message>first</Message>')
        await settle(old.first, EXPIRED, to)
        expect(await claim(to, 4)).toEqual([old.second])
      })

      it('is audited: each delivery in the chain of its party, the job in that of the hub', async () => {
        const { to } = await dead()
        const { jobId } = await started(of(to))
        await runAll()
        const who = { by: 'nergiz', reason: 'Tərəf xahiş etdi' }
        expect(await eventsOf(to)).toContainEqual({ event: 'delivery.replayed', ...who })
        const told = (await eventsOf('hub')).filter(({ event }) => event.endsWith(jobId))
        expect(told).toHaveLength(2)
        expect(told).toEqual(
          expect.arrayContaining([
            { event: `replay.started ${jobId}`, ...who },
            { event: `replay.finished ${jobId}`, ...who },
          ]),
        )
      })

      it('gives a delivery another week, but never more than its message says', async () => {
        const week = 7 * 86_400
        const expired = await caseOf(1)
        await settle(expired.first, EXPIRED, expired.to)
        await started(of(expired.to))
        const limited = await dead(undefined, { expiresAt: at(7200) })
        await started(of(limited.to))
        await runAll()
        const expiresAt = async (party: PartyId) => (await opened().store.claim([{ party, free: 1 }], 'p', at(3), LEASE_MS))[0]?.expiresAt
        expect(await expiresAt(expired.to)).toEqual(at(2 + week))
        expect(await expiresAt(limited.to)).toEqual(at(7200))
      })

      it('leaves out what was overtaken in its case, and what the message itself says is over', async () => {
        const { first, to } = await caseOf(2)
        await settle(first, EXPIRED, to)
        expect(await opened().operations.plan(of(to), at(1))).toMatchObject({ count: 0, overtaken: 1, outdated: 0 })
        const late = await dead(undefined, { expiresAt: at(1) })
        expect(await opened().operations.plan(of(late.to), at(1))).toMatchObject({ count: 0, overtaken: 0, outdated: 1 })
        expect(await started(of(late.to))).toMatchObject({ total: 0 })
        await runAll()
      })

      it('passes over what has changed since it was planned', async () => {
        const { to, first } = await dead()
        const job = await started(of(to))
        const receipt = { receipt: xmlDocument('<Receipt/>'), receiptId: randomUUID(), digest: hash('sha256', 'x'), at: at(5) }
        await settle(first, { state: 'delivered', ...receipt }, to)
        await runAll()
        expect(await opened().operations.job(job.jobId)).toMatchObject({ state: 'done', total: 1, reached: 1, replayed: 0 })
        expect(await stateOf(first)).toBe('delivered')
      })

      it('belongs to one process at a time; another carries on when that one has died', async () => {
        const to = partyId()
        await dead(to)
        await dead(to, { startsAt: 10 })
        const job = await started(of(to))
        const mine = await part('process-1')
        expect(await opened().operations.takePart('process-2', at(61), LEASE_MS, 10)).toBeUndefined()
        const [first, second] = mine.items
        if (!first || !second) throw new Error('two were dead')
        expect(await opened().operations.replay(mine, first, 'process-1', at(2))).toBe('replayed')
        const theirs = await part('process-2', 62)
        expect(theirs.items).toEqual([second])
        expect(await opened().operations.replay(mine, second, 'process-1', at(63))).toBe('lost')
        expect(await opened().operations.replay(theirs, second, 'process-2', at(63))).toBe('replayed')
        expect(await opened().operations.replay(theirs, second, 'process-2', at(63))).toBe('lost')
        await opened().operations.finish(theirs, 'process-2', at(63))
        expect(await opened().operations.job(job.jobId)).toMatchObject({ state: 'done', replayed: 2 })
      })

      it('stops when it is cancelled, and what was replayed stays so', async () => {
        const to = partyId()
        const one = await dead(to)
        const two = await dead(to, { startsAt: 10 })
        const { jobId } = await started(of(to))
        const found = await part()
        const [first, second] = found.items
        if (!first || !second) throw new Error('two were dead')
        await opened().operations.replay(found, first, 'process-1', at(2))
        expect(await opened().operations.cancelJob(jobId, act())).toBe(true)
        expect(await opened().operations.cancelJob(jobId, act())).toBe(false)
        expect(await opened().operations.replay(found, second, 'process-1', at(2))).toBe('lost')
        expect(await opened().operations.job(jobId)).toMatchObject({ state: 'cancelled', total: 2, reached: 1, replayed: 1 })
        expect([await stateOf(one.first), await stateOf(two.first)]).toEqual(['pending', 'dead'])
        expect((await opened().operations.jobs(1000)).map((job) => job.jobId)).toContain(jobId)
        expect(await opened().operations.job(randomUUID())).toBeUndefined()
        expect(await opened().operations.job('no id')).toBeUndefined()
      })
    })
  })
}
