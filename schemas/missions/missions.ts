/**
 * Diplomatic missions that interview and issue travel documents, by the code that messages name them with: whose (ISO 3166-1 alpha-3), and the UN/LOCODE of the seat.
 * Data, no part of the schema: a mission that opens or moves needs no new version of the standard. One that is not here is told, never refused.
 */
import type { Sourced } from '#schemas/agreements/rule-set.ts'
import type { Words } from '#schemas/words.ts'
import { AZERBAIJAN } from './azerbaijan.ts'

/** Grows with every change of the data. */
export const MISSIONS_VERSION = '2026-11-22'

export interface Mission extends Pick<Sourced, 'confidence' | 'source'> {
  readonly seat: Words
}

export const MISSIONS: { readonly [code: string]: Mission } = { ...AZERBAIJAN }
