/** Documents and what they prove. */
import { trilingual } from './coded.ts'

export const typeDocument = trilingual('typeDocument', {
  PASSPORT: ['passeport', 'paspoort', 'reisepass'],
  IDENTITY_CARD: ['carteIdentite', 'identiteitskaart', 'personalausweis'],
  RETURN_CERTIFICATE: ['certificatRetour', 'terugkeercertificaat', 'rueckkehrausweis'],
  EU_TRAVEL_DOCUMENT: ['documentVoyageUE', 'euReisdocument', 'euReisedokument'],
  SEAMANS_BOOK: ['livretMarin', 'zeemansboek', 'seefahrtbuch'],
  SERVICE_BOOK: ['livretMilitaire', 'militairZakboekje', 'wehrpass'],
  DRIVING_LICENCE: ['permisConduire', 'rijbewijs', 'fuehrerschein'],
  BIRTH_CERTIFICATE: ['acteNaissance', 'geboorteakte', 'geburtsurkunde'],
  RESIDENCE_PERMIT: ['titreSejour', 'verblijfstitel', 'aufenthaltstitel'],
  VISA: ['visa', 'visum', 'visum'],
  OTHER: ['autre', 'andere', 'anderes'],
})

export const documentVoyage = trilingual('documentVoyage', {
  HELD_DOCUMENT: ['documentDetenu', 'documentInBezit', 'vorhandenesDokument'],
  RETURN_CERTIFICATE: ['certificatRetour', 'terugkeercertificaat', 'rueckkehrausweis'],
  EU_TRAVEL_DOCUMENT: ['documentVoyageUE', 'euReisdocument', 'euReisedokument'],
})

export const motifRefus = trilingual('motifRefus', {
  IDENTITY_DOUBTFUL: ['identiteDouteuse', 'identiteitTwijfelachtig', 'identitaetZweifelhaft'],
  NATIONALITY_DOUBTFUL: ['nationaliteDouteuse', 'nationaliteitTwijfelachtig', 'staatsangehoerigkeitZweifelhaft'],
  NO_APPROVAL: ['pasAccord', 'geenAkkoord', 'zustimmungFehlt'],
  PHOTO_UNSUITABLE: ['photoInadequate', 'fotoOngeschikt', 'lichtbildUngeeignet'],
  VALID_DOCUMENT_HELD: ['detientDocumentValable', 'houderGeldigDocument', 'gueltigesDokumentVorhanden'],
  OTHER: ['autre', 'andere', 'anderer'],
})

export const motifRenouvellement = trilingual('motifRenouvellement', {
  EXPIRED: ['expire', 'verlopen', 'abgelaufen'],
  EXPIRES_BEFORE_TRANSFER: ['expireAvantTransfert', 'verlooptVoorOverdracht', 'laeuftVorUeberstellungAb'],
  LOST: ['perdu', 'verloren', 'verloren'],
  DAMAGED: ['endommage', 'beschadigd', 'beschaedigt'],
  WRONG_PARTICULARS: ['donneesErronees', 'verkeerdeGegevens', 'angabenFalsch'],
})
