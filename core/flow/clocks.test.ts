import { expect, test } from 'vitest'
import type { ClockState, StoredClock } from '#core/clocks/clock.ts'
import { hubError } from '#core/errors.ts'
import type { CaseRecord, Store } from '#core/ports.ts'
import { messageFaultsOf } from '#schemas/index.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { type MemoryHub, type MemoryHubOptions, memoryHub } from '#test/hub.ts'
import { opened, receiptOf } from '#test/letters.ts'
import type { MemoryStore } from '#test/memory-store.ts'
import { withStatus } from '#test/recording-push.ts'
import { acknowledge } from './acknowledge.ts'
import { lookAtClocks } from './clocks.ts'
import { encodedOf } from './deliver.ts'

const DAY_S = 86_400
const SILENCE = ['T5', 'T6', 'T7'].map((item) => ({ scope: 'eu-az-2014:1', item }))
const BAKU = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Baku' })

/** `xa` has applied to `xb`, and everything was handed over unless `handed` is false. */
async function applied({ handed = true, ...options }: MemoryHubOptions & { readonly handed?: boolean } = {}) {
  const memory = await memoryHub(options)
  const { message } = await memory.send('xa', 'readmission-application')
  const { conversationId, messageId } = message.header
  if (handed) await memory.deliverDue()
  const answer = (type: Parameters<MemoryHub['send']>[1], body: object = {}) =>
    memory.send('xb', type, { conversationId, inReplyTo: messageId, body: { ...sampleOf(type, 'small').body, ...body } })
  const clock = (limit: string): StoredClock | undefined => memory.store.clocks(conversationId).find((one) => one.limit === limit)
  return { memory, conversationId, messageId, answer, clock }
}
type Applied = Awaited<ReturnType<typeof applied>>

function moveTo({ memory: { clock } }: Applied, time: Date | undefined, afterMs = 0): void {
  clock.move(((time?.getTime() ?? Number.NaN) + afterMs - clock.now().getTime()) / 1000)
}

/** Everything that is due now, a step at a time. */
async function lookAtAll({ memory }: Applied): Promise<void> {
  for (let steps = 0; (await lookAtClocks(memory.hub)) > 0; steps++) expect(steps).toBeLessThan(20)
}

const states = ({ memory, conversationId }: Applied): Readonly<Record<string, ClockState>> =>
  Object.fromEntries(memory.store.clocks(conversationId).map(({ limit, state }) => [limit, state]))

const trail = ({ memory }: Applied): readonly string[] =>
  memory.store.links().flatMap(({ event }) => (event.startsWith('clock.') ? [event] : []))

const notices = async ({ memory, conversationId }: Applied) =>
  (await memory.store.conversation(conversationId))?.history.filter(({ type }) => type === 'deemed-approval-notice') ?? []

/** Past the last day, and past what is given for a reply on its way. */
async function silent(one: Applied): Promise<void> {
  moveTo(one, one.clock('T5')?.dueAt, 1)
  await lookAtAll(one)
  one.memory.clock.move(61)
  await lookAtAll(one)
}

test('the reply limit waits for the receipt of the application and runs from it, to the end of the fifteenth day in Baku', async () => {
  const one = await applied({ handed: false })
  expect(one.clock('T5')).toMatchObject({ state: 'waiting', ruleSetVersion: 1, startedBy: one.messageId })
  one.memory.clock.move(3600)
  const receivedAt = one.memory.clock.now()
  await one.memory.deliverDue()
  const clock = one.clock('T5')
  expect(clock).toMatchObject({ state: 'running', startedAt: receivedAt, timeZone: 'Asia/Baku' })
  const lastDay = BAKU.format(receivedAt.getTime() + 15 * DAY_S * 1000)
  expect(BAKU.format(clock?.dueAt)).toBe(lastDay)
  expect(BAKU.format((clock?.dueAt?.getTime() ?? 0) + 1)).not.toBe(lastDay)
})

test('a receipt that follows by itself starts it as well, and nobody puts it off by a clock that is fast', async () => {
  const one = await applied({ handed: false })
  one.memory.push.answer(() => withStatus(202))
  await one.memory.deliverDue()
  expect(one.clock('T5')?.state).toBe('waiting')
  const [pushed] = one.memory.push.pushed
  if (!pushed) throw new Error('nothing was pushed')
  const later = new Date(one.memory.clock.now().getTime() + 30_000)
  await acknowledge(
    one.memory.hub,
    one.memory.inbound('xb', await receiptOf('xb', pushed, one.memory.clock.now(), { at: later.toISOString() })),
  )
  expect(one.clock('T5')).toMatchObject({ state: 'running', startedAt: one.memory.clock.now() })
})

