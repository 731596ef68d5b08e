import { describe, expect, it } from 'vitest'
import type { LogFields } from '#core/ports.ts'
import { directoryOf } from '#core/resolve.ts'
import { memoryHub } from '#test/hub.ts'
import { endsOf, expiringSince, warnOfExpiry } from './expiring.ts'

const DAY_MS = 86_400_000
const END = new Date('2027-03-01T00:00:00Z')
const daysBefore = (days: number, hours = 0): Date => new Date(END.getTime() - days * DAY_MS - hours * 3_600_000)
const ends = endsOf('de', [
  { use: 'signing', validUntil: daysBefore(300) },
  { use: 'signing', validUntil: END },
])

describe('expiry of certificates', () => {
  it.each([60, 30, 14, 7, 1])('is told %i days before, once', (days) => {
    const look = (since: Date, now: Date) => expiringSince(ends, since, now)
    expect(look(daysBefore(days, 2), daysBefore(days, 1))).toEqual([])
    expect(look(daysBefore(days, 1), daysBefore(days))).toEqual([{ party: 'de', use: 'signing', days }])
    expect(look(daysBefore(days), daysBefore(days, -1))).toEqual([])
  })

  it('is told when it has come, and at every start when it is near', () => {
    expect(expiringSince(ends, daysBefore(0, 1), END)).toEqual([{ party: 'de', use: 'signing', days: 0 }])
    expect(expiringSince(ends, undefined, daysBefore(45))).toEqual([{ party: 'de', use: 'signing', days: 45 }])
    expect(expiringSince(ends, undefined, daysBefore(61))).toEqual([])
  })

  it('is that of the successor where there is one', () => {
    expect(expiringSince(ends, undefined, daysBefore(300))).toEqual([])
  })

  it('is logged for parties that are not withdrawn, and for the hub itself', async () => {
    const memory = await memoryHub()
    const data = await memory.store.directory()
    const [first, ...others] = data.parties.filter(({ certificates }) => certificates.length > 0)
    if (!first) throw new Error('no party with certificates')
    const near = { ...first, certificates: first.certificates.map((one) => ({ ...one, status: 'active' as const, validUntil: END })) }
    const gone = others.map((one) => ({ ...near, id: one.id, status: 'withdrawn' as const }))
    const directory = directoryOf({ ...data, parties: [near, ...gone] })
    const lines: (readonly [string, string, LogFields])[] = []
    const line = (level: string) => (event: string, fields: LogFields) => void lines.push([level, event, fields])
    const log = { info: line('info'), warn: line('warn'), error: line('error') }
    warnOfExpiry({ directory: () => directory, log }, [{ use: 'tls', validUntil: daysBefore(7) }], undefined, daysBefore(7))
    expect(lines).toContainEqual(['error', 'certificate.expired', { party: 'hub', type: 'tls' }])
    expect(lines).toContainEqual(['warn', 'certificate.expiring', { party: near.id, type: near.certificates[0]?.use, count: 7 }])
    expect(new Set(lines.map(([, , { party }]) => party))).toEqual(new Set(['hub', near.id]))
  })
})
