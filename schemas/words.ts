/**
 * What the standard says to people, in both languages. Definitions of records and fields stand in the model in English; their Azerbaijani is looked up by the
 * English, so that a term is the same wherever it is used. A definition that is not in the tables does not compile.
 */
import { APPLICATION } from './azerbaijani/application.ts'
import { COOPERATION } from './azerbaijani/cooperation.ts'
import { EXCHANGE } from './azerbaijani/exchange.ts'
import { PERSON } from './azerbaijani/person.ts'
import { TRANSFER } from './azerbaijani/transfer.ts'

export type Words = readonly [en: string, az: string]

export const TABLES = [EXCHANGE, PERSON, APPLICATION, TRANSFER, COOPERATION] as const

const AZERBAIJANI = { ...EXCHANGE, ...PERSON, ...APPLICATION, ...TRANSFER, ...COOPERATION } as const

/** English text of a definition. */
export type Definition = keyof typeof AZERBAIJANI

export const wordsOf = (definition: Definition): Words => [definition, AZERBAIJANI[definition]]
