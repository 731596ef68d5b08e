import { afterEach, describe, expect, it, vi } from 'vitest'
import { hubError } from '#core/errors.ts'
import type { Store } from '#core/ports.ts'
import { type MemoryHub, memoryHub } from '#test/hub.ts'
import type { MemoryStore } from '#test/memory-store.ts'
import { withStatus } from '#test/recording-push.ts'
import { type Dispatch, startDispatch } from './dispatch.ts'

const stopped: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stopped.splice(0)) await stop()
})

/** A hub whose dispatch has seen that nothing waits. */
async function running(store?: (memory: MemoryStore) => Store): Promise<{ memory: MemoryHub; dispatch: Dispatch; counted: Counted }> {
  let dispatch: Dispatch | undefined
  const counted: Counted = { claimed: 0, encoded: 0 }
  const memory = await memoryHub({
    store: (inner) => counting(store?.(inner) ?? inner, counted),
    room: () => dispatch ?? { take: () => undefined },
  })
  dispatch = startDispatch(memory.hub)
  stopped.push(() => dispatch.stop(100))
  await vi.waitFor(() => expect(counted.looks).toBeGreaterThan(0))
  await new Promise((resolve) => setTimeout(resolve, 5))
  return { memory, dispatch, counted }
}

interface Counted {
  claimed: number
  encoded: number
  looks?: number
}

function counting(store: Store, counted: Counted): Store {
  return {
    ...store,
    claim: async (...args) => {
      const claimed = await store.claim(...args)
      counted.looks = (counted.looks ?? 0) + 1
      counted.claimed += claimed.length
      return claimed
    },
    encoded: async (...args) => {
      counted.encoded += 1
      return store.encoded(...args)
    },
  }
}

const stateOf = async ({ store }: MemoryHub, messageId: string, from: string) => (await store.message(messageId, from))?.deliveries

describe('a message that has just come in', () => {
  it('goes out without a look into the outbox, with bytes that were stored with it', async () => {
    const { memory, counted } = await running()
    const { message } = await memory.send('xa', 'readmission-application')
    await vi.waitFor(async () =>
      expect(await stateOf(memory, message.header.messageId, 'xa')).toMatchObject([{ state: 'delivered', attempts: 1 }]),
    )
    expect(counted).toMatchObject({ claimed: 0, encoded: 0 })
    expect(memory.push.pushed).toHaveLength(1)
  })

  it('is tried again by the outbox, with the same bytes, when that fails', async () => {
    const { memory, dispatch, counted } = await running()
    memory.push.answer(async () => withStatus(503))
    const { message } = await memory.send('xa', 'readmission-application')
    await vi.waitFor(async () => expect(await stateOf(memory, message.header.messageId, 'xa')).toMatchObject([{ state: 'retrying' }]))
    memory.clock.move(3_600)
    dispatch.notify()
    await vi.waitFor(() => expect(memory.push.pushed).toHaveLength(2))
    expect(counted).toMatchObject({ claimed: 1, encoded: 0 })
    const [first, second] = memory.push.pushed
    expect(second?.document.bytes).toEqual(first?.document.bytes)
  })

  it('overtakes nobody who waits for room, and takes no more room than there is', async () => {
    const { memory, counted } = await running()
    await memory.changeParty('xb', (party) => ({ ...party, endpoint: { ...party.endpoint, parallel: 1 } }))
    const open: (() => void)[] = []
    memory.push.answer(async () => {
      await new Promise<void>((resolve) => open.push(resolve))
      return withStatus(503)
    })
    const sent = []
    for (let n = 0; n < 3; n++) sent.push((await memory.send('xa', 'readmission-application')).message.header.messageId)
    expect(memory.push.pushed).toHaveLength(1)
    for (const count of [2, 3]) {
      open.shift()?.()
      await vi.waitFor(() => expect(memory.push.pushed).toHaveLength(count))
    }
    expect(memory.push.pushed.map(({ messageId }) => messageId)).toEqual(sent)
    expect(counted.claimed).toBe(2)
    open.shift()?.()
  })

  it('waits for the one before it in its conversation', async () => {
    const { memory } = await running()
    let answer = withStatus(503)
    memory.push.answer(async () => answer)
    const { message } = await memory.send('xa', 'readmission-application')
    await vi.waitFor(() => expect(memory.push.pushed).toHaveLength(1))
    const { conversationId } = message.header
    await memory.send('xa', 'readmission-application-update', { conversationId, inReplyTo: message.header.messageId })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(memory.push.pushed).toHaveLength(1)
    answer = withStatus(500)
  })

  it('goes the long way while dispatch has not looked yet, and after it was stopped', async () => {
    const { memory, dispatch } = await running()
    await dispatch.stop()
    await memory.send('xa', 'readmission-application')
    expect(memory.push.pushed).toEqual([])
    const fresh = startDispatch(memory.hub)
    stopped.push(() => fresh.stop(100))
    expect(fresh.take('xb', 'some-id')).toBeUndefined()
    await vi.waitFor(() => expect(memory.push.pushed).toHaveLength(1))
  })

  it('comes back soon when the store leased it and could not say so', async () => {
    let down = true
    const { memory } = await running((inner) => ({
      ...inner,
      accept: async (...args) => {
        const answer = await inner.accept(...args)
        if (!down) return answer
        down = false
        throw hubError('STORE_UNAVAILABLE')
      },
    }))
    await expect(memory.send('xa', 'readmission-application')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    expect(memory.push.pushed).toEqual([])
    await vi.waitFor(() => expect(memory.push.pushed).toHaveLength(1), { timeout: 8_000 })
    expect(memory.lines('dispatch.recovered')).toMatchObject([{ count: 1 }])
  })

  it('is accepted even if it cannot be encoded, and what that means is settled by its attempt', async () => {
    const { memory } = await running()
    const { keys } = memory.hub
    let signatures = 0
    const real = keys.signing.bind(keys)
    Object.assign(keys, {
      signing: () => {
        signatures += 1
        // The receipt is the first.
        if (signatures === 2) throw new Error('the key store is away')
        return real()
      },
    })
    const { message } = await memory.send('xa', 'readmission-application')
    const delivered = async () => expect(await stateOf(memory, message.header.messageId, 'xa')).toMatchObject([{ state: 'delivered' }])
    await vi.waitFor(delivered, { timeout: 8_000 })
    expect(memory.lines('straight.failed')).toHaveLength(1)
  })
})
