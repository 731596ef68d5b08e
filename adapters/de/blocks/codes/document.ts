/** Documents and what they prove. */
import { coded, codedAs, own } from './coded.ts'

/** Codes of the agreement's annexes 1 to 4, as they are. */
export const nachweisart = codedAs(own('nachweisart'))

export const dokumentart = coded(own('dokumentart'), {
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

export const reisedokument = coded(own('reisedokument'), {
  HELD_DOCUMENT: 'vorhandenesDokument',
  RETURN_CERTIFICATE: 'rueckkehrausweis',
  EU_TRAVEL_DOCUMENT: 'euReisedokument',
})

export const versagungsgrund = coded(own('versagungsgrund'), {
  IDENTITY_DOUBTFUL: 'identitaetZweifelhaft',
  NATIONALITY_DOUBTFUL: 'staatsangehoerigkeitZweifelhaft',
  NO_APPROVAL: 'zustimmungFehlt',
  PHOTO_UNSUITABLE: 'lichtbildUngeeignet',
  VALID_DOCUMENT_HELD: 'gueltigesDokumentVorhanden',
  OTHER: 'anderer',
})

export const erneuerungsgrund = coded(own('erneuerungsgrund'), {
  EXPIRED: 'abgelaufen',
  EXPIRES_BEFORE_TRANSFER: 'laeuftVorUeberstellungAb',
  LOST: 'verloren',
  DAMAGED: 'beschaedigt',
  WRONG_PARTICULARS: 'angabenFalsch',
})
