import { describe, expect, test } from 'vitest'
import { documentFaults } from './document-faults.ts'
import { countryOf, isKnownCode } from './issuers.ts'
import { readMrz } from './mrz.ts'

const TODAY = '2026-11-21'
const read = (...lines: string[]) => {
  const mrz = readMrz(lines, TODAY)
  if (!mrz) throw new Error('no machine-readable zone')
  return mrz
}
const faults = (...lines: string[]) => documentFaults(read(...lines), TODAY)

/** The specimens of ICAO Doc 9303, parts 4 to 6; Utopia is no issuer. */
const PASSPORT = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'] as const
const CARD = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'] as const
const SMALL = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'] as const

describe('the specimens of ICAO Doc 9303', () => {
  test.each([
    ['TD3', PASSPORT, 'P', 'L898902C3', ['ZE184226B']],
    ['TD1', CARD, 'I', 'D23145890', []],
    ['TD2', SMALL, 'I', 'D23145890', []],
  ] as const)('%s is read whole', (format, lines, documentCode, documentNumber, optionalData) => {
    expect(read(...lines)).toEqual({
      format,
      documentCode,
      documentNumber,
      optionalData,
      issuer: 'UTO',
      nationality: 'UTO',
      name: { familyName: 'ERIKSSON', givenNames: 'ANNA MARIA', mayBeCut: false },
      birthDate: { date: '1974-08-12' },
      expiresOn: { date: '2012-04-15' },
      sex: 'F',
      wrongDigits: [],
    })
  })

  test('a document number of twelve characters goes on in the optional data', () => {
    const mrz = read('I<UTOD23145890<7349<<<<<<<<<<<', '3407127M9507122UTO<<<<<<<<<<<2', 'STEVENSON<<PETER<JOHN<<<<<<<<<')
    expect(mrz).toMatchObject({ documentNumber: 'D23145890734', optionalData: [], wrongDigits: [] })
  })

  test('they have expired, and nobody issues them', () => {
    expect(faults(...PASSPORT)).toEqual([
      { rule: 'expired', field: 'expiresOn' },
      { rule: 'code', field: 'issuer' },
      { rule: 'code', field: 'nationality' },
    ])
  })
})

const GERMAN = ['P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<', 'C01X00T478D<<6408125F2702283<<<<<<<<<<<<<<<4'] as const

test('a passport in order has no faults, and D is the code of Germany', () => {
  expect(faults(...GERMAN)).toEqual([])
  expect(countryOf(read(...GERMAN).issuer)).toBe('DEU')
})

test('on its last day a document is valid, a day later it is not', () => {
  const mrz = read(...GERMAN)
  expect(documentFaults(mrz, '2027-02-28')).toEqual([])
  expect(documentFaults(mrz, '2027-03-01')).toEqual([{ rule: 'expired', field: 'expiresOn' }])
})

test.each([
  ['documentNumber', GERMAN[1].replace('C01X00T478', 'C01X00T479')],
  ['birthDate', GERMAN[1].replace('6408125', '6408126')],
  ['expiresOn', GERMAN[1].replace('2702283', '2702284')],
  ['optionalData', GERMAN[1].replace('<<<<<4', '<<<<34')],
])('a wrong check digit of %s is found, and the composite with it', (field, second) => {
  expect(read(GERMAN[0], second).wrongDigits).toEqual([field, 'composite'])
})

test('every single digit that is misread in the second line is found', () => {
  const [first, second] = PASSPORT
  const positions = Array.from(second).flatMap((character, at) => (/\d/.test(character) ? [at] : []))
  for (const at of positions) {
    const other = String((Number(second[at]) + 1) % 10)
    expect(read(first, second.slice(0, at) + other + second.slice(at + 1)).wrongDigits).not.toEqual([])
  }
})

test.each([
  ['D', 'DEU'],
  ['GBD', 'GBR'],
  ['AZE', 'AZE'],
  ['SUN', 'SUN'],
  ['XXA', 'XXA'],
  ['XXK', 'XXK'],
  ['XPO', 'XPO'],
])('the code %s is %s in the standard', (code, canonical) => {
  expect(countryOf(code)).toBe(canonical)
})

test.each(['XXB', 'XXC'])('%s is known on a document, and the standard has no code for it', (refugee) => {
  expect(isKnownCode(refugee)).toBe(true)
  expect(countryOf(refugee)).toBeUndefined()
})

test('an organisation may issue documents, and is no nationality', () => {
  expect(isKnownCode('XBA')).toBe(true)
  expect(countryOf('XBA')).toBeUndefined()
  expect(isKnownCode('UTO')).toBe(false)
  expect(isKnownCode('')).toBe(false)
})

test('a birth date known to the year, and one of no calendar', () => {
  const born = (date: string, digit: string) => read(GERMAN[0], GERMAN[1].replace('6408125', date + digit))
  expect(born('64<<<<', '6').birthDate).toEqual({ date: '1964' })
  expect(documentFaults(born('640231', '0'), TODAY)).toContainEqual({ rule: 'calendar', field: 'birthDate' })
})

test('a character that is no sex is a fault', () => {
  expect(faults(GERMAN[0], GERMAN[1].replace('5F2', '5K2'))).toEqual([{ rule: 'code', field: 'sex' }])
})

test.each([
  ['one line', [GERMAN[0]]],
  ['a line too short', [GERMAN[0], GERMAN[1].slice(1)]],
  ['small letters', [GERMAN[0].toLowerCase(), GERMAN[1]]],
  ['a letter that no zone has', [GERMAN[0].replace('E', 'Ə'), GERMAN[1]]],
  ['nothing', []],
])('%s is no machine-readable zone', (_, lines) => {
  expect(readMrz(lines, TODAY)).toBeUndefined()
})
