/**
 * Code lists of the German side. In XÖV a code is an element that names its list and holds the key in `code`. Keys of `geschlecht` and `familienstand` are
 * those of DSMeld; all other keys are assumptions of this adapter.
 */
import { code, renamed } from '#core/mapping/formats.ts'
import { type Marked, marked } from '#core/mapping/rows.ts'

const LISTS = 'urn:korpu:dialekt:de:codeliste:'

/** A coded element at a path. Without `keys` the canonical codes stand on the wire. */
function coded(list: string, keys?: Readonly<Record<string, string>>): (path: string) => Marked {
  const format = keys && code(list, keys)
  return (path) => marked(`${path}/code`, marksOf(path, list), format)
}

const marksOf = (path: string, list: string) => ({ [`${path}/@listURI`]: LISTS + list, [`${path}/@listVersionID`]: '1' })

export const nachrichtentyp = coded('nachrichtentyp', {
  'readmission-application': '0101',
  acknowledgement: '0102',
  'information-request': '0103',
  'information-response': '0104',
  'readmission-reply': '0105',
  'transfer-notification': '0201',
  'arrival-confirmation': '0202',
  'delivery-notice': '0901',
})

/** ICAO Doc 9303-3, as in machine-readable zones: Germany is `D`, where ISO 3166-1 says `DEU`. */
export const staat = (path: string): Marked => marked(`${path}/code`, marksOf(path, 'staat'), renamed('staat', { DEU: 'D' }))

export const verfahren = coded('verfahren', { NORMAL: 'regulaer', ACCELERATED: 'beschleunigt' })

export const personengruppe = coded('personengruppe', {
  OWN_NATIONAL: 'eigenerStaatsangehoeriger',
  FORMER_NATIONAL: 'frueherStaatsangehoeriger',
  FAMILY_SPOUSE: 'ehegatte',
  FAMILY_CHILD: 'kind',
  THIRD_COUNTRY_NATIONAL: 'drittstaatsangehoeriger',
  STATELESS: 'staatenloser',
})

export const geschlecht = coded('geschlecht', { F: 'w', M: 'm', X: 'x' })

export const familienstand = coded('familienstand', {
  SINGLE: 'LD',
  MARRIED: 'VH',
  DIVORCED: 'GS',
  WIDOWED: 'VW',
  PARTNERSHIP: 'LP',
  UNKNOWN: 'NB',
})

export const augenfarbe = coded('augenfarbe', {
  BLACK: 'schwarz',
  BLUE: 'blau',
  BROWN: 'braun',
  GREEN: 'gruen',
  GREY: 'grau',
  HAZEL: 'haselnussbraun',
  OTHER: 'andere',
})

export const kennzeichenart = coded('kennzeichenart', {
  FIN: 'FIN',
  NATIONAL_NUMBER: 'nationaleNummer',
  FOREIGNERS_FILE: 'azrNummer',
  OTHER: 'andere',
})

/** Codes of the agreement's annexes 1 to 4, as they are. */
export const nachweisart = coded('nachweisart')

export const dokumentart = coded('dokumentart', {
  PASSPORT: 'reisepass',
  IDENTITY_CARD: 'personalausweis',
  RETURN_CERTIFICATE: 'rueckkehrausweis',
  EU_TRAVEL_DOCUMENT: 'euReisedokument',
  SEAMANS_BOOK: 'seefahrtbuch',
  SERVICE_BOOK: 'wehrpass',
  DRIVING_LICENCE: 'fuehrerschein',
  BIRTH_CERTIFICATE: 'geburtsurkunde',
  RESIDENCE_PERMIT: 'aufenthaltstitel',
  VISA: 'visum',
  OTHER: 'anderes',
})

export const reisedokument = coded('reisedokument', {
  HELD_DOCUMENT: 'vorhandenesDokument',
  RETURN_CERTIFICATE: 'rueckkehrausweis',
  EU_TRAVEL_DOCUMENT: 'euReisedokument',
})

export const vollstaendigkeit = coded('vollstaendigkeit', { COMPLETE: 'vollstaendig', INCOMPLETE: 'unvollstaendig' })

export const fehlendeAngabe = coded('fehlendeAngabe', {
  IDENTITY: 'personalien',
  PHOTO: 'lichtbild',
  EVIDENCE: 'nachweis',
  COPIES: 'kopien',
  TRANSLATION: 'uebersetzung',
  DATE_OF_KNOWLEDGE: 'kenntnisdatum',
  APPREHENSION: 'aufgriff',
  FAMILY: 'angehoerige',
  OTHER: 'andere',
})

export const fragegegenstand = coded('fragegegenstand', {
  IDENTITY: 'identitaet',
  NATIONALITY: 'staatsangehoerigkeit',
  ADDRESS: 'anschrift',
  FAMILY: 'angehoerige',
  DOCUMENT: 'dokument',
  ITINERARY: 'reiseweg',
  PHOTO: 'lichtbild',
  TRANSFER: 'ueberstellung',
  OTHER: 'andere',
})

export const entscheidung = coded('entscheidung', { APPROVED: 'zustimmung', REFUSED: 'ablehnung' })

export const ablehnungsgrund = coded('ablehnungsgrund', {
  NATIONALITY_NOT_ESTABLISHED: 'staatsangehoerigkeitNichtFestgestellt',
  NATIONALITY_REBUTTED: 'staatsangehoerigkeitWiderlegt',
  IDENTITY_NOT_ESTABLISHED: 'identitaetNichtFestgestellt',
  CONDITIONS_NOT_MET: 'voraussetzungenFehlen',
  RIGHT_OF_RESIDENCE: 'aufenthaltsrecht',
  FORGED_EVIDENCE: 'nachweisGefaelscht',
  TIME_LIMIT: 'fristAbgelaufen',
  OTHER: 'anderer',
})

export const verkehrsmittel = coded('verkehrsmittel', { AIR: 'luft', LAND: 'land', SEA: 'see' })

export const begleitfunktion = coded('begleitfunktion', {
  SECURITY: 'sicherheit',
  MEDICAL: 'medizin',
  INTERPRETER: 'dolmetscher',
  OBSERVER: 'beobachter',
})

export const ankunftsergebnis = coded('ankunftsergebnis', {
  ARRIVED: 'eingetroffen',
  NO_SHOW: 'nichtErschienen',
  REFUSED_ENTRY: 'einreiseVerweigert',
})

export const zustellereignis = coded('zustellereignis', {
  ContentHandover: 'zugestellt',
  ConsignmentRejection: 'annahmeVerweigert',
  ContentHandoverFailure: 'nichtZustellbar',
  ContentConsignmentFailure: 'abgelaufen',
})
