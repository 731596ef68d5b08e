import { describe, expect, it } from 'vitest'
import { fmtOf } from './fmt.ts'

const az = fmtOf('az')
const en = fmtOf('en')

describe('numbers and times', () => {
  it('groups numbers as each language does', () => {
    expect(az.number(1234567.5, 1)).toBe('1.234.567,5')
    expect(en.number(1234567.5, 1)).toBe('1,234,567.5')
    expect(az.number(999)).toBe('999')
    expect(az.number(-1000)).toBe('−1.000')
  })

  it('tells the time of Baku, whatever the clock of the machine', () => {
    expect(az.dateTime('2026-11-21T21:30:00Z')).toBe('22.11.2026, 01:30')
    expect(en.dateTime('2026-11-21T21:30:00Z')).toBe('22 Nov 2026, 01:30')
    expect(az.longDate('2026-11-21T08:00:00Z')).toBe('21 noyabr 2026')
  })

  it('leaves out the date of today alone', () => {
    const now = Date.parse('2026-11-22T10:00:00Z')
    expect(az.moment('2026-11-22T02:00:00Z', now)).toBe('06:00')
    expect(az.moment('2026-11-21T02:00:00Z', now)).toBe('21.11.2026, 06:00')
  })

  it('says how long ago or ahead in one unit, and how long in two', () => {
    const now = Date.parse('2026-11-22T10:00:00Z')
    expect(az.relative('2026-11-22T09:57:00Z', now)).toBe('3 dəq əvvəl')
    expect(en.relative('2026-11-24T11:00:00Z', now)).toBe('in 2 d')
    expect(az.relative('2026-11-22T10:00:01Z', now)).toBe('indicə')
    expect(az.span(7_800_000)).toBe('2 saat 10 dəq')
    expect(en.span(1234)).toBe('1.2 s')
    expect(en.span(0)).toBe('0 ms')
  })

  it('tells sizes in the unit that fits', () => {
    expect(en.bytes(812)).toBe('812 B')
    expect(az.bytes(2560)).toBe('2,5 KB')
    expect(en.bytes(30 * 2 ** 20)).toBe('30 MB')
  })
})
