/** The suite that every Store passes. Parties and ids are fresh in every test, so that one database serves them all. */
import { hash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AgreementRecord, Confirmation, DirectoryParts, PartyRecord } from '#core/directory.ts'
import { type AuditLink, EMPTY, follow } from '#core/evidence/chain.ts'
import type { PartyId } from '#core/message.ts'
import type { Operations } from '#core/operations.ts'
import type { ClaimedDelivery, Outcome, Store } from '#core/ports.ts'
import { acceptance, at, auditEvent, deliveryTo, NOW, notice, xmlDocument } from './acceptance.ts'
import { attachmentsContract } from './attachments.contract.ts'
import { breakersContract } from './breakers.contract.ts'
import { clocksContract } from './clocks.contract.ts'
import { erasureContract } from './erasure.contract.ts'
import { evidenceContract } from './evidence.contract.ts'
import { labContract } from './lab.contract.ts'
import { leasedAtOnceContract } from './leased-at-once.contract.ts'
import { operationsContract } from './operations.contract.ts'
import { revocationContract } from './revocation.contract.ts'
import { standAsideContract } from './stand-aside.contract.ts'
import { treeHeadsContract } from './tree-heads.contract.ts'

export interface StoreUnderTest {
  readonly store: Store
  readonly operations: Operations
  replaceDirectory(data: DirectoryParts): Promise<void>
  confirm(confirmation: Confirmation): Promise<void>
  withdraw(confirmation: Confirmation): Promise<void>
  links(party: PartyId): Promise<readonly AuditLink[]>
  close(): Promise<void>
}

const LEASE_MS = 60_000

const partyId = (): PartyId => `p-${randomUUID().slice(0, 8)}`

const delivered = (): Outcome => ({
  state: 'delivered',
  receipt: xmlDocument('<Receipt/>'),
  receiptId: randomUUID(),
  digest: hash('sha256', 'handed over'),
  at: at(5),
})

