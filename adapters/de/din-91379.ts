/**
 * Characters of DIN 91379:2022-08, by its groups. From "DIN-91379-Characters-and-Sequences" (latin_list_1.3.txt, String-Latin, CC BY 4.0), rearranged.
 *
 * Names, addresses, references: data type C, all normative characters. Text with line breaks: data type E, which has quotation marks, Greek and Bulgarian
 * Cyrillic besides, with the dashes and the bullet that String-Latin proposes for continuous text; the norm itself says nothing about such text.
 */
import { repertoire } from '#core/mapping/repertoire.ts'

/** `bll`: Latin letters with a code point of their own. */
const LETTERS = `0041-005A 0061-007A 00C0-00D6 00D8-00F6 00F8-017E 0187-0188 018F 0197 01A0-01A1 01AF-01B0 01B7 01CD-01DC 01DE-01DF 01E2-01F0
  01F4-01F5 01F8-01FF 0212-0213 0218-021B 021E-021F 0227-0233 0259 0268 0292 1E02-1E03 1E06-1E07 1E0A-1E11 1E17 1E1C-1E2B 1E2F-1E37 1E3A-1E3B
  1E40-1E49 1E52-1E5B 1E5E-1E63 1E6A-1E6F 1E80-1E87 1E8C-1E97 1E9E 1EA0-1EF9`

/** `bll`: Latin letters that are written with combining marks. */
const SEQUENCES = `A̋ C̀ C̄ C̆ C̈ C̕ C̣ C̦ C̨̆ D̂ F̀ F̄ G̀ H̄ H̦ H̱ J́ J̌ K̀ K̂ K̄ K̇ K̕ K̛ K̦ K͟H K͟h L̂ L̥ L̥̄ L̦ M̀ M̂ M̆ M̐ N̂ N̄ N̆ N̦ P̀ P̄ P̕ P̣ R̆ R̥ R̥̄ S̀ S̄ S̛̄ S̱
  T̀ T̄ T̈ T̕ T̛ U̇ Z̀ Z̄ Z̆ Z̈ Z̧ a̋ c̀ c̄ c̆ c̈ c̕ c̣ c̦ c̨̆ d̂ f̀ f̄ g̀ h̄ h̦ j́ k̀ k̂ k̄ k̇ k̕ k̛ k̦ k͟h l̂ l̥ l̥̄ l̦ m̀ m̂ m̆ m̐ n̂ n̄ n̆ n̦ p̀ p̄ p̕ p̣ r̆ r̥ r̥̄ s̀ s̄ s̛̄ s̱ t̀ t̄ t̕ t̛
  u̇ z̀ z̄ z̆ z̈ z̧ Ç̆ Û̄ ç̆ û̄ ÿ́ Č̕ Č̣ č̕ č̣ ē̍ Ī́ ī́ ō̍ Ž̦ Ž̧ ž̦ ž̧ Ḳ̄ ḳ̄ Ṣ̄ ṣ̄ Ṭ̄ ṭ̄ Ạ̈ ạ̈ Ọ̈ ọ̈ Ụ̄ Ụ̈ ụ̄ ụ̈`.split(/\s+/)

/** `bnlreq`, `bnl`, `bnlopt`, `bnlnot`: digits, punctuation, signs and spaces. */
const NON_LETTERS = `0020 0027 002C-002E 0060 007E 00A8 00B4 00B7 02B9-02BA 02BE-02BF 02C8 02CC 2019 2021
  0021-0026 0028-002B 002F-0040 005B-005F 007B-007D 00A1-00A3 00A5 00A7 00A9-00AC 00AE-00B3 00B5-00B6 00B9-00BB 00BF 00D7 00F7 20AC
  00A4 00A6 00B8 00BC-00BE 0009-000A 000D 00A0`

/** `gl`, `cl`: Greek, and Cyrillic as Bulgarian needs it. */
const OTHER_SCRIPTS = '0386 0388-038A 038C 038E-03A1 03A3-03CE 040D 0410-042A 042C 042E-044A 044C 044E-044F 045D'

/** `enl`: typographic signs. */
const TYPOGRAPHY = `0192 02B0 02B3 02C6 02DC 02E2 1D48 1D57 2018 201A 201C-201E 2020 2026 2030 2032-2033 2039-203A 2070 2074-2079 207F-2089 2122 221E
  2264-2265`

/** En dash, em dash and bullet. */
const CONTINUOUS = '2013 2014 2022'

export const datatypeC = repertoire('DIN 91379, data type C', { ranges: `${LETTERS} ${NON_LETTERS}`, sequences: SEQUENCES })

export const continuousText = repertoire('DIN 91379, data type E, dashes and bullet', {
  ranges: `${LETTERS} ${NON_LETTERS} ${OTHER_SCRIPTS} ${TYPOGRAPHY} ${CONTINUOUS}`,
  sequences: SEQUENCES,
})
