import { describe, expect, test } from 'vitest'
import { CALENDARS } from '#schemas/calendars/calendar.ts'
import { chAz2016 } from './ch-az-2016.ts'
import { euAz2014 } from './eu-az-2014.ts'
import { EVENT_SOURCES } from './events.ts'
import { noAz2014 } from './no-az-2014.ts'
import { RULE_SETS, ruleSetOf } from './rule-sets.ts'

test('a rule set is found by the name that headers give and, once a case runs, by its version', () => {
  expect(ruleSetOf('ch-az-2016')).toBe(chAz2016)
  expect(ruleSetOf('eu-az-2014', 1)).toBe(euAz2014)
  expect(ruleSetOf('eu-az-2014', 99)).toBeUndefined()
  expect(ruleSetOf('eu-xx-2014')).toBeUndefined()
})

test('no version is there twice', () => {
  const names = RULE_SETS.map(({ id, version }) => `${id}/${version}`)
  expect(new Set(names).size).toBe(names.length)
})

test('agreements differ in their numbers: Switzerland gave itself 25 days to reply and 25 more, the Union 15', () => {
  expect(chAz2016.limits.T5).toMatchObject({ value: 25, extension: { value: 25, unit: 'calendarDays', times: 1 }, confidence: 'V' })
  expect(euAz2014.limits.T5).toMatchObject({ value: 15, extension: { times: 1 } })
})

test('of the agreement with Norway no limit was read', () => {
  expect(Object.values(noAz2014.limits).filter(({ confidence }) => confidence === 'V')).toEqual([])
})

describe.each(RULE_SETS)('$id', ({ limits, evidence, forms, duties, states }) => {
  const rows = Object.entries(limits)

  test('has a row for each of the limits T1 to T20', () => {
    const numbers = new Set(rows.map(([id]) => Number(/^T(\d+)/.exec(id)?.[1])))
    expect([...numbers]).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })

  test('says of every limit, evidence list, form and duty the article, the source and how sure it is', () => {
    for (const row of [...Object.values(limits), ...Object.values(evidence), ...Object.values(forms), ...Object.values(duties)]) {
      expect(row).toMatchObject({
        article: expect.stringMatching(/./),
        source: expect.stringMatching(/./),
        title: expect.stringMatching(/./),
      })
      expect(['V', 'SIB', 'GK']).toContain(row.confidence)
    }
  })

  test('gives every number a unit and a start, and makes it a clock or a check, never both', () => {
    for (const [id, { value, unit, from, until, check }] of rows) {
      const used = [until !== undefined, check !== undefined].filter(Boolean).length
      expect({ id, unit: unit !== undefined, from: value === undefined || from !== undefined, used }).toEqual({
        id,
        unit: value !== undefined,
        from: true,
        used: value === undefined ? 0 : 1,
      })
    }
  })

  test('checks only against a date that the message itself states', () => {
    for (const [id, { check, from }] of rows) {
      if (check && from)
        expect({ id, states: EVENT_SOURCES[from].every(({ states: field }) => field !== undefined) }).toEqual({ id, states: true })
    }
  })

  test('rests on rows that it has', () => {
    expect(rows.flatMap(([, { restsOn = [] }]) => restsOn).filter((id) => !limits[id])).toEqual([])
  })

  test('binds states that have a calendar', () => {
    expect(states.filter((state) => !CALENDARS.has(state))).toEqual([])
  })
})
