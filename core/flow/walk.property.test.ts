/**
 * Random walks of messages, receipts and days through a case, on the real flows and the memory hub, held against a story that knows nothing of their tables
 * (test/case-model.ts): after every step the case stands where the story says, and every clock was started and stopped as often as it should have been.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StoredClock } from '#core/clocks/clock.ts'
import type { PartyId, SignedDocument } from '#core/message.ts'
import type { Store } from '#core/ports.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import {
  type Author,
  accepted,
  answeredBy,
  deemed,
  handedOver,
  isPossible,
  KINDS,
  type Kind,
  newStory,
  OPENINGS,
  opened,
  stateOf,
} from '#test/case-model.ts'
import { memoryHub } from '#test/hub.ts'
import { onWire, receiptOf } from '#test/letters.ts'
import { runs } from '#test/long.ts'
import type { MemoryStore } from '#test/memory-store.ts'
import { type Pushed, withReceipt, withStatus } from '#test/recording-push.ts'
import { acknowledge } from './acknowledge.ts'
import { lookAtClocks } from './clocks.ts'
import { receive } from './receive.ts'

const PARTY: { readonly [author in Author]: PartyId } = { requesting: 'xa', requested: 'xb' }
const BAKU_MS = 4 * 3_600_000
const DAY_MS = 86_400_000

/** Everything that a deemed approval and a European travel document rest on is confirmed. */
const CONFIRMED = [
  ...['T4', 'T5', 'T6', 'T7', 'T13'].map((item) => ({ scope: 'eu-az-2014:1', item })),
  ...[0, 1].map((more) => ({ scope: 'calendar', item: `AZE ${new Date().getUTCFullYear() + more}` })),
]

type Step =
  /** Any message, or one of those that are possible. */
  | { readonly do: 'send' | 'sendPossible'; readonly which: number }
  | { readonly do: 'repeat'; readonly which: number }
  /** What is due goes out; `requested` hands over, breaks, or signs later. */
  | { readonly do: 'deliver'; readonly how: 'up' | 'down' | 'later' }
  | { readonly do: 'sign' }
  | { readonly do: 'wait'; readonly hours: number }

const which = fc.nat(1000)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('send' as const), which }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('sendPossible' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('repeat' as const), which }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('deliver' as const), how: fc.constantFrom('up', 'up', 'down', 'later') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sign' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 400 }) }) },
)

/** A store that counts how often each clock that it took had just been started or stopped. */
function counting(memory: MemoryStore, counts: Map<string, { started: number; stopped: number }>): Store {
  const before = new Map<string, StoredClock>()
  const took = (clocks: readonly StoredClock[] = []): void => {
    for (const clock of clocks) {
      const count = counts.get(clock.clockId) ?? { started: 0, stopped: 0 }
      counts.set(clock.clockId, count)
      if (clock.startedAt && !before.get(clock.clockId)?.startedAt) count.started++
      if (clock.state === 'stopped' && before.get(clock.clockId)?.state !== 'stopped') count.stopped++
      before.set(clock.clockId, clock)
    }
  }
  return {
    ...memory,
    accept: async (acceptance) => {
      const verdict = await memory.accept(acceptance)
      if (verdict === 'accepted') took(acceptance.clocks)
      return verdict
    },
    settle: async (deliveryId, outcome, more) => {
      const verdict = await memory.settle(deliveryId, outcome, more)
      if (verdict === 'settled') took(more.clocks?.clocks)
      return verdict
    },
    pass: async (given) => {
      const verdict = await memory.pass(given)
      if (verdict === 'passed') took(given.clocks)
      return verdict
    },
  }
}

