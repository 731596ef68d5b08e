/** Documents and what they prove. */
import { coded } from './coded.ts'

export const documentsoort = coded('documentsoort', {
  PASSPORT: 'paspoort',
  IDENTITY_CARD: 'identiteitskaart',
  RETURN_CERTIFICATE: 'terugkeercertificaat',
  EU_TRAVEL_DOCUMENT: 'eu_reisdocument',
  SEAMANS_BOOK: 'zeemansboekje',
  SERVICE_BOOK: 'militair_zakboekje',
  DRIVING_LICENCE: 'rijbewijs',
  BIRTH_CERTIFICATE: 'geboorteakte',
  RESIDENCE_PERMIT: 'verblijfsvergunning',
  VISA: 'visum',
  OTHER: 'anders',
})

export const reisdocument = coded('reisdocument', {
  HELD_DOCUMENT: 'aanwezig_document',
  RETURN_CERTIFICATE: 'terugkeercertificaat',
  EU_TRAVEL_DOCUMENT: 'eu_reisdocument',
})

export const weigeringsgrondReisdocument = coded('weigeringsgrondReisdocument', {
  IDENTITY_DOUBTFUL: 'twijfel_identiteit',
  NATIONALITY_DOUBTFUL: 'twijfel_nationaliteit',
  NO_APPROVAL: 'geen_inwilliging',
  PHOTO_UNSUITABLE: 'foto_ongeschikt',
  VALID_DOCUMENT_HELD: 'geldig_document_aanwezig',
  OTHER: 'anders',
})

export const vernieuwingsgrond = coded('vernieuwingsgrond', {
  EXPIRED: 'verlopen',
  EXPIRES_BEFORE_TRANSFER: 'verloopt_voor_overdracht',
  LOST: 'verloren',
  DAMAGED: 'beschadigd',
  WRONG_PARTICULARS: 'onjuiste_gegevens',
})
