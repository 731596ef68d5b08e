/** Documents and what they prove. */
import { coded } from './coded.ts'

export const rodzajDokumentu = coded('rodzajDokumentu', {
  PASSPORT: 'paszport',
  IDENTITY_CARD: 'dowodOsobisty',
  RETURN_CERTIFICATE: 'swiadectwoPowrotu',
  EU_TRAVEL_DOCUMENT: 'dokumentPodrozyUE',
  SEAMANS_BOOK: 'ksiazeczkaZeglarska',
  SERVICE_BOOK: 'ksiazeczkaWojskowa',
  DRIVING_LICENCE: 'prawoJazdy',
  BIRTH_CERTIFICATE: 'aktUrodzenia',
  RESIDENCE_PERMIT: 'zezwolenieNaPobyt',
  VISA: 'wiza',
  OTHER: 'inny',
})

export const dokumentPodrozy = coded('dokumentPodrozy', {
  HELD_DOCUMENT: 'posiadanyDokument',
  RETURN_CERTIFICATE: 'swiadectwoPowrotu',
  EU_TRAVEL_DOCUMENT: 'dokumentPodrozyUE',
})

export const podstawaOdmowy = coded('podstawaOdmowy', {
  IDENTITY_DOUBTFUL: 'tozsamoscWatpliwa',
  NATIONALITY_DOUBTFUL: 'obywatelstwoWatpliwe',
  NO_APPROVAL: 'brakZgody',
  PHOTO_UNSUITABLE: 'fotografiaNieodpowiednia',
  VALID_DOCUMENT_HELD: 'posiadaWaznyDokument',
  OTHER: 'inna',
})

export const przyczynaOdnowienia = coded('przyczynaOdnowienia', {
  EXPIRED: 'uplywWaznosci',
  EXPIRES_BEFORE_TRANSFER: 'wygasaPrzedPrzekazaniem',
  LOST: 'utracony',
  DAMAGED: 'uszkodzony',
  WRONG_PARTICULARS: 'bledneDane',
})
