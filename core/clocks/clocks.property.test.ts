/**
 * Random walks of messages and receipts, held against a second, smaller model that knows nothing of rule sets: which clock each message sets going and
 * which it ends, written out by hand from the table of limits.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MessageType } from '#schemas/generated/types.ts'
import { CASE } from '#test/clocks.ts'
import type { ClockEvent, ClockRecord } from './clock.ts'
import { clocksAfter } from './clocks-after.ts'
import { clockAt } from './lapse.ts'

interface Kind {
  readonly type: MessageType
  readonly body: object
  /** Limits that wait for its receipt, and limits that start with its acceptance. */
  readonly byReceipt?: readonly string[]
  readonly atOnce?: readonly string[]
  readonly stops?: readonly string[] | 'all'
}

const KINDS: readonly Kind[] = [
  { type: 'readmission-application', body: { procedure: 'NORMAL', interviewRequested: false }, byReceipt: ['T5'] },
  { type: 'readmission-application', body: { procedure: 'ACCELERATED', interviewRequested: true }, byReceipt: ['T4', 'T15'] },
  { type: 'acknowledgement', body: {} },
  { type: 'information-request', body: {} },
  { type: 'information-response', body: {} },
  { type: 'time-limit-extension', body: { newDueOn: '2026-09-01' } },
  { type: 'interview-request', body: {}, byReceipt: ['T15'] },
  { type: 'interview-result', body: {}, stops: ['T15'] },
  { type: 'readmission-reply', body: { decision: 'APPROVED' }, byReceipt: ['T10', 'T11'], stops: ['T4', 'T5', 'T15'] },
  { type: 'readmission-reply', body: { decision: 'REFUSED' }, stops: ['T4', 'T5', 'T15'] },
  { type: 'deemed-approval-notice', body: { dueAt: '2026-01-05T19:59:59.999Z' }, atOnce: ['T10', 'T11'], stops: ['T4', 'T5', 'T15'] },
  { type: 'travel-document-request', body: {} },
  { type: 'travel-document-issued', body: {}, atOnce: ['T12'], stops: ['T11', 'T14'] },
  { type: 'travel-document-refused', body: {}, stops: ['T11', 'T14'] },
  { type: 'travel-document-renewal', body: {}, byReceipt: ['T14'], stops: ['T12'] },
  { type: 'transfer-notification', body: {} },
  {
    type: 'arrival-confirmation',
    body: { outcome: 'ARRIVED', at: '2026-01-05T10:00:00Z' },
    atOnce: ['T17'],
    stops: ['T10', 'T11', 'T12', 'T14', 'T19'],
  },
  { type: 'arrival-confirmation', body: { outcome: 'NO_SHOW', at: '2026-01-05T10:00:00Z' } },
  { type: 'readmission-in-error-claim', body: {}, stops: ['T17'] },
  { type: 'transit-application', body: {}, byReceipt: ['T18'] },
  { type: 'transit-reply', body: { decision: 'APPROVED' }, byReceipt: ['T19'], stops: ['T18'] },
  { type: 'transit-reply', body: { decision: 'REFUSED' }, stops: ['T18'] },
  { type: 'transit-revocation', body: {}, stops: ['T19'] },
  { type: 'case-withdrawal', body: {}, stops: 'all' },
  { type: 'case-closure', body: {}, stops: 'all' },
]

type Phase = 'waiting' | 'running' | 'stopped'

/** A new message of a kind, or the receipt of one of those before; hours pass in between. Receipts may come twice, late, or never. */
type Step = { readonly hours: number } & ({ readonly send: number } | { readonly receipt: number })

const hours = fc.integer({ min: 1, max: 400 })
const step: fc.Arbitrary<Step> = fc.oneof(fc.record({ hours, send: fc.nat(KINDS.length - 1) }), fc.record({ hours, receipt: fc.nat(30) }))

function small(model: Map<string, Phase>, kind: Kind, messageId: string, accepted: boolean): void {
  const limitOf = (id: string): string => id.slice(id.indexOf(':') + 1)
  if (!accepted) {
    for (const limit of kind.byReceipt ?? [])
      if (model.get(`${messageId}:${limit}`) === 'waiting') model.set(`${messageId}:${limit}`, 'running')
    return
  }
  for (const id of model.keys()) if (kind.stops === 'all' || kind.stops?.includes(limitOf(id))) model.set(id, 'stopped')
  for (const limit of kind.byReceipt ?? []) model.set(`${messageId}:${limit}`, 'waiting')
  for (const limit of kind.atOnce ?? []) model.set(`${messageId}:${limit}`, 'running')
}

const phaseOf = ({ state }: ClockRecord): Phase => (state === 'waiting' || state === 'stopped' ? state : 'running')

/** What happened once stays as it happened, and no clock runs backwards. */
function keeps(before: ClockRecord, after: ClockRecord): void {
  if (before.startedAt) expect(after.startedAt).toEqual(before.startedAt)
  if (before.stoppedAt) expect(after).toEqual(before)
  if (before.dueAt && after.dueAt) expect(after.dueAt >= before.dueAt).toBe(true)
  expect([after.clockId, after.limit, after.startedBy]).toEqual([before.clockId, before.limit, before.startedBy])
  if (after.startedAt && after.dueAt) expect(after.dueAt > after.startedAt).toBe(true)
  for (const warn of after.warnAt) expect(warn > (after.startedAt ?? warn) && warn < (after.dueAt ?? warn)).toBe(true)
}

test('in 1,000 random walks every clock is started and stopped once, as the small model has it', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
      const model = new Map<string, Phase>()
      const sent: { readonly kind: Kind; readonly messageId: string }[] = []
      let clocks: readonly ClockRecord[] = []
      let now = Date.parse('2026-01-05T12:00:00Z')
      for (const next of steps) {
        now += next.hours * 3_600_000
        const kind = 'send' in next ? KINDS[next.send] : undefined
        if (kind) sent.push({ kind, messageId: `message-${sent.length}` })
        const about = 'send' in next ? sent.at(-1) : sent[next.receipt % Math.max(1, sent.length)]
        if (!about) continue
        const event: ClockEvent = {
          kind: kind ? 'accepted' : 'handover',
          type: about.kind.type,
          body: about.kind.body,
          messageId: about.messageId,
          at: new Date(now),
          category: 'OWN_NATIONAL',
        }
        const before = clocks.map((clock) => clockAt(clock, event.at))
        clocks = clocksAfter(before, event, CASE)
        small(model, about.kind, about.messageId, kind !== undefined)
        for (const [index, clock] of before.entries()) keeps(clock, clocks[index] as ClockRecord)
        expect(clocksAfter(clocks, event, CASE)).toEqual(clocks)
        expect(new Map(clocks.map((clock) => [clock.clockId, phaseOf(clock)]))).toEqual(model)
        expect(new Set(clocks.map(({ clockId }) => clockId)).size).toBe(clocks.length)
      }
    }),
    { numRuns: 1000 },
  )
})
