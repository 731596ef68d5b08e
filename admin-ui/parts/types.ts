/** Message types as the standard calls them. */
import type { Language } from '#admin-ui/texts/language.ts'
import { messageType } from '#schemas/codelists/exchange.ts'
import { codeIn } from './codes.ts'

export const TYPES = Object.keys(messageType.codes)

export const typeOf = (type: string, language: Language): string => codeIn(messageType, type, language)
