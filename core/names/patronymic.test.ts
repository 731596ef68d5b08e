import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fatherOf, splitPatronymic } from './patronymic.ts'

test.each([
  ['Günay Rəşid qızı', 'Günay', 'Rəşid qızı'],
  ['RƏŞAD İLQAR OĞLU', 'RƏŞAD', 'İLQAR OĞLU'],
  ['GUNAY RASHID GIZI', 'GUNAY', 'RASHID GIZI'],
  ['Ҝүнај Рәшид гызы', 'Ҝүнај', 'Рәшид гызы'],
  ['Ильгар Шахин оглы', 'Ильгар', 'Шахин оглы'],
  ['Rashad Ilgar-oglu', 'Rashad', 'Ilgar-oglu'],
  ['Leyla Rəşidqızı', 'Leyla', 'Rəşidqızı'],
  ['Əli Rza İlqar oğlu', 'Əli Rza', 'İlqar oğlu'],
  ['Айсель Рашидовна', 'Айсель', 'Рашидовна'],
  ['Elçin Musayeviç', 'Elçin', 'Musayeviç'],
])('%s is %s and %s', (written, givenNames, patronymic) => {
  expect(splitPatronymic(written)).toEqual({ givenNames, patronymic })
})

test('a patronymic alone leaves no given name', () => {
  expect(splitPatronymic('Rəşid qızı')).toEqual({ patronymic: 'Rəşid qızı' })
})

test.each(['Günay', 'Əli Rza', 'Петровна', 'Qızı', 'Oğlu', 'Nərgiz'])('%s is given names and nothing else', (givenNames) => {
  expect(splitPatronymic(givenNames)).toEqual({ givenNames })
})

test.each([
  ['Rəşid qızı', 'Rəşid', 'daughter'],
  ['İLQAR OĞLU', 'İLQAR', 'son'],
  ['Рашидовна', 'Рашид', 'daughter'],
  ['Musayevich', 'Musa', 'son'],
  ['Musayevna', 'Musa', 'daughter'],
])('%s: the father is %s, the child a %s', (patronymic, name, childIs) => {
  expect(fatherOf(patronymic)).toEqual({ name, childIs })
})

test('a father is not invented', () => {
  expect(fatherOf('Rəşid')).toBeUndefined()
})

test('nothing of a name is lost, whatever is split off', () => {
  const word = fc.constantFrom('Günay', 'İlqar', 'Rəşid', 'qızı', 'OĞLU', 'оглы', 'Рашидовна', 'Əli-Rza', 'ogly', '-')
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
      const { givenNames, patronymic } = splitPatronymic(words.join(' '))
      expect([givenNames, patronymic].filter((part) => part !== undefined).join(' ')).toBe(words.join(' '))
    }),
    { numRuns: 300 },
  )
})
