/** What authorities settle beyond single cases: costs, data, lists, figures, support after return. */
import { coded } from './coded.ts'

export const xercNovu = coded('xercNovu', {
  TICKETS: 'biletler',
  CHARTER: 'carter',
  ESCORTS: 'musayiet',
  MEDICAL: 'tibbi',
  DOCUMENTS: 'senedler',
  TRANSIT: 'tranzit',
  RETURN_IN_ERROR: 'sehvdenSonraQaytarma',
  OTHER: 'diger',
})

export const xerclerinOdenilmesi = coded('xerclerinOdenilmesi', { PAID: 'odenilib', PARTLY_PAID: 'qismenOdenilib', DISPUTED: 'mubahiseli' })

export const melumatSebebi = coded('melumatSebebi', {
  INACCURATE: 'sehv',
  INCOMPLETE: 'natamam',
  UNLAWFUL: 'qanunsuzOturulub',
  NO_LONGER_NEEDED: 'artiqLazimDeyil',
  RETENTION_ENDED: 'saxlanmaMuddetiBitib',
  REQUEST_OF_PERSON: 'sexsinMuracieti',
})

export const melumatTedbiri = coded('melumatTedbiri', { ERASED: 'silinib', BLOCKED: 'bloklanib' })

export const deyisiklikNovu = coded('deyisiklikNovu', { ADDED: 'yeni', CHANGED: 'deyisdirilib', REMOVED: 'cixarilib' })

export const selahiyyet = coded('selahiyyet', {
  APPLICATIONS: 'muracietler',
  REPLIES: 'cavablar',
  INTERVIEWS: 'musahibeler',
  TRAVEL_DOCUMENTS: 'seyahetSenedleri',
  TRANSFERS: 'tehviller',
  TRANSIT: 'tranzit',
  COSTS: 'xercler',
  DATA_PROTECTION: 'melumatlarinMuhafizesi',
  TECHNICAL: 'texniki',
})

export const gosterici = coded('gosterici', {
  APPLICATIONS: 'muracietler',
  APPROVALS: 'raziliqlar',
  REFUSALS: 'imtinalar',
  DEEMED_APPROVALS: 'verilmisSayilanRaziliqlar',
  WITHDRAWALS: 'geriGoturulmeler',
  PENDING: 'baxilmaqda',
  TRAVEL_DOCUMENTS: 'seyahetSenedleri',
  TRANSFERS: 'tehviller',
  NOT_ARRIVED: 'gelmeyenler',
  IN_ERROR: 'sehven',
  TRANSITS: 'tranzitler',
})

export const cavabMuddeti = coded('cavabMuddeti', {
  D0_2: 'gun0-2',
  D3_7: 'gun3-7',
  D8_15: 'gun8-15',
  D16_30: 'gun16-30',
  D31: 'gun31',
})

export const ehtiyac = coded('ehtiyac', {
  HOUSING: 'menzil',
  LIVELIHOOD: 'dolanisiq',
  EMPLOYMENT: 'mesgulluq',
  BUSINESS: 'biznes',
  EDUCATION: 'tehsil',
  LEGAL: 'huquqi',
  MEDICAL: 'tibbi',
  PSYCHOSOCIAL: 'psixososial',
  CHILD: 'usaq',
  OTHER: 'diger',
})
