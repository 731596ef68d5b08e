/** Journeys: transfer, arrival, transit. */
import { coded } from './coded.ts'

export const vervoermiddel = coded('vervoermiddel', {
  AIR: 'lucht',
  LAND: 'land',
  SEA: 'zee',
})

export const begeleidersrol = coded('begeleidersrol', {
  SECURITY: 'beveiliging',
  MEDICAL: 'medisch',
  INTERPRETER: 'tolk',
  OBSERVER: 'waarnemer',
})

export const overdrachtsantwoord = coded('overdrachtsantwoord', {
  ACCEPTED: 'akkoord',
  OBJECTION: 'bezwaar',
})

export const bezwaargrond = coded('bezwaargrond', {
  SHORT_NOTICE: 'te_kort_van_tevoren',
  BORDER_POINT: 'grensdoorlaatpost',
  TIME: 'tijdstip',
  DOCUMENTS: 'documenten',
  ESCORTS: 'begeleiding',
  OTHER: 'anders',
})

export const annuleringsgrond = coded('annuleringsgrond', {
  ABSCONDED: 'met_onbekende_bestemming_vertrokken',
  HEALTH: 'gezondheid',
  LEGAL_OBSTACLE: 'juridisch_beletsel',
  DOCUMENTS: 'documenten',
  TRANSPORT: 'vervoer',
  OBJECTION: 'bezwaar',
  OTHER: 'anders',
})

export const aankomstresultaat = coded('aankomstresultaat', {
  ARRIVED: 'aangekomen',
  NO_SHOW: 'niet_verschenen',
  REFUSED_ENTRY: 'toegang_geweigerd',
})

export const doorreisgrond = coded('doorreisgrond', {
  PERSECUTION_RISK: 'vervolgingsgevaar',
  CRIMINAL_PROSECUTION: 'strafvervolging',
  PUBLIC_HEALTH: 'volksgezondheid',
  SECURITY: 'veiligheid',
  PUBLIC_ORDER: 'openbare_orde',
  OTHER: 'anders',
})