test('what only a third party has received starts nothing', async () => {
  const memory = await memoryHub()
  memory.push.answer(({ party }) => withStatus(party === 'xb' ? 503 : 200))
  const { message } = await memory.send('xa', 'readmission-application', { copyTo: ['az-mfa'] })
  const [waiting] = await memory.store.waiting('az-mfa', 1, memory.clock.now())
  const leased = await memory.store.lease('az-mfa', waiting?.deliveryId ?? '', memory.clock.now(), 1000)
  if (typeof leased === 'string') throw new Error('nothing to lease')
  const party = memory.hub.directory().party('az-mfa')
  if (!party) throw new Error('no such party')
  const { document } = await encodedOf(memory.hub, leased, party)
  await acknowledge(memory.hub, memory.inbound('az-mfa', await receiptOf('az-mfa', { ...leased, document }, memory.clock.now())))
  expect(await memory.store.delivery(leased.deliveryId)).toMatchObject({ state: 'delivered' })
  expect(memory.store.clocks(message.header.conversationId)).toMatchObject([{ limit: 'T5', state: 'waiting' }])
})

test('the reply stops it, and the receipt of an approval starts transfer and travel document', async () => {
  const one = await applied()
  await one.answer('readmission-reply')
  expect(states(one)).toEqual({ T5: 'stopped', T10: 'waiting', T11: 'waiting' })
  await one.memory.deliverDue()
  expect(states(one)).toEqual({ T5: 'stopped', T10: 'running', T11: 'running' })
})

test('a reply that overtakes the receipt of the application stops what has not started', async () => {
  const one = await applied({ handed: false })
  await one.answer('readmission-reply', { decision: 'REFUSED', grounds: [{ code: 'IDENTITY_NOT_ESTABLISHED', text: 'Sənəd yoxdur.' }] })
  await one.memory.deliverDue()
  expect(states(one)).toEqual({ T5: 'stopped' })
  expect(one.clock('T5')).not.toHaveProperty('startedAt')
})

test('an extension moves the last day to the one that it names', async () => {
  const one = await applied()
  await one.answer('acknowledgement')
  const newDueOn = BAKU.format((one.clock('T5')?.dueAt?.getTime() ?? 0) + 10 * DAY_S * 1000)
  await one.answer('time-limit-extension', { newDueOn })
  expect(one.clock('T5')).toMatchObject({ state: 'running', extensions: 1 })
  expect(BAKU.format(one.clock('T5')?.dueAt)).toBe(newDueOn)
})

test('the end of the case stops everything', async () => {
  const one = await applied()
  await one.memory.send('xa', 'case-withdrawal', { conversationId: one.conversationId })
  expect(states(one)).toEqual({ T5: 'stopped' })
  moveTo(one, one.clock('T5')?.dueAt, 1)
  await lookAtAll(one)
  expect(trail(one)).toEqual([])
})

test('warnings come before the last day, once each', async () => {
  const one = await applied()
  const { warnAt = [] } = one.clock('T5') ?? {}
  for (const [index, warn] of warnAt.entries()) {
    moveTo(one, warn, -1)
    expect(await lookAtClocks(one.memory.hub)).toBe(0)
    one.memory.clock.move(0.001)
    await lookAtAll(one)
    await lookAtAll(one)
    expect(trail(one)).toEqual(Array(index + 1).fill('clock.warned T5'))
  }
  expect(warnAt).toHaveLength(2)
  expect(one.memory.lines('clock.warned')).toMatchObject(
    Array(2).fill({ conversationId: one.conversationId, messageId: one.messageId, limit: 'T5', state: 'SUBMITTED' }),
  )
})

test('silence on a limit that nobody has confirmed is noted once, and nothing follows from it', async () => {
  const one = await applied()
  await silent(one)
  one.memory.clock.move(2 * DAY_S)
  await lookAtAll(one)
  expect(states(one)).toEqual({ T5: 'overdue' })
  expect(trail(one)).toEqual(['clock.overdue T5'])
  expect(one.memory.lines('clock.overdue')).toMatchObject([{ limit: 'T5', count: 3 }])
  expect(await notices(one)).toEqual([])
  expect(await one.memory.store.conversation(one.conversationId)).toMatchObject({ state: 'SUBMITTED' })
})

test('what is confirmed only in part still only warns; with the last row the notice goes out', async () => {
  const one = await applied()
  await one.memory.confirm(SILENCE.slice(0, 2))
  await silent(one)
  expect(await notices(one)).toEqual([])
  await one.memory.confirm(SILENCE.slice(2))
  one.memory.clock.move(3600)
  await lookAtAll(one)
  expect(await notices(one)).toHaveLength(1)
  expect(trail(one)).toEqual(['clock.overdue T5', 'clock.lapsed T5'])
})

