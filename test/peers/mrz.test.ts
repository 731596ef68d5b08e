import fc from 'fast-check'
import { parse } from 'mrz'
import { expect, test } from 'vitest'
import { checkDigitOf } from '#core/documents/check-digit.ts'
import { readMrz } from '#core/documents/mrz.ts'
import { MRZ_FORMATS, MRZ_LAYOUTS, type MrzFormat, type Span } from '#core/documents/mrz-layouts.ts'
import { mrzNameFieldOf } from '#core/documents/mrz-name.ts'

/** The npm package mrz, which others read documents with. What it cannot do, and why it is no part of the hub: docs/names.md. */

const TODAY = '2026-11-21'

interface Fields {
  readonly issuer: string
  readonly nationality: string
  readonly number: string
  readonly birthDate: string
  readonly sex: string
  readonly expiry: string
  readonly optional: string
  readonly familyName: string
  readonly givenNames: string
}

const letters = (alphabet: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from(alphabet)), minLength, maxLength })
const day = fc.constantFrom('880321', '0412<<', '71<<<<', '<<<<<<', '991231', '000229')
const state = fc.constantFrom('AZE', 'D', 'NLD', 'XXA', 'XXB', 'RKS', 'XPO', 'GBN')

const fields: fc.Arbitrary<Fields> = fc.record({
  issuer: state,
  nationality: state,
  number: letters('ABCXYZ0123456789', 1, 9),
  birthDate: day,
  sex: fc.constantFrom('F', 'M', '<'),
  expiry: fc.constantFrom('270228', '301231', '200101'),
  optional: letters('AZ09', 0, 6),
  familyName: letters('ƏƏLİYEVŞÇĞ', 2, 12),
  givenNames: letters('GÜNAYRŞİD', 2, 12),
})

function linesOf(format: MrzFormat, given: Fields): readonly string[] {
  const layout = MRZ_LAYOUTS[format]
  const lines = Array.from({ length: layout.lines }, () => Array.from('<'.repeat(layout.width)))
  const write = ([line, start]: Span, text: string) => lines[line]?.splice(start, text.length, ...Array.from(text))
  const read = ([line, start, end]: Span) => (lines[line] ?? []).slice(start, end).join('')
  write(layout.documentCode, format === 'TD3' ? 'P' : 'I')
  write(layout.name, mrzNameFieldOf(given, format))
  for (const field of ['issuer', 'nationality', 'number', 'birthDate', 'sex', 'expiry', 'optional'] as const)
    write(layout[field], given[field])
  write(layout.numberDigit, checkDigitOf(read(layout.number)))
  write(layout.birthDateDigit, checkDigitOf(read(layout.birthDate)))
  write(layout.expiryDigit, checkDigitOf(read(layout.expiry)))
  if (layout.optionalDigit) write(layout.optionalDigit, checkDigitOf(read(layout.optional)))
  write(layout.composite.digit, checkDigitOf(layout.composite.over.map(read).join('')))
  return lines.map((line) => line.join(''))
}

test('a zone that we write, mrz finds valid and reads as we do', () => {
  fc.assert(
    fc.property(fc.constantFrom(...MRZ_FORMATS), fields, (format, given) => {
      const lines = linesOf(format, given)
      const theirs = parse([...lines])
      const ours = readMrz(lines, TODAY)
      expect(theirs.valid).toBe(true)
      expect(ours?.wrongDigits).toEqual([])
      expect([ours?.format, ours?.issuer, ours?.nationality, ours?.documentNumber, ours?.name.familyName, ours?.name.givenNames]).toEqual([
        theirs.format,
        theirs.fields.issuingState,
        theirs.fields.nationality,
        theirs.fields.documentNumber,
        theirs.fields.lastName,
        theirs.fields.firstName,
      ])
    }),
    { numRuns: 200 },
  )
})

test('a digit that was misread we both find', () => {
  fc.assert(
    fc.property(fc.constantFrom(...MRZ_FORMATS), fields, fc.nat({ max: 89 }), (format, given, choice) => {
      const lines = linesOf(format, given)
      const whole = lines.join('\n')
      const { composite } = MRZ_LAYOUTS[format]
      const digits = composite.over.flatMap(([line, start, end]) =>
        Array.from({ length: end - start }, (_, index) => line * (MRZ_LAYOUTS[format].width + 1) + start + index),
      )
      const at = digits.filter((position) => /\d/.test(whole.charAt(position)))[choice % 9] ?? digits[0] ?? 0
      const misread = `${whole.slice(0, at)}${(Number(whole[at]) + 1) % 10}${whole.slice(at + 1)}`.split('\n')
      expect(parse(misread).valid).toBe(false)
      expect(readMrz(misread, TODAY)?.wrongDigits).not.toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('what mrz cannot do, and we must: former states, values never in a complaint, a family name that fills its field', () => {
  const soviet = linesOf('TD3', { ...FIRST, nationality: 'SUN' })
  expect(parse([...soviet]).valid).toBe(false)
  expect(readMrz(soviet, TODAY)?.nationality).toBe('SUN')
  const long = linesOf('TD3', { ...FIRST, familyName: 'ƏLİYEVA'.repeat(6), givenNames: '' })
  expect(parse([...long]).fields.firstName).toBe(parse([...long]).fields.lastName)
  expect(readMrz(long, TODAY)?.name.givenNames).toBeUndefined()
  const wrong = parse([...soviet]).details.find(({ field }) => field === 'nationality')
  expect(wrong?.error).toContain('SUN')
})

const FIRST: Fields = {
  issuer: 'AZE',
  nationality: 'AZE',
  number: 'C01234567',
  birthDate: '880321',
  sex: 'F',
  expiry: '301231',
  optional: '',
  familyName: 'Əliyeva',
  givenNames: 'Günay',
}
