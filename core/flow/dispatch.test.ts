import { expect, test, vi } from 'vitest'
import { hubError } from '#core/errors.ts'
import type { Answer } from '#core/ports.ts'
import { type MemoryHub, memoryHub } from '#test/hub.ts'
import { receiptOf } from '#test/letters.ts'
import { type Pushed, withReceipt, withStatus } from '#test/recording-push.ts'
import { startDispatch } from './dispatch.ts'

const handedOver = async (memory: MemoryHub, pushed: Pushed): Promise<Answer> =>
  withReceipt(await receiptOf(pushed.party, pushed, memory.clock.now()))

/** `xb` answers only when it is let. */
async function withSlowParty() {
  const memory = await memoryHub()
  await memory.changeParty('xb', (party) => ({ ...party, endpoint: { ...party.endpoint, parallel: 2 } }))
  const slow: (() => void)[] = []
  memory.push.answer(async (pushed) => {
    if (pushed.party === 'xb') await new Promise<void>((resolve) => slow.push(resolve))
    return handedOver(memory, pushed)
  })
  const pushedTo = (party: string): number => memory.push.pushed.filter((one) => one.party === party).length
  return { memory, pushedTo, letOne: () => slow.shift()?.() }
}

test('a slow party has as many deliveries out as agreed, and holds up nobody else', async () => {
  const { memory, pushedTo, letOne } = await withSlowParty()
  for (let n = 0; n < 4; n++) await memory.send('xa', 'readmission-application')
  await memory.send('de', 'readmission-application')
  const dispatch = startDispatch(memory.hub)
  try {
    await vi.waitFor(() => expect([pushedTo('xb'), pushedTo('az-sms')]).toEqual([2, 1]))
    await memory.send('de', 'readmission-application')
    dispatch.notify()
    await vi.waitFor(() => expect(pushedTo('az-sms')).toBe(2))
    expect(pushedTo('xb')).toBe(2)
    letOne()
    await vi.waitFor(() => expect(pushedTo('xb')).toBe(3))
  } finally {
    for (let n = 0; n < 4; n++) letOne()
    await dispatch.stop()
  }
})

test('stopping takes nothing new and waits for what is out', async () => {
  const { memory, pushedTo, letOne } = await withSlowParty()
  const { message } = await memory.send('xa', 'readmission-application')
  const dispatch = startDispatch(memory.hub)
  await vi.waitFor(() => expect(pushedTo('xb')).toBe(1))
  let stopped = false
  const stopping = dispatch.stop().then(() => {
    stopped = true
  })
  await memory.send('xa', 'readmission-application')
  dispatch.notify()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(stopped).toBe(false)
  letOne()
  await stopping
  expect(pushedTo('xb')).toBe(1)
  expect(await memory.store.message(message.header.messageId, 'xa')).toMatchObject({ deliveries: [{ state: 'delivered' }] })
})

test('what other processes stored is found without being told', async () => {
  const { memory, pushedTo } = await withSlowParty()
  const dispatch = startDispatch(memory.hub)
  try {
    await new Promise((resolve) => setTimeout(resolve, 20))
    await memory.send('de', 'readmission-application')
    await vi.waitFor(() => expect(pushedTo('az-sms')).toBe(1), { timeout: 3_000 })
  } finally {
    await dispatch.stop()
  }
})

test('a store that is away for a while is asked again', async () => {
  let down = true
  const memory = await memoryHub({
    store: (store) => ({
      ...store,
      claim: async (...args) => (down ? Promise.reject(hubError('STORE_UNAVAILABLE')) : store.claim(...args)),
    }),
  })
  await memory.send('xa', 'readmission-application')
  const dispatch = startDispatch(memory.hub)
  try {
    await vi.waitFor(() => expect(memory.lines('dispatch.failed')).toHaveLength(1))
    down = false
    dispatch.notify()
    await vi.waitFor(() => expect(memory.push.pushed).toHaveLength(1))
  } finally {
    await dispatch.stop()
  }
})

test('what is still out when the time to stop is over is handed back, and its late failure settles nothing', async () => {
  const memory = await memoryHub()
  const failing = Promise.withResolvers<void>()
  memory.push.answer(async () => {
    await failing.promise
    return withStatus(503)
  })
  await memory.send('xa', 'readmission-application')
  const dispatch = startDispatch(memory.hub)
  await vi.waitFor(() => expect(memory.push.pushed).toHaveLength(1))
  await dispatch.stop(20)
  expect(memory.lines('dispatch.handedBack')).toMatchObject([{ count: 1 }])
  const [again] = await memory.store.claim([{ party: 'xb', free: 1 }], 'another', memory.clock.now(), 60_000)
  expect(again).toMatchObject({ attempt: 1, encoded: { bytes: memory.push.pushed[0]?.document.bytes } })
  failing.resolve()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(await memory.store.delivery(again?.deliveryId ?? '')).toMatchObject({ state: 'pending', attempts: 1 })
  expect(memory.lines('delivery.attempted')).toEqual([])
})

test.each([
  ['the store was away when it was settled', 'settle'],
  ['the store was away when it answered the claim', 'claim'],
] as const)('what was in hand goes out again as soon as the store is back, not when its lease runs out: %s', async (_, at) => {
  let down = true
  const memory = await memoryHub({
    store: (store) => ({
      ...store,
      claim: async (...args) => {
        const claimed = await store.claim(...args)
        if (down && at === 'claim' && claimed.length > 0) throw hubError('STORE_UNAVAILABLE')
        return claimed
      },
      settle: async (...args) => (down && at === 'settle' ? Promise.reject(hubError('STORE_UNAVAILABLE')) : store.settle(...args)),
    }),
  })
  memory.push.answer((pushed) => handedOver(memory, pushed))
  const { message } = await memory.send('xa', 'readmission-application')
  const dispatch = startDispatch(memory.hub)
  try {
    await vi.waitFor(() => expect(memory.lines(at === 'claim' ? 'dispatch.failed' : 'delivery.unsettled').length).toBeGreaterThan(0))
    down = false
    dispatch.notify()
    const sent = () => memory.store.message(message.header.messageId, 'xa')
    const delivered = { deliveries: [{ state: 'delivered', attempts: 1 }] }
    await vi.waitFor(async () => expect(await sent()).toMatchObject(delivered), { timeout: 10_000 })
    expect(new Set(memory.push.pushed.map(({ document }) => document.bytes.toString())).size).toBe(1)
    expect(memory.lines('dispatch.recovered')).toHaveLength(1)
    expect(memory.push.pushed.length).toBeLessThan(4)
  } finally {
    await dispatch.stop()
  }
})