test('silence with everything confirmed is approval: both sides are told, with the proof of receipt, and the case goes on', async () => {
  const one = await applied()
  await one.memory.confirm(SILENCE)
  const { startedAt, dueAt } = one.clock('T5') ?? {}
  const [handed] = (await one.memory.store.message(one.messageId, 'xa'))?.deliveries ?? []
  await silent(one)
  const silentAt = one.memory.clock.now()
  expect(await one.memory.store.conversation(one.conversationId)).toMatchObject({ state: 'DEEMED_APPROVED' })
  expect(states(one)).toEqual({ T5: 'stopped', T10: 'running', T11: 'running' })
  expect(one.clock('T10')).toMatchObject({ startedAt: dueAt, timeZone: 'Europe/Berlin' })
  await one.memory.deliverDue()
  const told = one.memory.push.pushed.slice(1)
  expect(told.map(({ party }) => party).toSorted()).toEqual(['xa', 'xb'])
  for (const { party, document } of told) {
    const message = await opened(party, document)
    expect(messageFaultsOf(message)).toEqual([])
    expect(message).toMatchObject({
      header: { from: 'hub', to: 'xa', copyTo: ['xb'], type: 'deemed-approval-notice', inReplyTo: one.messageId },
      body: {
        limit: 'T5',
        article: '11(2)',
        startedAt: startedAt?.toISOString(),
        dueAt: dueAt?.toISOString(),
        silentAt: silentAt.toISOString(),
        requestedParty: 'xb',
        receipt: { receiptId: handed?.receiptId, digest: handed?.digest, at: startedAt?.toISOString() },
      },
    })
    expect(one.clock('T5')).toMatchObject({ stoppedBy: message.header.messageId, stoppedAt: silentAt })
  }
  const [notice] = await notices(one)
  const transfer = { conversationId: one.conversationId, inReplyTo: notice?.messageId ?? '' }
  await one.memory.send('xa', 'travel-document-request', transfer)
})

test('what was confirmed and is taken back only warns again, in running cases too, until it is confirmed anew', async () => {
  const one = await applied()
  await one.memory.confirm(SILENCE)
  moveTo(one, one.clock('T5')?.dueAt, 1)
  await lookAtAll(one)
  await one.memory.withdraw({ scope: 'eu-az-2014:1', item: 'T7' })
  await silent(one)
  one.memory.clock.move(2 * DAY_S)
  await lookAtAll(one)
  expect(await notices(one)).toEqual([])
  expect(states(one)).toEqual({ T5: 'overdue' })
  await one.memory.confirm(SILENCE.slice(2))
  one.memory.clock.move(3600)
  await lookAtAll(one)
  expect(await notices(one)).toHaveLength(1)
})

test('what the hub has done on a confirmation stands when that is taken back', async () => {
  const one = await applied()
  await one.memory.confirm(SILENCE)
  await silent(one)
  for (const item of SILENCE) await one.memory.withdraw(item)
  one.memory.clock.move(2 * 3600)
  await lookAtAll(one)
  expect(await one.memory.store.conversation(one.conversationId)).toMatchObject({ state: 'DEEMED_APPROVED' })
  expect(states(one)).toEqual({ T5: 'stopped', T10: 'running', T11: 'running' })
  expect(await one.memory.deliverDue()).toBe(2)
})

/** `xb` has approved, everybody knows, and no travel document has come in time. */
async function undocumented() {
  const one = await applied()
  const { message: approval } = await one.answer('readmission-reply')
  await one.memory.deliverDue()
  moveTo(one, one.clock('T11')?.dueAt, 1)
  await lookAtAll(one)
  return { ...one, approval: approval.header.messageId }
}

const DOCUMENT = [{ scope: 'eu-az-2014:1', item: 'T13' }]

