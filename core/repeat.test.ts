import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { repeat } from './repeat.ts'

describe('repeating', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const turns = (...pauses: (number | undefined)[]) => {
    const turn = vi.fn<() => Promise<number | undefined>>(async () => 100)
    for (const pause of pauses) turn.mockResolvedValueOnce(pause)
    return turn
  }
  const unexpected = (fault: unknown): void => expect.unreachable(String(fault))

  it('begins after the pause, and follows the pause that each turn asks for', async () => {
    const turn = turns(200, 500)
    const repeating = repeat(100, turn, unexpected)
    await vi.advanceTimersByTimeAsync(99)
    expect(turn).toHaveBeenCalledTimes(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(turn).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(200)
    expect(turn).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(499)
    expect(turn).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(turn).toHaveBeenCalledTimes(3)
    await repeating.stop()
  })

  it('ends when a turn says so', async () => {
    const turn = turns(undefined)
    repeat(100, turn, unexpected)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(turn).toHaveBeenCalledTimes(1)
  })

  it('tells of a fault, and goes on after the usual pause', async () => {
    const turn = turns().mockRejectedValueOnce(new Error('gone'))
    const failed = vi.fn<(fault: unknown) => void>()
    const repeating = repeat(100, turn, failed)
    await vi.advanceTimersByTimeAsync(100)
    expect(failed).toHaveBeenCalledExactlyOnceWith(new Error('gone'))
    await vi.advanceTimersByTimeAsync(100)
    expect(turn).toHaveBeenCalledTimes(2)
    await repeating.stop()
  })

  it('waits for the turn under way when it is stopped, and takes no other', async () => {
    const { promise, resolve } = Promise.withResolvers<number>()
    const turn = vi.fn<() => Promise<number>>(() => promise)
    const repeating = repeat(100, turn, unexpected)
    await vi.advanceTimersByTimeAsync(100)
    const stopped = vi.fn<() => void>()
    const stop = repeating.stop().then(stopped)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(stopped).not.toHaveBeenCalled()
    resolve(0)
    await stop
    await vi.advanceTimersByTimeAsync(10_000)
    expect(turn).toHaveBeenCalledTimes(1)
  })
})
