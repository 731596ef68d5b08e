/** How an application is made, examined, decided and ended. */
import { coded } from './coded.ts'

export const procedure = coded('procedure', {
  NORMAL: 'regulier',
  ACCELERATED: 'versneld',
})

export const volledigheid = coded('volledigheid', {
  COMPLETE: 'volledig',
  INCOMPLETE: 'onvolledig',
})

export const ontbrekendGegeven = coded('ontbrekendGegeven', {
  IDENTITY: 'identiteit',
  PHOTO: 'foto',
  EVIDENCE: 'bewijsmiddel',
  COPIES: 'kopieen',
  TRANSLATION: 'vertaling',
  DATE_OF_KNOWLEDGE: 'datum_bekendheid',
  APPREHENSION: 'staandehouding',
  FAMILY: 'gezin',
  OTHER: 'anders',
})

export const vraagonderwerp = coded('vraagonderwerp', {
  IDENTITY: 'identiteit',
  NATIONALITY: 'nationaliteit',
  ADDRESS: 'adres',
  FAMILY: 'gezin',
  DOCUMENT: 'document',
  ITINERARY: 'reisroute',
  PHOTO: 'foto',
  TRANSFER: 'overdracht',
  OTHER: 'anders',
})

export const interviewvorm = coded('interviewvorm', {
  IN_PERSON: 'in_persoon',
  VIDEO: 'video',
  TELEPHONE: 'telefoon',
})

export const interviewresultaat = coded('interviewresultaat', {
  NATIONALITY_CONFIRMED: 'nationaliteit_bevestigd',
  NOT_CONFIRMED: 'niet_bevestigd',
  INCONCLUSIVE: 'onbeslist',
  NO_SHOW: 'niet_verschenen',
})

export const verlengingsgrond = coded('verlengingsgrond', {
  LEGAL_OBSTACLE: 'juridisch_beletsel',
  FACTUAL_OBSTACLE: 'feitelijk_beletsel',
})

export const besluit = coded('besluit', {
  APPROVED: 'ingewilligd',
  REFUSED: 'geweigerd',
})

export const weigeringsgrond = coded('weigeringsgrond', {
  NATIONALITY_NOT_ESTABLISHED: 'nationaliteit_niet_vastgesteld',
  NATIONALITY_REBUTTED: 'nationaliteit_weerlegd',
  IDENTITY_NOT_ESTABLISHED: 'identiteit_niet_vastgesteld',
  CONDITIONS_NOT_MET: 'niet_aan_voorwaarden_voldaan',
  RIGHT_OF_RESIDENCE: 'verblijfsrecht',
  FORGED_EVIDENCE: 'vervalst_bewijs',
  TIME_LIMIT: 'termijn_verstreken',
  OTHER: 'anders',
})

export const grondVergissing = coded('grondVergissing', {
  NOT_A_NATIONAL: 'geen_onderdaan',
  OTHER_PERSON: 'andere_persoon',
  CONDITIONS_NOT_MET: 'niet_aan_voorwaarden_voldaan',
  FORGED_EVIDENCE: 'vervalst_bewijs',
  OTHER: 'anders',
})

export const grondAfwijzingVergissing = coded('grondAfwijzingVergissing', {
  CONDITIONS_MET: 'aan_voorwaarden_voldaan',
  OUT_OF_TIME: 'termijn_verstreken',
  NOT_SHOWN: 'niet_aangetoond',
  OTHER: 'anders',
})

export const beeindigingsgrond = coded('beeindigingsgrond', {
  VOLUNTARY_DEPARTURE: 'vrijwillig_vertrek',
  ABSCONDED: 'met_onbekende_bestemming_vertrokken',
  RESIDENCE_GRANTED: 'verblijf_toegestaan',
  COURT_ORDER: 'rechterlijke_uitspraak',
  DECEASED: 'overleden',
  DUPLICATE: 'dubbele_zaak',
  TRANSFERRED: 'overgedragen',
  TIME_LIMIT_PASSED: 'termijn_verstreken',
  OTHER: 'anders',
})