test('when no travel document comes in time, the European one is deemed accepted: both sides find it with the approval, once', async () => {
  const one = await undocumented()
  await one.memory.confirm(DOCUMENT)
  const before = await one.memory.store.conversation(one.conversationId)
  for (let hour = 0; hour < 5; hour++) {
    one.memory.clock.move(3600)
    await Promise.all([lookAtClocks(one.memory.hub), lookAtClocks(one.memory.hub)])
  }
  for (const party of ['xa', 'xb']) {
    const seen = await one.memory.store.message(one.approval, party)
    expect(seen?.timeline.filter(({ event }) => event.startsWith('clock.'))).toMatchObject([
      { event: 'clock.lapsed T11 EU_TRAVEL_DOCUMENT', party: 'xb' },
    ])
  }
  expect(one.clock('T11')).toMatchObject({ state: 'overdue', lapse: 'EU_TRAVEL_DOCUMENT', lapsedAt: expect.any(Date) })
  expect(await one.memory.store.conversation(one.conversationId)).toMatchObject({ state: 'APPROVED', length: before?.length })
  expect(one.memory.lines('clock.lapsed')).toMatchObject([{ limit: 'T11', messageId: one.approval, count: 0 }])
})

test('the European travel document, too, waits for the row that says so to be confirmed; a document that comes late still ends the limit', async () => {
  const one = await undocumented()
  one.memory.clock.move(2 * DAY_S)
  await lookAtAll(one)
  expect(one.clock('T11')).not.toHaveProperty('lapse')
  await one.memory.confirm(DOCUMENT)
  one.memory.clock.move(3600)
  await lookAtAll(one)
  expect(one.clock('T11')).toMatchObject({ lapse: 'EU_TRAVEL_DOCUMENT' })
  const { message: asked } = await one.memory.send('xa', 'travel-document-request', {
    conversationId: one.conversationId,
    inReplyTo: one.approval,
  })
  await one.memory.send('xb', 'travel-document-issued', { conversationId: one.conversationId, inReplyTo: asked.header.messageId })
  expect(one.clock('T11')).toMatchObject({ state: 'stopped', lapse: 'EU_TRAVEL_DOCUMENT' })
})

/** Cases that are due before all others, as many as the hub looks at in one round. */
const STUCK = 100

test.each<[string, (memory: MemoryHub, ids: ReadonlySet<string>) => Promise<void> | void]>([
  [
    'whose rule set this hub does not have',
    (memory, ids) => {
      const { conversation } = memory.store
      const without = (found: CaseRecord): CaseRecord => ({
        ...found,
        clocks: found.clocks.map((clock) => ({ ...clock, ruleSetVersion: 99 })),
      })
      memory.store.conversation = async (id) => {
        const found = await conversation(id)
        return found && ids.has(id) ? without(found) : found
      }
    },
  ],
  ['one party of which is gone', (memory) => memory.changeParty('az-sms', (party) => ({ ...party, home: undefined }))],
])(
  '100 cases %s are set aside and told to operators, hour after hour; those behind them get what is theirs',
  async (_, spoil) => {
    const memory = await memoryHub()
    await memory.confirm(SILENCE)
    const spoilt = await Promise.all(Array.from({ length: STUCK }, () => memory.send('de', 'readmission-application')))
    while ((await memory.deliverDue()) > 0) memory.clock.move(0.001)
    memory.clock.move(1)
    const { message } = await memory.send('xa', 'readmission-application')
    await memory.deliverDue()
    const { conversationId } = message.header
    const dueAt = memory.store.clocks(conversationId)[0]?.dueAt?.getTime() ?? Number.NaN
    memory.clock.move((dueAt + 1 - memory.clock.now().getTime()) / 1000)
    while ((await lookAtClocks(memory.hub)) > 0);
    await spoil(memory, new Set(spoilt.map((one) => one.message.header.conversationId)))
    memory.clock.move(61)
    for (let round = 0; round < 3; round++) await lookAtClocks(memory.hub)
    expect(await memory.store.conversation(conversationId)).toMatchObject({ state: 'DEEMED_APPROVED' })
    expect(memory.lines('clock.stuck')).toHaveLength(STUCK)
    expect(memory.lines('clock.stuck')[0]).toMatchObject({ limit: 'T5', state: 'SUBMITTED', level: 50 })
    memory.clock.move(3600)
    for (let round = 0; round < 3; round++) await lookAtClocks(memory.hub)
    expect(memory.lines('clock.stuck')).toHaveLength(2 * STUCK)
  },
  60_000,
)

test('a clock that was set aside goes on by itself once its party is there again', async () => {
  const one = await applied()
  await one.memory.confirm(SILENCE)
  const home = one.memory.hub.directory().party('xb')?.home
  await one.memory.changeParty('xb', (party) => ({ ...party, home: undefined }))
  await silent(one)
  expect(await notices(one)).toEqual([])
  await one.memory.changeParty('xb', (party) => ({ ...party, home }))
  one.memory.clock.move(3600)
  await lookAtAll(one)
  expect(await notices(one)).toHaveLength(1)
})

