import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MRZ_FORMATS, nameWidthOf } from './mrz-layouts.ts'
import { mrzNameFieldOf, mrzNamePartsOf } from './mrz-name.ts'

const written = (familyName: string, givenNames?: string) =>
  mrzNameFieldOf({ familyName, ...(givenNames === undefined ? {} : { givenNames }) }, 'TD3').replace(/<+$/, '')

test('a name is written with ə as E, hyphens as fillers and without apostrophes', () => {
  expect(written('Əliyeva-Şıxlinskaya', "Çiçək D'Ağır")).toBe('ELIYEVA<SIXLINSKAYA<<CICEK<DAGIR')
})

test('the patronymic stands behind the given names', () => {
  const name = { familyName: 'ƏLİYEVA', givenNames: 'GÜNAY', patronymic: 'RƏŞİD QIZI' }
  expect(mrzNameFieldOf(name, 'TD1')).toBe('ELIYEVA<<GUENAY<RESID<QIZI<<<<')
})

test('who has one name has no double filler before its end', () => {
  expect(mrzNameFieldOf({ familyName: 'Arzu' }, 'TD2')).toBe(`ARZU${'<'.repeat(27)}`)
})

test('the example of ICAO Doc 9303-4 for a name that is too long', () => {
  expect(written('Nilavadhanananda', 'Chayapa Dejthamrong Krasuang')).toBe('NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K')
})

test('a name that is cut ends with a letter, or it would look whole', () => {
  expect(written('Nilavadhanananda', 'Chayapan Dejthamrong Krasuang')).toBe('NILAVADHANANANDA<<CHAYAPAN<DEJTHAMRON<K')
})

test('a family name of any length leaves room for the first letter of the given names', () => {
  const field = mrzNameFieldOf({ familyName: 'Ə'.repeat(60), givenNames: 'Günay' }, 'TD3')
  expect(field).toBe(`${'E'.repeat(36)}<<G`)
})

test('every field has its width, and can be read', () => {
  const word = fc.string({ unit: fc.constantFrom(...Array.from("aəğıİşçöüx-' жҹ")), minLength: 0, maxLength: 30 })
  fc.assert(
    fc.property(word, word, fc.constantFrom(...MRZ_FORMATS), (family, givenNames, format) => {
      const field = mrzNameFieldOf({ familyName: `A${family}`, givenNames }, format)
      expect(field).toHaveLength(nameWidthOf(format))
      expect(field).toMatch(/^[A-Z]+(<<?[A-Z]+)*<*$/)
      expect(mrzNamePartsOf(field, format).familyName).toMatch(/^[A-Z]+( [A-Z]+)*$/)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['ALIYEVA<<GUNAY<RASHID<QIZI', { familyName: 'ALIYEVA', givenNames: 'GUNAY RASHID QIZI', mayBeCut: false }],
  ['ALIYEVA<<GUNAY<<<<<<<<<<<<<', { familyName: 'ALIYEVA', givenNames: 'GUNAY', mayBeCut: false }],
  ['ARZU<<<<<<', { familyName: 'ARZU', mayBeCut: false }],
  ['ALIYEVA<<<GUNAY', { familyName: 'ALIYEVA', givenNames: 'GUNAY', mayBeCut: false }],
  ['NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K', { familyName: 'NILAVADHANANANDA', givenNames: 'CHAYAPA DEJTHAMRONG K', mayBeCut: true }],
])('%s is read', (field, parts) => {
  expect(mrzNamePartsOf(field)).toEqual(parts)
})
