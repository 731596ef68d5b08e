/** Message types as the standard calls them. */

import type { Language } from '#admin-ui/texts/language.ts'
import { messageType } from '#schemas/codelists/exchange.ts'

const PLACES = { en: 0, az: 1 } as const satisfies Record<Language, number>
const CODES: Readonly<Record<string, readonly [string, string]>> = messageType.codes

export const TYPES = Object.keys(CODES)

export const typeOf = (type: string, language: Language): string => CODES[type]?.[PLACES[language]] ?? type
