/** Documents and what they prove. */
import { coded } from './coded.ts'

export const dokumentart = coded('Dokumentart', {
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

export const reisedokument = coded('Reisedokument', {
  HELD_DOCUMENT: 'vorhandenesDokument',
  RETURN_CERTIFICATE: 'rueckkehrausweis',
  EU_TRAVEL_DOCUMENT: 'euReisedokument',
})

export const versagungsgrund = coded('Versagungsgrund', {
  IDENTITY_DOUBTFUL: 'identitaetZweifelhaft',
  NATIONALITY_DOUBTFUL: 'staatsangehoerigkeitZweifelhaft',
  NO_APPROVAL: 'zustimmungFehlt',
  PHOTO_UNSUITABLE: 'lichtbildUngeeignet',
  VALID_DOCUMENT_HELD: 'gueltigesDokumentVorhanden',
  OTHER: 'anderer',
})

export const erneuerungsgrund = coded('Erneuerungsgrund', {
  EXPIRED: 'abgelaufen',
  EXPIRES_BEFORE_TRANSFER: 'laeuftVorUeberstellungAb',
  LOST: 'verloren',
  DAMAGED: 'beschaedigt',
  WRONG_PARTICULARS: 'angabenFalsch',
})
