import { describe, expect, test } from 'vitest'
import { matchingKeysOf, mayBeSameName } from './matching-keys.ts'

test('Əliyev, Aliyev, Aliev, Алиев, ALIYEV, Eliyev and Әлијев share a key', () => {
  const [first = [], ...others] = ['Əliyev', 'Aliyev', 'Aliev', 'Алиев', 'ALIYEV', 'Eliyev', 'Әлијев'].map(matchingKeysOf)
  expect(first.filter((key) => others.every((keys) => keys.includes(key)))).not.toEqual([])
})

describe.each([
  ['Hüseynov', ['Huseynov', 'HUESEYNOV', 'Гусейнов', 'Guseinov', 'Gusejnow', 'Һүсејнов', 'HUSEYNOVA']],
  ['Cəfərov', ['Jafarov', 'CAFAROV', 'CEFEROV', 'Джафаров', 'Dzhafarov', 'Djafarov', 'Dschafarow']],
  ['Xəlilov', ['Khalilov', 'Halilov', 'Халилов', 'Xalilov']],
  ['Qasımov', ['Gasimov', 'Qasimov', 'Касымов', 'Kasymov']],
  ['Şahin', ['SAHIN', 'Shahin', 'Шахин', 'Schahin', 'Шаһин']],
  ['Çiçək', ['CICEK', 'Chichak', 'Чичек', 'Tschitschek']],
  ['Günay', ['Gunay', 'GUENAY', 'Гюнай', 'Giunai', 'Gyunay', 'Ҝүнај']],
  ['Gözəl', ['Gozal', 'GOEZEL', 'Гёзал', 'Gezal']],
  ['Yəhya', ['Yahya', 'YEHYA', 'Яхья', 'Iakhia']],
  ['Məmmədov', ['Mamedov', 'Мамедов', 'Mammadova', 'MEMMEDOV']],
  ['Əli-Rza', ['Əli Rza', 'ALIRZA', 'Алирза']],
])('%s', (name, spellings) => {
  test.each(spellings)('may be %s', (spelling) => {
    expect(mayBeSameName(name, spelling)).toBe(true)
  })
})

test.each([
  ['Əliyev', 'Vəliyev'],
  ['Rəşad', 'Rəşid'],
  ['Kərimov', 'Kəlimov'],
  ['Günay', 'Günel'],
  ['Xəlilov', 'Cəlilov'],
  ['İlqar', 'İlham'],
])('%s is not %s', (one, other) => {
  expect(mayBeSameName(one, other)).toBe(false)
})

test('both letters i, in either case, are one', () => {
  expect(matchingKeysOf('İLQAR')).toEqual(matchingKeysOf('ilqar'))
  expect(matchingKeysOf('QIZI')).toEqual(matchingKeysOf('qızı'))
})

test('letters of other languages are read by their search form', () => {
  expect(mayBeSameName('Čapek', 'Capek')).toBe(true)
  expect(matchingKeysOf('ალიევი')).toEqual([])
})

test('a name of many readings has a bounded number of keys', () => {
  expect(matchingKeysOf('Qəcqəcköçgöçgicigcəkgəcəkqocagöz').length).toBeLessThanOrEqual(64)
})
