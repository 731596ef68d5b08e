import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverageOf } from '#core/mapping.ts'
import type { Message } from '#core/message.ts'
import { CHOREOGRAPHY } from '#schemas/choreography.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import { roundTrip } from '#test/dialects.ts'
import adapter from './adapter.ts'
import { pesel } from './blocks/pesel.ts'

const { dialect } = adapter

test('Poland takes part in every message type but those between the agencies of one state', () => {
  const isInternal = ({ by, to }: { readonly by: string; readonly to: string }) => by === 'requested' && to === 'requested'
  const expected = MESSAGE_TYPES.filter((type) => !isInternal(CHOREOGRAPHY[type]))
  expect(dialect.types?.toSorted()).toEqual(expected.toSorted())
})

test('every field of every body has a place', () => {
  expect(coverageOf(adapter).flatMap(({ notCarried }) => notCarried)).toEqual([])
})

describe('a PESEL', () => {
  const valid = fc.stringMatching(/^\d{10}$/).map((digits) => {
    const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]
    const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
    return `${digits}${(10 - (sum % 10)) % 10}`
  })

  test.each(['44051401359', '12345678903'])('of a published example, %s, is one', (number) => {
    expect(pesel.toCanonical(number)).toBe(number)
  })

  test('is read and written with its check digit, and with no other', () => {
    fc.assert(
      fc.property(valid, fc.integer({ min: 1, max: 9 }), (number, off) => {
        const wrong = `${number.slice(0, 10)}${(Number(number[10]) + off) % 10}`
        expect([pesel.toCanonical(number), pesel.toWire(number)]).toEqual([number, number])
        expect([pesel.toCanonical(wrong), pesel.toWire(wrong)]).toEqual([undefined, undefined])
      }),
    )
  })

  test('with one digit wrong, or two neighbours swapped that do not differ by five, is found out', () => {
    const changed = fc.tuple(valid, fc.nat(10), fc.integer({ min: 1, max: 9 })).map(([number, at, off]) => {
      return number.slice(0, at) + ((Number(number[at]) + off) % 10) + number.slice(at + 1)
    })
    fc.assert(
      fc.property(changed, (number) => {
        expect(pesel.toWire(number)).toBeUndefined()
      }),
    )
    const swapped = fc
      .tuple(valid, fc.nat(9))
      .filter(([number, at]) => (Number(number[at]) - Number(number[at + 1])) % 5 !== 0)
      .map(([number, at]) => number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2))
    fc.assert(
      fc.property(swapped, (number) => {
        expect(pesel.toWire(number)).toBeUndefined()
      }),
    )
  })
})

describe('the personal numbers', () => {
  const golden: Message = JSON.parse(readFileSync(new URL('./fixtures/readmission-reply.full.json', import.meta.url), 'utf8'))
  const numbered = (...identifiers: readonly object[]): Message => {
    const { subject } = golden.body as unknown as { readonly subject: object }
    return { ...golden, body: { ...golden.body, subject: { ...subject, identifiers } } } as unknown as Message
  }
  const written = (message: Message) => new TextDecoder().decode(dialect.bytesOf(message))
  const POLISH = { type: 'NATIONAL_NUMBER', value: '88032112346', country: 'POL' }

  test('have a PESEL in an element of its own', () => {
    expect(written(numbered(POLISH))).toContain('<pesel>88032112346</pesel>')
  })

  test('call nothing a PESEL that cannot be one, and lose nothing', () => {
    const wrong = { ...POLISH, value: '88032112343' }
    expect(written(numbered(wrong))).toContain('<rodzaj>numerKrajowy</rodzaj><wartosc>88032112343</wartosc><panstwo>POL</panstwo>')
    expect(written(numbered(wrong))).not.toContain('<pesel>')
  })

  test('come back in their order', () => {
    const identifier = fc.record({
      type: fc.constantFrom('NATIONAL_NUMBER', 'FIN'),
      value: fc.constantFrom('88032112346', '88032112343'),
      country: fc.constantFrom('POL', 'AZE'),
    })
    fc.assert(
      fc.property(fc.array(identifier, { minLength: 1, maxLength: 4 }), (identifiers) => {
        const message = numbered(...identifiers)
        expect(roundTrip(adapter, message, dialect.bytesOf(message))).toEqual({ message, issues: [] })
      }),
    )
  })
})