export function storeContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`the store, ${name}`, () => {
    let under: StoreUnderTest
    let store: Store
    beforeAll(async () => {
      under = await open()
      store = under.store
    })
    afterAll(() => under?.close())

    const claimAll = (party: PartyId, now = NOW, free = 100): Promise<readonly ClaimedDelivery[]> =>
      store.claim([{ party, free }], 'process-1', now, LEASE_MS)

    const settle = (deliveryId: string, outcome: Outcome, party: PartyId) =>
      store.settle(deliveryId, outcome, { audit: auditEvent('ContentHandover', party, { deliveryId }) })

    /** A case with one delivery a message, all to the same party. */
    const caseOf = async (length: number, to = partyId()) => {
      const from = partyId()
      const conversationId = randomUUID()
      const accepted = []
      for (let number = 0; number < length; number++) {
        const one = acceptance({
          from,
          conversationId,
          length: number,
          deliveries: [deliveryTo(to)],
          receivedAt: at(number),
        })
        expect(await store.accept(one)).toBe('accepted')
        accepted.push(one)
      }
      return { from, to, conversationId, accepted, deliveryIds: accepted.flatMap(({ deliveries }) => deliveries.map((d) => d.deliveryId)) }
    }

    describe('accepting', () => {
      it('knows nothing of a message and a case that never came', async () => {
        expect(await store.known(partyId(), randomUUID(), randomUUID())).toEqual({ first: undefined, conversation: undefined })
      })

      it('gives back the first receipt and the case just as they were given', async () => {
        const from = partyId()
        const one = acceptance({ from, participants: ['pl', 'az-sms', from], deliveries: [deliveryTo(partyId())] })
        expect(await store.accept(one)).toBe('accepted')
        const { first, conversation } = await store.known(from, one.message.messageId, one.conversation.id)
        expect(first?.digest).toBe(one.message.digest)
        expect(Buffer.from(first?.receipt.bytes ?? []).equals(Buffer.from(one.receipt.bytes))).toBe(true)
        expect(first?.receipt).toMatchObject({ mediaType: 'application/xml', signature: undefined })
        expect(conversation).toEqual({
          ...one.conversation,
          length: 1,
          history: [{ messageId: one.message.messageId, type: one.message.type, from, to: one.message.to }],
          clocks: [],
        })
      })

      it('lists the messages of a case in their order', async () => {
        const { from, conversationId, accepted } = await caseOf(3)
        const { conversation } = await store.known(from, randomUUID(), conversationId)
        expect(conversation?.history.map(({ messageId }) => messageId)).toEqual(accepted.map(({ message }) => message.messageId))
      })

      it.each([1, 5])('stores nothing when the case is not what the rules saw (they saw %i messages of none)', async (length) => {
        const from = partyId()
        const to = partyId()
        const one = acceptance({ from, length, deliveries: [deliveryTo(to)] })
        expect(await store.accept(one)).toBe('moved')
        expect(await store.known(from, one.message.messageId, one.conversation.id)).toEqual({ first: undefined, conversation: undefined })
        expect(await claimAll(to)).toEqual([])
        expect(await under.links(from)).toEqual([])
      })

      it('tells when a sender has as much waiting for a recipient as it may', async () => {
        const { from, to, deliveryIds } = await caseOf(2)
        await caseOf(1, to)
        const reached = () => Promise.all([1, 2, 3].map((count) => store.backlogReaches(from, to, count)))
        expect(await reached()).toEqual([true, true, false])
        await settle(deliveryIds[0] ?? '', delivered(), to)
        expect(await reached()).toEqual([true, false, false])
      })

      it('does not open a case twice', async () => {
        const { from, to, conversationId } = await caseOf(1)
        expect(await store.accept(acceptance({ from, conversationId, deliveries: [deliveryTo(to)] }))).toBe('moved')
      })

      it('says that an id is known, in whatever case it comes again, and changes nothing', async () => {
        const { from, to, accepted } = await caseOf(1)
        const again = acceptance({ from, messageId: accepted[0]?.message.messageId ?? '', deliveries: [deliveryTo(to)] })
        expect(await store.accept(again)).toBe('known')
        expect((await store.known(from, randomUUID(), again.conversation.id)).conversation).toBeUndefined()
        expect(await claimAll(to)).toHaveLength(1)
      })

      it('lets two senders use the same id', async () => {
        const { accepted } = await caseOf(1)
        const other = acceptance({ from: partyId(), messageId: accepted[0]?.message.messageId ?? '', deliveries: [deliveryTo(partyId())] })
        expect(await store.accept(other)).toBe('accepted')
      })

      it('accepts an id once, however many copies arrive together in the same case', async () => {
        const wish = { from: partyId(), messageId: randomUUID(), conversationId: randomUUID() }
        const verdicts = await Promise.all(
          Array.from({ length: 12 }, () => store.accept(acceptance({ ...wish, deliveries: [deliveryTo('fr')] }))),
        )
        expect(verdicts.filter((verdict) => verdict === 'accepted')).toHaveLength(1)
      })

      it('accepts an id once, however many copies arrive together in different cases', async () => {
        const wish = { from: partyId(), messageId: randomUUID() }
        const verdicts = await Promise.all(
          Array.from({ length: 12 }, () => store.accept(acceptance({ ...wish, deliveries: [deliveryTo('fr')] }))),
        )
        expect(verdicts.toSorted()).toEqual(['accepted', ...Array(11).fill('known')])
      })

      it('accepts one of many messages that were judged on the same state of a case', async () => {
        const { from, to, conversationId } = await caseOf(1)
        const rivals = Array.from({ length: 8 }, () => acceptance({ from, conversationId, length: 1, deliveries: [deliveryTo(to)] }))
        const verdicts = await Promise.all(rivals.map((rival) => store.accept(rival)))
        expect(verdicts.toSorted()).toEqual(['accepted', ...Array(7).fill('moved')])
        expect((await store.known(from, randomUUID(), conversationId)).conversation?.length).toBe(2)
      })
    })

    describe('claiming', () => {
      it('gives a due delivery with all that is needed to send it', async () => {
        const { from, to, conversationId, accepted } = await caseOf(1)
        const message = accepted[0]?.message
        const [claimed, ...others] = await claimAll(to)
        expect(others).toEqual([])
        expect(claimed).toMatchObject({ party: to, from, to, conversationId, attempt: 1, encoded: undefined, expiresAt: at(86_400) })
        expect(claimed).toMatchObject({ messageId: message?.messageId, type: message?.type, contentDigest: message?.contentDigest })
        expect(Buffer.from(claimed?.content ?? []).equals(Buffer.from(message?.content ?? []))).toBe(true)
      })

      it('gives nothing that is not due, or to other parties', async () => {
        const to = partyId()
        await store.accept(acceptance({ from: 'de', deliveries: [deliveryTo(to, { dueAt: at(10) })] }))
        expect(await claimAll(to, at(9))).toEqual([])
        expect(await claimAll(partyId())).toEqual([])
        expect(await claimAll(to, at(10))).toHaveLength(1)
      })

      it('gives at most what is free in each lane, oldest first', async () => {
        const [one, other] = [partyId(), partyId()]
        for (const [party, seconds] of [
          [one, -1],
          [one, -3],
          [one, -2],
          [other, -4],
        ] as const) {
          await store.accept(acceptance({ from: 'de', deliveries: [deliveryTo(party, { dueAt: at(seconds) })], text: String(seconds) }))
        }
        const lanes = [one, other].map((party) => ({ party, free: 2 }))
        const claimed = await store.claim(lanes, 'process-1', NOW, LEASE_MS)
        expect(claimed.map(({ content }) => JSON.parse(Buffer.from(content).toString()).text)).toEqual(['-4', '-3', '-2'])
      })

      it('gives at once to others what a process hands back, and leaves alone what others and parties hold', async () => {
        const [to, other, pulling] = [partyId(), partyId(), partyId()]
        const mine = await caseOf(1, to)
        await caseOf(1, other)
        const pulled = await caseOf(1, pulling)
        const by = randomUUID()
        expect(await store.claim([{ party: to, free: 1 }], by, NOW, LEASE_MS)).toMatchObject([{ attempt: 1 }])
        await claimAll(other)
        await store.lease(pulling, pulled.deliveryIds[0] ?? '', NOW, LEASE_MS)
        expect(await store.handBack(by, at(1), mine.deliveryIds)).toBe(0)
        expect(await store.handBack(by, at(1), pulled.deliveryIds)).toBe(1)
        expect(await store.handBack(by, at(1))).toBe(0)
        expect(await claimAll(to, at(1))).toMatchObject([{ deliveryId: mine.deliveryIds[0], attempt: 1, unended: 1 }])
        expect(await claimAll(other, at(1))).toEqual([])
        expect(await store.lease(pulling, pulled.deliveryIds[0] ?? '', at(1), LEASE_MS)).toBe('taken')
      })

      it('never gives a delivery to two that ask at once, and leaves none behind', async () => {
        const to = partyId()
        const ids = await Promise.all(Array.from({ length: 24 }, async () => (await caseOf(1, to)).deliveryIds))
        const claims = await Promise.all(
          Array.from({ length: 8 }, (_, n) => store.claim([{ party: to, free: 5 }], `process-${n}`, NOW, LEASE_MS)),
        )
        const rest = await claimAll(to)
        const claimed = [...claims.flat(), ...rest].map(({ deliveryId }) => deliveryId)
        expect(claimed.toSorted()).toEqual(ids.flat().toSorted())
      })

      it('gives a delivery again when its lease has run out, and counts the attempt', async () => {
        const { to, deliveryIds } = await caseOf(1)
        await claimAll(to)
        expect(await claimAll(to, at(59))).toEqual([])
        expect(await claimAll(to, at(60))).toMatchObject([{ deliveryId: deliveryIds[0], attempt: 2 }])
      })

      it('still gives a delivery that has expired: to settle it as such is for the flow', async () => {
        const { to } = await caseOf(1)
        expect(await claimAll(to, at(100_000))).toHaveLength(1)
      })
    })

    describe('the order within a case', () => {
      const headOf = async (to: PartyId, now = NOW) => (await claimAll(to, now)).map(({ deliveryId }) => deliveryId)

      it('gives only the head, and the next one when that is delivered', async () => {
        const { to, deliveryIds } = await caseOf(3)
        expect(await headOf(to)).toEqual([deliveryIds[0]])
        expect(await headOf(to)).toEqual([])
        await settle(deliveryIds[0] ?? '', delivered(), to)
        expect(await headOf(to)).toEqual([deliveryIds[1]])
      })

      it('does not hold another party of the same case', async () => {
        const [one, other] = [partyId(), partyId()]
        const first = acceptance({ from: 'de', deliveries: [deliveryTo(one)] })
        const second = acceptance({ from: 'de', conversationId: first.conversation.id, length: 1, deliveries: [deliveryTo(other)] })
        expect([await store.accept(first), await store.accept(second)]).toEqual(['accepted', 'accepted'])
        expect(await headOf(other)).toHaveLength(1)
      })

      it.each<[string, Outcome, boolean]>([
        ['a dead one holds its successors', { state: 'dead', code: 'RECIPIENT_REFUSED' }, false],
        ['an expired one frees them', { state: 'expired', code: 'MESSAGE_EXPIRED' }, true],
      ])('%s', async (_, outcome, free) => {
        const { to, deliveryIds } = await caseOf(2)
        await claimAll(to)
        await settle(deliveryIds[0] ?? '', outcome, to)
        expect(await headOf(to, at(1000))).toEqual(free ? [deliveryIds[1]] : [])
      })

      it('holds the successors of one whose receipt is owed, and sends it again when the receipt does not come', async () => {
        const { to, deliveryIds } = await caseOf(2)
        await claimAll(to)
        await settle(deliveryIds[0] ?? '', { state: 'sent', dueAt: at(30) }, to)
        expect(await headOf(to, at(29))).toEqual([])
        expect(await headOf(to, at(30))).toEqual([deliveryIds[0]])
      })

      it('holds the successors of a held one, which is tried first when its party is sent to again', async () => {
        const { to, deliveryIds } = await caseOf(2)
        await claimAll(to)
        await settle(deliveryIds[0] ?? '', { state: 'held', code: 'RECIPIENT_FORBIDS', dueAt: NOW, holds: 'party' }, to)
        expect(await headOf(to)).toEqual([deliveryIds[0]])
      })

      it('tries again when the retry is due, not when the lease would have ended', async () => {
        const { to, deliveryIds } = await caseOf(1)
        await claimAll(to)
        await settle(deliveryIds[0] ?? '', { state: 'retrying', dueAt: at(5), code: 'RECIPIENT_UNREACHABLE' }, to)
        expect(await headOf(to, at(4))).toEqual([])
        expect(await headOf(to, at(5))).toEqual(deliveryIds)
      })
    })

    describe('deliveries that nobody settles', () => {
      const claimedOnce = async (to: PartyId, now: Date) => (await claimAll(to, now))[0]

      it('are counted, until one attempt comes to an end', async () => {
        const { to, deliveryIds } = await caseOf(1)
        const id = deliveryIds[0] ?? ''
        for (let n = 1; n <= 3; n++) expect(await claimedOnce(to, at(60 * n))).toMatchObject({ unended: n, attempt: n })
        const end = async (how: 'broken' | 'silent') =>
          store.settle(
            id,
            { state: 'retrying', dueAt: NOW, code: 'INTERNAL' },
            { attempt: { startedAt: NOW, durationMs: 1, status: undefined, end: how }, audit: auditEvent('ContentHandoverFailure', to) },
          )
        await end('broken')
        expect(await claimedOnce(to, NOW)).toMatchObject({ unended: 4 })
        await end('silent')
        expect(await claimedOnce(to, NOW)).toMatchObject({ unended: 1, attempt: 5 })
      })

      it('are held alone when they are set aside: their party is not', async () => {
        const { to, deliveryIds } = await caseOf(2)
        const other = await caseOf(1, to)
        await under.replaceDirectory({ parties: [partyRecord(to)], agreements: [] })
        await settle(deliveryIds[0] ?? '', { state: 'held', code: 'DELIVERY_QUARANTINED', dueAt: at(86_400), holds: 'delivery' }, to)
        expect((await store.directory()).parties).toMatchObject([{ status: 'active' }])
        expect((await claimAll(to, at(86_399))).map(({ deliveryId }) => deliveryId)).toEqual(other.deliveryIds)
      })
    })

    describe('the signed bytes of a delivery', () => {
      it('are the first ones stored, however many make them at once', async () => {
        const { to, deliveryIds } = await caseOf(1)
        const id = deliveryIds[0] ?? ''
        const made = Array.from({ length: 8 }, (_, n) => ({ ...xmlDocument(`<Message>${n}</Message>`), signature: `signature ${n}` }))
        const held = await Promise.all(made.map((document) => store.encoded(id, document, hash('sha256', document.bytes))))
        const signatures = new Set(held.map(({ signature }) => signature))
        expect(signatures.size).toBe(1)
        const first = made.find(({ signature }) => signatures.has(signature))
        const [claimed] = await claimAll(to)
        expect(claimed?.encoded?.signature).toBe(first?.signature)
        expect(Buffer.from(claimed?.encoded?.bytes ?? []).equals(Buffer.from(first?.bytes ?? []))).toBe(true)
        expect(await store.delivery(id)).toMatchObject({
          digest: hash('sha256', first?.bytes ?? ''),
          signatureDigest: hash('sha256', first?.signature ?? ''),
          contentDigest: hash('sha256', first?.bytes ?? ''),
        })
        expect(claimed?.contentDigest).toBe(hash('sha256', first?.bytes ?? ''))
      })

      it('belong to a delivery that exists', async () => {
        await expect(store.encoded(randomUUID(), xmlDocument('<Message/>'), '')).rejects.toMatchObject({ code: 'NOT_FOUND' })
      })
    })

    describe('settling', () => {
      it('keeps how it ended', async () => {
        const { from, to, conversationId, accepted, deliveryIds } = await caseOf(1)
        const outcome = { ...delivered(), receiptId: randomUUID() }
        const id = deliveryIds[0] ?? ''
        await claimAll(to)
        await store.encoded(id, xmlDocument('<Message/>'), hash('sha256', 'an older version'))
        const attempt = { startedAt: NOW, durationMs: 12.7, status: 200, end: 'answered' as const }
        expect(await store.settle(id, outcome, { attempt, audit: auditEvent('ContentHandover', to, { deliveryId: id }) })).toBe('settled')
        expect(await store.delivery(id)).toEqual({
          deliveryId: id,
          party: to,
          transport: 'push',
          state: 'delivered',
          attempts: 1,
          code: undefined,
          deliveredAt: at(5),
          messageId: accepted[0]?.message.messageId,
          conversationId,
          from,
          to,
          type: 'readmission-application',
          digest: hash('sha256', '<Message/>'),
          signatureDigest: undefined,
          contentDigest: hash('sha256', 'an older version'),
          receiptId: outcome.receiptId,
          reopened: false,
        })
        expect(await claimAll(to, at(1000))).toEqual([])
      })

      it('lets a valid receipt make a dead and an expired delivery delivered, and nothing else move them', async () => {
        for (const end of ['dead', 'expired'] as const) {
          const { to, deliveryIds } = await caseOf(1)
          const id = deliveryIds[0] ?? ''
          expect(await settle(id, { state: end, code: 'RECIPIENT_REFUSED' }, to)).toBe('settled')
          expect(await settle(id, { state: 'retrying', dueAt: NOW, code: 'RECIPIENT_BUSY' }, to)).toBe('late')
          expect(await store.delivery(id)).toMatchObject({ state: end, code: 'RECIPIENT_REFUSED' })
          expect(await settle(id, delivered(), to)).toBe('settled')
          expect(await store.delivery(id)).toMatchObject({ state: 'delivered', code: undefined })
        }
      })

      it('never changes what is delivered, and leaves no trace of trying', async () => {
        const { to, deliveryIds } = await caseOf(1)
        const id = deliveryIds[0] ?? ''
        await settle(id, delivered(), to)
        const before = await store.delivery(id)
        expect(await settle(id, delivered(), to)).toBe('late')
        expect(await settle(id, { state: 'dead', code: 'RECIPIENT_REFUSED' }, to)).toBe('late')
        expect(await store.delivery(id)).toEqual(before)
        expect(await under.links(to)).toHaveLength(1)
      })

      it('lets one of many receipts win', async () => {
        const { to, deliveryIds } = await caseOf(1)
        const verdicts = await Promise.all(Array.from({ length: 8 }, () => settle(deliveryIds[0] ?? '', delivered(), to)))
        expect(verdicts.toSorted()).toEqual([...Array(7).fill('late'), 'settled'])
      })

      it('says late of a delivery that does not exist', async () => {
        expect(await settle(randomUUID(), delivered(), 'fr')).toBe('late')
        expect(await settle('no id', delivered(), 'fr')).toBe('late')
      })

      it('brings the notice of the hub into the case and to the sender, once', async () => {
        const { from, to, conversationId, deliveryIds } = await caseOf(1)
        const id = deliveryIds[0] ?? ''
        const told = notice(conversationId, deliveryTo(from, { dueAt: at(1) }))
        const more = { audit: auditEvent('ContentHandoverFailure', to, { deliveryId: id }), notice: told }
        expect(await store.settle(id, { state: 'dead', code: 'RECIPIENT_REFUSED' }, more)).toBe('settled')
        expect(await store.settle(id, { state: 'dead', code: 'RECIPIENT_REFUSED' }, more)).toBe('late')
        const { first, conversation } = await store.known('hub', told.message.messageId, conversationId)
        expect(first).toBeUndefined()
        expect(conversation).toMatchObject({ length: 2, state: 'applied' })
        expect(conversation?.history.at(-1)).toEqual({ messageId: told.message.messageId, type: 'delivery-notice', from: 'hub', to: from })
        const [claimed] = await claimAll(from, at(1))
        expect(claimed).toMatchObject({ deliveryId: told.delivery.deliveryId, from: 'hub', type: 'delivery-notice', attempt: 1 })
        expect(Buffer.from(claimed?.content ?? []).toString()).toBe('{"event":"dead"}')
        expect(await store.message(told.message.messageId, from)).toMatchObject({ from: 'hub', receivedAt: at(1), receipt: undefined })
      })

      it('holds the party together with the delivery', async () => {
        const { to, deliveryIds } = await caseOf(1)
        const other = await caseOf(1, to)
        await under.replaceDirectory({ parties: [partyRecord(to), partyRecord('fr')], agreements: [] })
        const revision = await store.directoryRevision()
        await settle(deliveryIds[0] ?? '', { state: 'held', code: 'RECIPIENT_FORBIDS', dueAt: NOW, holds: 'party' }, to)
        const directory = await store.directory()
        expect(directory.revision).toBe(revision + 1)
        expect(Object.fromEntries(directory.parties.map(({ id, status }) => [id, status]))).toEqual({ [to]: 'held', fr: 'active' })
        expect(await store.delivery(deliveryIds[0] ?? '')).toMatchObject({ state: 'held', code: 'RECIPIENT_FORBIDS' })
        const more = {
          audit: auditEvent('PartyHeld', to),
          notice: notice(other.conversationId, deliveryTo(other.from)),
        }
        expect(
          await store.settle(other.deliveryIds[0] ?? '', { state: 'held', code: 'RECIPIENT_FORBIDS', dueAt: NOW, holds: 'party' }, more),
        ).toBe('settled')
        expect(await store.directoryRevision()).toBe(revision + 1)
        expect(await claimAll(other.from)).toHaveLength(1)
      })
    })

    attachmentsContract(() => store)
    breakersContract(() => store)
    treeHeadsContract(() => store)
    erasureContract(() => under)
    revocationContract(() => under)
    labContract(() => store)
    evidenceContract(() => store)
    clocksContract(() => store)
    operationsContract(() => under, partyRecord)
    standAsideContract(() => under)
    leasedAtOnceContract(() => store)

    it('gives a turn to one at a time, until its time is over or it is given back', async () => {
      const wanted = randomUUID()
      const given = await Promise.all(['a', 'b', 'c'].map((by) => store.turn(wanted, by, NOW, 1000)))
      expect(given.filter(Boolean)).toHaveLength(1)
      const what = randomUUID()
      expect(await store.turn(what, 'a', NOW, 1000)).toBe(true)
      expect(await store.turn(what, 'a', at(0.5), 1000)).toBe(true)
      expect(await store.turn(what, 'b', at(1.4), 1000)).toBe(false)
      expect(await store.turn(randomUUID(), 'b', at(1.4), 1000)).toBe(true)
      expect(await store.turn(what, 'b', at(1.5), 1000)).toBe(true)
      expect(await store.turn(what, 'a', at(1.6), 1000)).toBe(false)
      await store.turn(what, 'b', at(1.6), 0)
      expect(await store.turn(what, 'a', at(1.6), 1000)).toBe(true)
    })

    describe('the mailbox', () => {
      it('shows heads of cases, oldest first, as many as asked for', async () => {
        const to = partyId()
        const young = acceptance({ from: 'fr', receivedAt: at(-5), deliveries: [deliveryTo(to)] })
        const old = acceptance({ from: 'de', receivedAt: at(-9), deliveries: [deliveryTo(to)] })
        const next = acceptance({
          from: 'de',
          conversationId: old.conversation.id,
          length: 1,
          deliveries: [deliveryTo(to)],
        })
        for (const one of [young, old, next]) expect(await store.accept(one)).toBe('accepted')
        const shown = await store.waiting(to, 10, NOW)
        expect(shown.map(({ messageId }) => messageId)).toEqual([old.message.messageId, young.message.messageId])
        expect(shown[0]).toEqual({
          deliveryId: old.deliveries[0]?.deliveryId,
          messageId: old.message.messageId,
          conversationId: old.conversation.id,
          from: 'de',
          type: 'readmission-application',
          waitingSince: at(-9),
          leasedUntil: undefined,
        })
        expect(await store.waiting(to, 1, NOW)).toHaveLength(1)
        expect(await store.waiting(partyId(), 10, NOW)).toEqual([])
      })

      it('gives a delivery to one of many that ask at once', async () => {
        const { to, deliveryIds } = await caseOf(1)
        const answers = await Promise.all(Array.from({ length: 8 }, () => store.lease(to, deliveryIds[0] ?? '', NOW, LEASE_MS)))
        expect(answers.filter((answer) => answer === 'taken')).toHaveLength(7)
        expect(answers.find((answer) => typeof answer === 'object')).toMatchObject({ deliveryId: deliveryIds[0], attempt: 1 })
      })

      it('shows a leased one with the end of its lease, and gives it again after that', async () => {
        const { to, deliveryIds } = await caseOf(1)
        const id = deliveryIds[0] ?? ''
        await store.lease(to, id, NOW, LEASE_MS)
        expect(await store.waiting(to, 10, at(59))).toMatchObject([{ deliveryId: id, leasedUntil: at(60) }])
        expect(await store.waiting(to, 10, at(60))).toMatchObject([{ deliveryId: id, leasedUntil: undefined }])
        expect(await store.lease(to, id, at(60), LEASE_MS)).toMatchObject({ attempt: 2 })
      })

      it('keeps the order of a case', async () => {
        const { to, deliveryIds } = await caseOf(2)
        const [first = '', second = ''] = deliveryIds
        expect(await store.lease(to, second, NOW, LEASE_MS)).toBe('taken')
        await store.lease(to, first, NOW, LEASE_MS)
        await settle(first, delivered(), to)
        expect(await store.lease(to, first, NOW, LEASE_MS)).toBe('settled')
        expect(await store.lease(to, second, NOW, LEASE_MS)).toMatchObject({ deliveryId: second })
      })

      it('has nothing for others', async () => {
        const mailbox = await caseOf(1)
        expect(await store.lease(partyId(), mailbox.deliveryIds[0] ?? '', NOW, LEASE_MS)).toBe('absent')
        expect(await store.lease(mailbox.to, 'no id', NOW, LEASE_MS)).toBe('absent')
      })
    })

    it('finds what is overdue and in nobody’s hands, oldest first', async () => {
      // Long ago, so that deliveries of other tests are not among them.
      const past = (seconds: number): Date => new Date(Date.UTC(2001, 0, 1) + seconds * 1000)
      const one = (seconds: number) =>
        acceptance({ from: 'de', deliveries: [deliveryTo(partyId(), { dueAt: past(0), expiresAt: past(seconds) })] })
      const [late, later, leased, ahead] = [one(10), one(20), one(5), one(100)] as const
      for (const made of [later, late, leased, ahead]) await store.accept(made)
      await claimAll(leased.message.to, past(1))
      const idsOf = (found: readonly ClaimedDelivery[]) => found.map(({ messageId }) => messageId)
      expect(idsOf(await store.overdue(past(30), 10))).toEqual([late, later].map(({ message }) => message.messageId))
      expect(idsOf(await store.overdue(past(30), 1))).toEqual([late.message.messageId])
      expect(idsOf(await store.overdue(past(61), 10))).toContain(leased.message.messageId)
      await settle(late.deliveries[0]?.deliveryId ?? '', { state: 'expired', code: 'MESSAGE_EXPIRED' }, late.message.to)
      expect(idsOf(await store.overdue(past(30), 10))).toEqual([later.message.messageId])
    })

    describe('looking', () => {
      it('shows a message to its sender and its recipients only', async () => {
        const [from, to, copy] = [partyId(), partyId(), partyId()]
        const one = acceptance({ from, deliveries: [deliveryTo(to), deliveryTo(copy)] })
        await store.accept(one)
        const seen = await store.message(one.message.messageId, from)
        expect(seen).toMatchObject({ messageId: one.message.messageId, conversationId: one.conversation.id, from, to, receivedAt: NOW })
        expect(Buffer.from(seen?.receipt?.bytes ?? []).equals(Buffer.from(one.receipt.bytes))).toBe(true)
        expect(seen?.deliveries.map(({ party }) => party).toSorted()).toEqual([to, copy].toSorted())
        const copied = seen?.deliveries.filter(({ party }) => party === copy)
        expect(await store.message(one.message.messageId, copy)).toEqual({ ...seen, deliveries: copied })
        expect(await store.message(one.message.messageId, partyId())).toBeUndefined()
      })

      it('tells what happened: to the sender all of it, to a recipient what concerns it', async () => {
        const [from, to, copy] = [partyId(), partyId(), partyId()]
        const one = acceptance({ from, deliveries: [deliveryTo(to), deliveryTo(copy)] })
        const { messageId } = one.message
        await store.accept(one)
        const [, second] = one.deliveries
        const deliveryId = second?.deliveryId ?? ''
        const audit = auditEvent('ContentConsignmentFailure', copy, { messageId, deliveryId, at: at(1) })
        await store.settle(deliveryId, { state: 'retrying', dueAt: at(5), code: 'RECIPIENT_BUSY' }, { audit })
        const events = async (viewer: PartyId) =>
          (await store.message(messageId, viewer))?.timeline.map(({ event, party }) => `${event} ${party}`)
        expect(await events(from)).toEqual([`${one.audit.event} ${from}`, `ContentConsignmentFailure ${copy}`])
        expect(await events(copy)).toEqual([`${one.audit.event} ${from}`, `ContentConsignmentFailure ${copy}`])
        expect(await events(to)).toEqual([`${one.audit.event} ${from}`])
      })

      it('tells the sender which rules flagged which places, and recipients which rules', async () => {
        const [from, to] = [partyId(), partyId()]
        const flags = ['/body/subject/givenNames', '/body/children/0/givenNames'].map((path) => ({ rule: 'given-names-patronymic', path }))
        const one = acceptance({ from, deliveries: [deliveryTo(to)], flags })
        await store.accept(one)
        expect((await store.message(one.message.messageId, from))?.flags).toEqual(flags)
        expect((await store.message(one.message.messageId, to))?.flags).toEqual([{ rule: 'given-names-patronymic' }])
      })

      it('shows a party its own message before one that it received under the same id', async () => {
        const [one, other] = [partyId(), partyId()]
        const messageId = randomUUID()
        await store.accept(acceptance({ from: other, messageId, deliveries: [deliveryTo(one)] }))
        expect(await store.message(messageId, one)).toMatchObject({ from: other })
        await store.accept(acceptance({ from: one, messageId, deliveries: [deliveryTo(other)] }))
        expect(await store.message(messageId, one)).toMatchObject({ from: one })
        expect(await store.message(messageId, other)).toMatchObject({ from: other })
      })

      it.each(['no id', '', 'ÇƏRŞƏNBƏ', '0198C0DE-0000-7000-8000-000000000000'])('finds nothing under %j', async (text) => {
        expect(await store.message(text, 'de')).toBeUndefined()
        expect(await store.delivery(text)).toBeUndefined()
        expect(await store.known('de', text, text)).toEqual({ first: undefined, conversation: undefined })
      })
    })

    it('gives back parties, certificates and agreements as they were put in, and counts every change', async () => {
      const before = await store.directoryRevision()
      const data = {
        parties: [partyRecord('az-sms'), partyRecord('pl')],
        agreements: [AGREEMENT, { ...AGREEMENT, id: 'pl-az-sms-2', retry: undefined }],
      }
      await under.replaceDirectory(data)
      expect(await store.directory()).toEqual({
        revision: before + 1,
        ...data,
        confirmations: [],
        restorations: [],
        statuses: expect.any(Array),
      })
      await under.replaceDirectory({ parties: [], agreements: [] })
      expect(await store.directory()).toEqual({
        revision: before + 2,
        parties: [],
        agreements: [],
        confirmations: [],
        restorations: [],
        statuses: expect.any(Array),
      })
      expect(await store.directoryRevision()).toBe(before + 2)
      const confirmed = { scope: 'eu-az-2014:1', item: 'T7' }
      await under.confirm(confirmed)
      await under.replaceDirectory(data)
      expect(await store.directory()).toEqual({
        revision: before + 4,
        ...data,
        confirmations: [confirmed],
        restorations: [],
        statuses: expect.any(Array),
      })
      await under.withdraw(confirmed)
      expect(await store.directory()).toEqual({
        revision: before + 5,
        ...data,
        confirmations: [],
        restorations: [],
        statuses: expect.any(Array),
      })
      await under.confirm(confirmed)
      expect(await store.directory()).toEqual({
        revision: before + 6,
        ...data,
        confirmations: [confirmed],
        restorations: [],
        statuses: expect.any(Array),
      })
    })

    describe('the audit trail', () => {
      it('is a chain without a gap, however many write at once', async () => {
        const [from, to] = [partyId(), partyId()]
        await Promise.all(
          Array.from({ length: 20 }, async (_, n) => {
            const one = acceptance({ from, deliveries: [deliveryTo(to)] })
            await store.accept(one)
            await store.refused(auditEvent('SubmissionRejection', from, { code: 'RULE_BROKEN', at: at(n) }))
            await settle(one.deliveries[0]?.deliveryId ?? '', delivered(), to)
          }),
        )
        const links = [...(await under.links(from)), ...(await under.links(to))]
        expect(links).toHaveLength(60)
        for (const chain of Map.groupBy(links, ({ party, lane }) => `${party} ${lane}`).values()) {
          expect(follow(EMPTY, chain)).toEqual({ length: chain.length, head: chain.at(-1)?.head })
        }
      })

      it('keeps what an event says, but for an id that is none', async () => {
        const party = partyId()
        const messageId = randomUUID()
        await store.refused(auditEvent('SubmissionRejection', party, { messageId, digest: hash('sha256', 'x'), code: 'SIGNATURE_INVALID' }))
        const operator = { by: 'operator', reason: 'Tərəf xahiş etdi' }
        await store.refused(auditEvent('SubmissionRejection', party, { messageId: 'Şəfiqə', code: 'PAYLOAD_INVALID', ...operator }))
        const links = await under.links(party)
        const place = { lane: expect.any(Number), number: expect.any(Number), head: expect.anything() }
        expect(links).toHaveLength(2)
        expect(links).toContainEqual({
          ...place,
          event: 'SubmissionRejection',
          party,
          at: NOW,
          messageId,
          digest: hash('sha256', 'x'),
          code: 'SIGNATURE_INVALID',
        })
        expect(links).toContainEqual({ ...place, event: 'SubmissionRejection', party, at: NOW, code: 'PAYLOAD_INVALID', ...operator })
      })
    })
  })
}

