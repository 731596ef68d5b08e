import { expect, test } from 'vitest'
import { lowerOf, upperOf } from './casing.ts'

test('in Azerbaijani the dotted and the dotless i stay two letters, both ways', () => {
  expect(upperOf('Əlixan Sarıyev', 'az-Latn')).toBe('ƏLİXAN SARIYEV')
  expect(lowerOf('ƏLİXAN SARIYEV', 'az-Latn')).toBe('əlixan sarıyev')
})

test('elsewhere there is one i', () => {
  expect(upperOf('Ilkin', 'ru-Latn')).toBe('ILKIN')
  expect(lowerOf('ILKIN', 'ru-Latn')).toBe('ilkin')
})

test('Cyrillic letters that only Azerbaijani has are cased', () => {
  expect(upperOf('һүҹҝәөғј', 'az-Cyrl')).toBe('ҺҮҸҜӘӨҒЈ')
})
