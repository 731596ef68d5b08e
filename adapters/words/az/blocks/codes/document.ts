/** Documents and what they prove. */
import { coded } from './coded.ts'

export const senedNovu = coded('senedNovu', {
  PASSPORT: 'pasport',
  IDENTITY_CARD: 'sexsiyyetVesiqesi',
  RETURN_CERTIFICATE: 'qayidisSehadetnamesi',
  EU_TRAVEL_DOCUMENT: 'aiSeyahetSenedi',
  SEAMANS_BOOK: 'denizciKitabcasi',
  SERVICE_BOOK: 'herbiBilet',
  DRIVING_LICENCE: 'suruculukVesiqesi',
  BIRTH_CERTIFICATE: 'dogumSehadetnamesi',
  RESIDENCE_PERMIT: 'yasayisIcazesi',
  VISA: 'viza',
  OTHER: 'diger',
})

export const seyahetSenedi = coded('seyahetSenedi', {
  HELD_DOCUMENT: 'movcudSened',
  RETURN_CERTIFICATE: 'qayidisSehadetnamesi',
  EU_TRAVEL_DOCUMENT: 'aiSeyahetSenedi',
})

export const imtinaEsasi = coded('imtinaEsasi', {
  IDENTITY_DOUBTFUL: 'sexsiyyetSubhelidir',
  NATIONALITY_DOUBTFUL: 'vetendasliqSubhelidir',
  NO_APPROVAL: 'raziliqYoxdur',
  PHOTO_UNSUITABLE: 'fotosekilYararsizdir',
  VALID_DOCUMENT_HELD: 'etibarliSenedVar',
  OTHER: 'diger',
})

export const yenilenmeSebebi = coded('yenilenmeSebebi', {
  EXPIRED: 'muddetiBitib',
  EXPIRES_BEFORE_TRANSFER: 'tehvildenEvvelBitir',
  LOST: 'itirilib',
  DAMAGED: 'zedelenib',
  WRONG_PARTICULARS: 'melumatlarSehvdir',
})
