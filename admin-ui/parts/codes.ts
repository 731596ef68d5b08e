/** Codes of the standard in words, as its code lists have them. */
import type { Language } from '#admin-ui/texts/language.ts'

interface Codes {
  readonly codes: Readonly<Record<string, readonly [en: string, az: string]>>
}

/** The standard itself speaks two languages; whoever reads another one reads its English. */
const PLACES: Partial<Record<Language, number>> = { az: 1 }

export const codeIn = (list: Codes, code: string, language: Language): string => list.codes[code]?.[PLACES[language] ?? 0] ?? code