async function walk(opening: Kind, steps: readonly Step[]): Promise<void> {
  const counts = new Map<string, { started: number; stopped: number }>()
  const memory = await memoryHub({ store: (store) => counting(store, counts) })
  await memory.confirm(CONFIRMED)
  const story = newStory()
  const sent: { readonly party: PartyId; readonly document: SignedDocument; readonly receipt: SignedDocument }[] = []
  const addressees = new Map<string, PartyId>()
  const unsigned: Pushed[] = []
  let how: 'up' | 'down' | 'later' = 'up'
  memory.push.answer(async (pushed) => {
    if (how === 'down' && pushed.party === 'xb') return withStatus(503)
    if (how === 'later' && pushed.party === 'xb') {
      unsigned.push(pushed)
      return withStatus(202)
    }
    if (addressees.get(pushed.messageId) === pushed.party) signedFor(pushed.messageId)
    return withReceipt(await receiptOf(pushed.party, pushed, memory.clock.now()))
  })

  /** When the reply is due, if silence means anything now: the fifteenth day in Baku, told by hand; that of an extension or of two working days is the hub's. */
  let replyDueAt: number | undefined
  function signedFor(messageId: string): void {
    const waited = story.limits.some(({ limit, phase }) => limit === 'T5' && phase === 'waiting')
    handedOver(messageId, story)
    if (!waited || story.limits.find(({ limit }) => limit === 'T5')?.phase !== 'running') return
    const today = Math.floor((memory.clock.now().getTime() + BAKU_MS) / DAY_MS)
    replyDueAt = (today + 16) * DAY_MS - BAKU_MS - 1
  }

  const letterOf = (kind: Kind, conversation: { readonly conversationId?: string }) => {
    const now = memory.clock.now()
    const inReplyTo = kind.answers && answeredBy(kind, story)
    const body = { ...sampleOf(kind.type, 'small').body, ...kind.body?.(now) }
    const said = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
    return { ...conversation, ...(inReplyTo ? { inReplyTo } : {}), body: said }
  }
  const first = await memory.send('xa', opening.type, letterOf(opening, {}))
  const { conversationId, messageId: application } = first.message.header
  opened(opening, application, story)
  sent.push({ party: 'xa', ...first })
  addressees.set(application, 'xb')

  const send = async (kind: Kind): Promise<void> => {
    const from = PARTY[kind.by]
    const message = memory.letter(from, kind.type, letterOf(kind, { conversationId }))
    const document = await memory.signed(message)
    if (!isPossible(kind, story)) {
      await expect(receive(memory.hub, memory.inbound(from, document)), `${kind.type} in ${stateOf(story)}`).rejects.toMatchObject({
        code: 'CONVERSATION_STATE',
      })
      return
    }
    const receipt = await receive(memory.hub, memory.inbound(from, document))
    accepted(kind, message.header.messageId, story)
    sent.push({ party: from, document, receipt })
    addressees.set(message.header.messageId, message.header.to)
    if (kind.type === 'time-limit-extension') {
      const clock = memory.store.clocks(conversationId).find(({ limit }) => limit === 'T5')
      if (replyDueAt !== undefined && clock?.dueAt) {
        expect(clock.dueAt.getTime()).toBeGreaterThanOrEqual(replyDueAt)
        replyDueAt = clock.dueAt.getTime()
      }
    }
  }

  const lookAtAll = async (): Promise<void> => {
    for (let looks = 0; (await lookAtClocks(memory.hub)) > 0; looks++) expect(looks, 'looks at the clocks').toBeLessThan(50)
  }

  const wait = async (hours: number): Promise<void> => {
    memory.clock.move(hours * 3600)
    await lookAtAll()
    const accelerated = memory.store
      .clocks(conversationId)
      .find(({ limit }) => limit === 'T4')
      ?.dueAt?.getTime()
    const dueAt = replyDueAt ?? accelerated
    const awaited = story.limits.some(({ limit, phase }) => (limit === 'T4' || limit === 'T5') && phase === 'running')
    const silent = awaited && story.decision === undefined && dueAt !== undefined && memory.clock.now().getTime() > dueAt
    memory.clock.move(61)
    await lookAtAll()
    const notices = await noticed()
    expect(notices).toHaveLength(silent || story.decision === 'DEEMED_APPROVED' ? 1 : 0)
    if (silent) deemed(notices[0] ?? '', story)
  }

  const noticed = async (): Promise<readonly string[]> =>
    ((await memory.store.conversation(conversationId))?.history ?? [])
      .filter(({ type }) => type === 'deemed-approval-notice')
      .map(({ messageId }) => messageId)

  const take = async (next: Step): Promise<void> => {
    if (next.do === 'wait') return wait(next.hours)
    if (next.do === 'deliver') {
      how = next.how
      for (let rounds = 0; (await memory.deliverDue()) > 0; rounds++) expect(rounds, 'rounds of delivery').toBeLessThan(50)
      return
    }
    if (next.do === 'repeat') {
      const again = sent[next.which % sent.length]
      if (again) expect(onWire(await receive(memory.hub, memory.inbound(again.party, again.document)))).toEqual(onWire(again.receipt))
      return
    }
    if (next.do === 'sign') {
      for (const pushed of unsigned.splice(0)) {
        const receipt = await receiptOf(pushed.party, pushed, memory.clock.now())
        for (let twice = 0; twice < 2; twice++) await acknowledge(memory.hub, memory.inbound(pushed.party, receipt))
        if (addressees.get(pushed.messageId) === pushed.party) signedFor(pushed.messageId)
      }
      return
    }
    const choice = next.do === 'send' ? KINDS : KINDS.filter((kind) => isPossible(kind, story))
    const kind = choice[next.which % choice.length]
    if (kind) await send(kind)
  }

  for (const next of steps) {
    await take(next)
    const told = story.limits.map(({ limit, startedBy, phase }) => [`${startedBy}:${limit}`, phase])
    const clocks = memory.store.clocks(conversationId)
    expect((await memory.store.conversation(conversationId))?.state).toBe(stateOf(story))
    expect(Object.fromEntries(clocks.map(({ clockId, state }) => [clockId, phaseOf(state)]))).toEqual(Object.fromEntries(told))
  }
  const expected = story.limits.map(({ limit, startedBy, started, stopped }) => [`${startedBy}:${limit}`, { started, stopped }])
  expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(expected))
  const ends = memory.store
    .links()
    .flatMap(({ event, messageId }) => (/^clock\.(overdue|lapsed)/.test(event) ? [`${event} ${messageId}`] : []))
  expect(ends).toHaveLength(new Set(ends).size)
  expect(memory.lines('clock.stuck')).toEqual([])
  expect(memory.lines('clock.failed')).toEqual([])
}

const phaseOf = (state: StoredClock['state']): 'waiting' | 'running' | 'stopped' =>
  state === 'waiting' || state === 'stopped' ? state : 'running'

const WALKS = runs(100, 1000)
/** A walk takes 40 ms on an idle machine, and half a second on a busy one. */
const TIMEOUT_MS = WALKS * 4_000

test(
  `in ${WALKS} random walks the case stands where the story says, every clock is started and stopped once, and silence is told at most once`,
  async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...OPENINGS), fc.array(step, { minLength: 5, maxLength: 25 }), walk), {
      numRuns: WALKS,
    })
  },
  TIMEOUT_MS,
)
