/** Which authorities of a state may send which messages. */
import type { MessageType } from '#schemas/generated/types.ts'
import type { Words } from '#schemas/words.ts'
import type { Sourced } from './rule-set.ts'

/** What a party is competent for in its state; one party may be all of it. */
export const AUTHORITY_ROLES = {
  CENTRAL: ['Central authority: applications and decisions', 'Mərkəzi orqan: müraciətlər və qərarlar'],
  MISSION: [
    'Diplomatic mission or consulate: interviews and travel documents',
    'Diplomatik nümayəndəlik və ya konsulluq: müsahibələr və səyahət sənədləri',
  ],
  REGISTER: ['Identity register', 'Şəxsiyyət reyestri'],
  BORDER: ['Border authority: transfers and arrivals', 'Sərhəd orqanı: təhvil və gəliş'],
} as const satisfies { readonly [role: string]: Words }

export type AuthorityRole = keyof typeof AUTHORITY_ROLES

export interface Competence extends Sourced {
  /** A type without a row may come from any authority of a case. */
  readonly types: { readonly [type in MessageType]?: readonly AuthorityRole[] }
}
