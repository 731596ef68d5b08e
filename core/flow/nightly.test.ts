import { describe, expect, it } from 'vitest'
import type { Verification } from '#core/console/verifying.ts'
import { lastNight, verifyNightly } from './nightly.ts'

const begunAt = new Date('2026-11-21T22:10:00Z')

async function begun(last: Verification, now: string): Promise<boolean> {
  const times: string[] = []
  await verifyNightly({ last: async () => last, begin: async () => void times.push(now) }, new Date(now))
  return times.length === 1
}

describe('the nightly verification', () => {
  it('is due from two in the morning in Baku on', () => {
    expect(lastNight(new Date('2026-11-22T21:59:59Z'))).toEqual(new Date('2026-11-21T22:00:00Z'))
    expect(lastNight(new Date('2026-11-22T22:00:00Z'))).toEqual(new Date('2026-11-22T22:00:00Z'))
    expect(lastNight(new Date('2026-11-22T00:30:00Z'))).toEqual(new Date('2026-11-21T22:00:00Z'))
  })

  it('begins once a night, when there never was one, and when the last could not be finished', async () => {
    expect(await begun({ state: 'done', begunAt }, '2026-11-22T21:00:00Z')).toBe(false)
    expect(await begun({ state: 'done', begunAt }, '2026-11-22T22:00:00Z')).toBe(true)
    expect(await begun({ state: 'never' }, '2026-11-22T12:00:00Z')).toBe(true)
    expect(await begun({ state: 'failed', begunAt }, '2026-11-22T12:00:00Z')).toBe(true)
  })
})
