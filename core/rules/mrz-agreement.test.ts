import { expect, test } from 'vitest'
import { mrzNameFieldOf } from '#core/documents/mrz-name.ts'
import { mrzAgreement } from './mrz-agreement.ts'

const gunay = { familyName: 'Əliyeva', givenNames: 'Günay', patronymic: 'Rəşid qızı' }

test.each([
  'ALIYEVA<<GUNAY<RASHID<QIZI',
  'ELIYEVA<<GUENAY<RESID<QIZI<<<<<<<<<<<<<',
  'ALIYEVA<<GUNAY',
  'ALIEVA<<GIUNAI<RASHID<KYZY',
  'ALIYEV<<GUNAY',
])('%s is Əliyeva Günay Rəşid qızı', (mrzName) => {
  expect(mrzAgreement({ ...gunay, mrzName })).toBe('agrees')
})

test.each(['VALIYEVA<<GUNAY', 'ALIYEVA<<GUNEL', 'ALIYEVA', 'GUNAY<<ALIYEVA', 'ALIYEVA<<GUNAY<RASHAD<QIZI'])(
  '%s is not, and is only told',
  (mrzName) => {
    expect(mrzAgreement({ ...gunay, mrzName })).toBe('differs')
  },
)

test('the name as printed goes before the name as given', () => {
  const printedName = { familyName: 'MƏMMƏDOVA', givenNames: 'GÜNAY' }
  expect(mrzAgreement({ ...gunay, printedName, mrzName: 'MAMMADOVA<<GUNAY' })).toBe('agrees')
  expect(mrzAgreement({ ...gunay, printedName, mrzName: 'ALIYEVA<<GUNAY' })).toBe('differs')
})

test('a name that was too long for the zone agrees as far as it goes', () => {
  const long = { familyName: 'Əliyeva-Şıxlinskaya-Məmmədova', givenNames: 'Çiçəkgül', patronymic: 'Məhəmmədhüseyn qızı' }
  for (const format of ['TD1', 'TD2', 'TD3'] as const) {
    expect(mrzAgreement({ ...long, mrzName: mrzNameFieldOf(long, format) })).toBe('agrees')
  }
})

test('one name is compared as one', () => {
  expect(mrzAgreement({ familyName: 'Arzu', mrzName: 'ARZU<<<<' })).toBe('agrees')
})

test('without a zone there is nothing to compare', () => {
  expect(mrzAgreement(gunay)).toBe('nothing-to-compare')
})