test('a reply in the last second counts, although the hub looks at the clock before it has taken it', async () => {
  const one = await applied()
  await one.memory.confirm(SILENCE)
  moveTo(one, one.clock('T5')?.dueAt, 1)
  await lookAtAll(one)
  await one.answer('readmission-reply')
  one.memory.clock.move(120)
  await lookAtAll(one)
  expect(await notices(one)).toEqual([])
  expect(await one.memory.store.conversation(one.conversationId)).toMatchObject({ state: 'APPROVED' })
})

test('a notice that was extended for names the extension', async () => {
  const one = await applied()
  await one.memory.confirm(SILENCE)
  await one.answer('acknowledgement')
  const newDueOn = BAKU.format((one.clock('T5')?.dueAt?.getTime() ?? 0) + 5 * DAY_S * 1000)
  const { message } = await one.answer('time-limit-extension', { newDueOn })
  await one.memory.deliverDue()
  await one.memory.deliverDue()
  await silent(one)
  await one.memory.deliverDue()
  const told = one.memory.push.pushed.filter(({ party }) => party === 'xb').at(-1)
  if (!told) throw new Error('xb was not told')
  expect((await opened('xb', told.document)).body).toMatchObject({ extensions: [message.header.messageId] })
})

test('where a side acts for no state the case runs without clocks', async () => {
  const memory = await memoryHub()
  await memory.changeParty('xb', (party) => ({ ...party, home: undefined }))
  const { message } = await memory.send('xa', 'readmission-application')
  await memory.deliverDue()
  expect(memory.store.clocks(message.header.conversationId)).toEqual([])
})

test('an hour of two hubs that look at the same time: every step is taken once', async () => {
  const one = await applied()
  await one.memory.confirm(SILENCE)
  const { warnAt = [], dueAt } = one.clock('T5') ?? {}
  for (const time of [...warnAt, dueAt, new Date((dueAt?.getTime() ?? 0) + 61_000)]) {
    moveTo(one, time, 1)
    for (let round = 0; round < 4; round++) await Promise.all([lookAtClocks(one.memory.hub), lookAtClocks(one.memory.hub)])
  }
  expect(trail(one)).toEqual(['clock.warned T5', 'clock.warned T5', 'clock.overdue T5', 'clock.lapsed T5'])
  expect(await notices(one)).toHaveLength(1)
})

/** A store whose calls break off: the one with the given number, before or after it has done its work, and all that follow. */
function breaking(memory: MemoryStore, power: { left: number; readonly after: boolean }): Store {
  return new Proxy(memory, {
    get: (target, name, receiver) => {
      const value: unknown = Reflect.get(target, name, receiver)
      if (typeof value !== 'function') return value
      return async (...given: readonly unknown[]) => {
        power.left -= 1
        if (power.left < 0 && !power.after) throw hubError('STORE_UNAVAILABLE')
        const result: unknown = await Reflect.apply(value, target, given)
        if (power.left < 0) throw hubError('STORE_UNAVAILABLE')
        return result
      }
    },
  })
}

test.each([true, false])(
  'a hub that dies between any two calls leaves neither two notices nor none (after the call: %s)',
  async (after) => {
    for (let calls = 0; calls < 12; calls++) {
      const power = { left: Number.POSITIVE_INFINITY, after }
      const one = await applied({ store: (memory) => breaking(memory, power) })
      await one.memory.confirm(SILENCE)
      moveTo(one, one.clock('T5')?.dueAt, 1)
      power.left = calls
      for (let steps = 0; steps < 4; steps++) await lookAtClocks(one.memory.hub).catch(() => 0)
      one.memory.clock.move(61)
      for (let steps = 0; steps < 4; steps++) await lookAtClocks(one.memory.hub).catch(() => 0)
      power.left = Number.POSITIVE_INFINITY
      await silent(one)
      expect(trail(one)).toEqual(['clock.overdue T5', 'clock.lapsed T5'])
      expect(await notices(one)).toHaveLength(1)
      expect(await one.memory.deliverDue()).toBe(2)
    }
  },
)

test('a hand-over that meets another change of the clocks is judged again', async () => {
  let meddle: (() => Promise<unknown>) | undefined
  const one = await applied({
    handed: false,
    store: (memory) => ({
      ...memory,
      settle: async (...given) => {
        const now = meddle
        meddle = undefined
        await now?.()
        return memory.settle(...given)
      },
    }),
  })
  meddle = () => one.memory.send('xa', 'interview-request', { conversationId: one.conversationId })
  await one.memory.deliverDue()
  expect(states(one)).toEqual({ T5: 'running', T15: 'waiting' })
  await one.memory.deliverDue()
  expect(states(one)).toEqual({ T5: 'running', T15: 'running' })
})
