import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LETTER_TABLES } from './letter-tables.ts'
import { transliterate } from './transliterate.ts'

const certainly = (text: string) => ({ text, certain: true })

describe('Azerbaijani Cyrillic and Latin', () => {
  test.each([
    ['Әлијева Ҝүнај Рәшид гызы', 'Əliyeva Günay Rəşid qızı'],
    ['Һүсејнов Чинҝиз', 'Hüseynov Çingiz'],
    ['ИСМАЈЫЛОВ ИЛГАР', 'İSMAYILOV İLQAR'],
    ['Ҹәфәров Өмәр Ғүдрәт', 'Cəfərov Ömər Ğüdrət'],
  ])('%s is %s, and back', (cyrillic, latin) => {
    expect(transliterate(cyrillic, 'az-Cyrl', 'az-Latn')).toEqual(certainly(latin))
    expect(transliterate(latin, 'az-Latn', 'az-Cyrl')).toEqual(certainly(cyrillic))
  })

  test('every letter of either alphabet has exactly one counterpart', () => {
    const letters = Object.entries(LETTER_TABLES.find(({ from }) => from === 'az-Cyrl')?.letters ?? {})
    expect(letters).toHaveLength(32)
    expect(new Set(letters.map(([, latin]) => latin)).size).toBe(32)
  })

  test('any text of the alphabet comes back as it was', () => {
    const latin = fc.string({
      unit: fc.constantFrom(...Array.from('abcçdeəfgğhxıijkqlmnoöprsştuüvyzABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ -')),
      maxLength: 20,
    })
    fc.assert(
      fc.property(latin, (text) => {
        const there = transliterate(text, 'az-Latn', 'az-Cyrl')
        expect(there.certain).toBe(true)
        expect(transliterate(there.text, 'az-Cyrl', 'az-Latn')).toEqual(certainly(text))
      }),
      { numRuns: 300 },
    )
  })

  test('letters out of use are read, but not written', () => {
    expect(transliterate('Юсиф Яһја', 'az-Cyrl', 'az-Latn').text).toBe('Yusif Yahya')
    expect(transliterate('Yusif', 'az-Latn', 'az-Cyrl')).toEqual(certainly('Јусиф'))
  })
})

describe('Russian Cyrillic and the Latin of travel documents', () => {
  test.each([
    ['Алиев', 'Aliev'],
    ['Щеглова Юлия', 'Shcheglova Iuliia'],
    ['ЩЕГЛОВА', 'SHCHEGLOVA'],
    ['Гусейнов-Хасанов Фёдор', 'Guseinov-Khasanov Fedor'],
    ['Подъячев Игорь Цой', 'Podieiachev Igor Tsoi'],
  ])('%s is %s (ICAO Doc 9303-3, section 6)', (cyrillic, latin) => {
    expect(transliterate(cyrillic, 'ru-Cyrl', 'ru-Latn')).toEqual(certainly(latin))
  })

  test('back it is the usual spelling, and says when it is a guess', () => {
    expect(transliterate('Shcheglova', 'ru-Latn', 'ru-Cyrl')).toEqual({ text: 'Щеглова', certain: false })
    expect(transliterate('Zhukov', 'ru-Latn', 'ru-Cyrl')).toEqual(certainly('Жуков'))
  })
})

test.each([
  ['Əliyev', 'Алиев'],
  ['Elçin', 'Элчин'],
  ['Günay', 'Гюнай'],
  ['Çiçək Cəfərova', 'Чичак Джафарова'],
  ['ƏLİYEV İLQAR', 'АЛИЕВ ИЛГАР'],
])('%s in Russian papers is usually %s, which nobody may take for certain', (azerbaijani, russian) => {
  expect(transliterate(azerbaijani, 'az-Latn', 'ru-Cyrl')).toEqual({ text: russian, certain: false })
})

test('from Russian to Azerbaijani the usual spelling is a guess: а may be a or ə', () => {
  expect(transliterate('Асад', 'ru-Cyrl', 'az-Latn')).toEqual({ text: 'Asad', certain: false })
})

test('a letter that the table does not know stays, and is not certain', () => {
  expect(transliterate('Wəli', 'az-Latn', 'az-Cyrl')).toEqual({ text: 'Wәли', certain: false })
})

test('what is no letter stays and changes nothing', () => {
  expect(transliterate("Əli-Rza  D'Ağır 2", 'az-Latn', 'az-Cyrl')).toEqual(certainly("Әли-Рза  Д'Ағыр 2"))
})

test('there is no way from a language to itself', () => {
  expect(() => transliterate('Əli', 'az-Latn', 'az-Latn')).toThrow(RangeError)
})

test('every table says where it was read and how sure it is', () => {
  for (const { source, confidence } of LETTER_TABLES) {
    expect(source).not.toBe('')
    expect(['V', 'GK']).toContain(confidence)
  }
})
