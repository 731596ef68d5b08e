import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { REPLAYABLE } from '#core/operations.ts'
import { type MemoryHub, memoryHub } from '#test/hub.ts'
import { onWire, opened, receiptOf } from '#test/letters.ts'
import { type Pushed, withReceipt, withStatus } from '#test/recording-push.ts'
import { carryOn, startReplays } from './replay.ts'

/** `count` messages of `xa`, which wants to be told of failures, each dead at `xb`. */
async function dead(count: number) {
  const memory = await memoryHub()
  await memory.changeAgreements((agreement) => ({ ...agreement, notices: 'failures' }))
  memory.push.answer(async (pushed) => (pushed.party === 'xb' ? withStatus(422) : handedOver(memory, pushed)))
  for (let n = 0; n < count; n++) {
    await memory.send('xa', 'readmission-application')
    memory.clock.move(1)
  }
  await memory.deliverDue(1000)
  await memory.deliverDue(1000)
  const pushed = (party = 'xb') => memory.push.pushed.filter((one) => one.party === party)
  const start = () =>
    memory.store.operations.start(
      randomUUID(),
      { states: REPLAYABLE, party: 'xb' },
      { by: 'nergiz', reason: 'Tərəf düzəltdi', at: memory.clock.now() },
    )
  const replayAll = async () => {
    const { jobId } = await start()
    while ((await carryOn(memory.store.operations, 'memory', memory.clock)) !== undefined) {}
    return memory.store.operations.job(jobId)
  }
  return { memory, pushed, start, replayAll }
}

const handedOver = async (memory: MemoryHub, pushed: Pushed) => withReceipt(await receiptOf(pushed.party, pushed, memory.clock.now()))

test('a replay sends the very bytes again under the same delivery, and the author who was told of the failure is told that it arrived', async () => {
  const { memory, pushed, replayAll } = await dead(1)
  memory.push.answer((request) => handedOver(memory, request))
  expect(await replayAll()).toMatchObject({ state: 'done', total: 1, replayed: 1 })
  await memory.deliverDue()
  await memory.deliverDue()
  const [first, second, ...more] = pushed()
  if (!first || !second) throw new Error('it was pushed twice')
  expect(more).toEqual([])
  expect(second.deliveryId).toBe(first.deliveryId)
  expect(onWire(second.document)).toEqual(onWire(first.document))
  expect(await memory.store.delivery(first.deliveryId)).toMatchObject({ state: 'delivered', attempts: 2 })
  const told = await Promise.all(pushed('xa').map(({ document }) => opened('xa', document)))
  expect(told).toMatchObject([{ body: { event: 'ContentHandoverFailure' } }, { body: { event: 'ContentHandover' } }])
  expect(memory.store.links()).toContainEqual(expect.objectContaining({ event: 'delivery.replayed', party: 'xb', by: 'nergiz' }))
})

test('a replayed delivery starts its schedule anew', async () => {
  const { memory, replayAll } = await dead(1)
  memory.push.answer(() => withStatus(500))
  await replayAll()
  await memory.deliverDue()
  // 10 s is the wait after a first attempt; this was the second.
  memory.clock.move(9)
  expect(await memory.deliverDue()).toBe(0)
  memory.clock.move(1)
  expect(await memory.deliverDue()).toBe(1)
})

test('a running hub carries on what was started, and stops in order', async () => {
  const { memory, start } = await dead(250)
  const { jobId } = await start()
  const replays = startReplays(memory.hub, memory.store.operations)
  await vi.waitFor(async () => expect(await memory.store.operations.job(jobId)).toMatchObject({ state: 'done', replayed: 250 }), {
    timeout: 5_000,
  })
  await replays.stop()
  expect(memory.lines('replay.advanced')).toMatchObject([{ count: 100 }, { count: 100 }, { count: 50 }])
})

test('a fault does not end the worker', async () => {
  const { memory, start } = await dead(1)
  let down = true
  const takePart: typeof memory.store.operations.takePart = async (...args) => {
    if (down) throw new Error('away')
    return memory.store.operations.takePart(...args)
  }
  const { jobId } = await start()
  const replays = startReplays(memory.hub, { ...memory.store.operations, takePart })
  await vi.waitFor(() => expect(memory.lines('replay.failed')).toHaveLength(1), { timeout: 5_000 })
  down = false
  await vi.waitFor(async () => expect(await memory.store.operations.job(jobId)).toMatchObject({ state: 'done' }), { timeout: 5_000 })
  await replays.stop()
})