function partyRecord(id: PartyId): PartyRecord {
  return {
    id,
    title: 'Dövlət Miqrasiya Xidməti, Bakı şəhəri',
    dialect: 'xml',
    version: id === 'pl' ? '1.0' : '1.1',
    status: 'active',
    endpoint: {
      transport: 'push',
      url: 'https://recipient.example/inbox',
      hostKeys: id === 'pl' ? ['SHA256:n5oCVBmmMFAFBSwv+LvDlOEPY3mPuvOCWfm2UZk4Ljc'] : [],
      signature: 'xades',
      timeoutS: 30,
      receiptTimeoutS: 0.5,
      retry: { firstS: 0.25, factor: 2, maxS: 900, jitter: 0.2 },
      breaker: { failures: 5, maxProbeS: 60 },
      parallel: 4,
    },
    allowance: { perSecond: 0.5, burst: 10, atOnce: 3 },
    certificates: (['signing', 'tls'] as const).map((use) => ({
      use,
      by: use === 'tls' ? 'anchor' : 'leaf',
      sha256: hash('sha256', `${id} ${use}`),
      der: Buffer.from([0x30, 0x82, 0x00, 0xff]),
      subject: use === 'tls' ? 'CN=Şəki,O=Nümunə' : undefined,
      status: 'active',
      validFrom: at(-1000),
      validUntil: at(1000),
    })),
    anchors:
      id === 'pl'
        ? []
        : [
            {
              sha256: hash('sha256', `${id} anchor`),
              der: Buffer.from([0x30, 0x82, 0x01, 0xff]),
              status: 'pending',
              validFrom: at(-500),
              validUntil: at(500),
              ocsp: ['http://ocsp.example/'],
              crl: ['http://crl.example/one.crl', 'http://crl.example/two.crl'],
            },
          ],
    brokerUser: id === 'pl' ? undefined : `${id}-agency`,
    home: id === 'pl' ? undefined : { state: 'AZE', timeZone: 'Asia/Baku' },
    roles: id === 'pl' ? [] : ['CENTRAL', 'BORDER'],
    test: id === 'pl',
    serverAnchors: ['-----BEGIN CERTIFICATE-----\nA, "B"\n-----END CERTIFICATE-----\n'],
  }
}

const AGREEMENT: AgreementRecord = {
  id: 'pl-az-sms',
  from: 'pl',
  to: 'az-sms',
  ruleSet: 'eu-az-2014',
  types: ['readmission-application', 'acknowledgement'],
  validFrom: at(-1000),
  validUntil: undefined,
  notices: 'failures',
  signingWindowS: 300,
  validityS: 86_400,
  retry: { firstS: 0.5, factor: 1.5, maxS: 60, jitter: 0 },
  maxBacklog: 50_000,
  revocation: 'soft',
}
