/** Journeys: transfer, arrival, transit. */
import { coded } from './coded.ts'

export const neqliyyatNovu = coded('neqliyyatNovu', { AIR: 'hava', LAND: 'quru', SEA: 'deniz' })

export const musayietVezifesi = coded('musayietVezifesi', {
  SECURITY: 'tehlukesizlik',
  MEDICAL: 'tibbi',
  INTERPRETER: 'tercumeci',
  OBSERVER: 'musahideci',
})

export const tehvilCavabi = coded('tehvilCavabi', { ACCEPTED: 'razidir', OBJECTION: 'etiraz' })

export const etirazSebebi = coded('etirazSebebi', {
  SHORT_NOTICE: 'vaxtAzdir',
  BORDER_POINT: 'kecidMenteqesi',
  TIME: 'vaxt',
  DOCUMENTS: 'senedler',
  ESCORTS: 'musayiet',
  OTHER: 'diger',
})

export const tehvilinLegvSebebi = coded('tehvilinLegvSebebi', {
  ABSCONDED: 'gizlenib',
  HEALTH: 'saglamliq',
  LEGAL_OBSTACLE: 'huquqiManee',
  DOCUMENTS: 'senedler',
  TRANSPORT: 'dasinma',
  OBJECTION: 'etiraz',
  OTHER: 'diger',
})

export const gelisinNeticesi = coded('gelisinNeticesi', {
  ARRIVED: 'gelib',
  NO_SHOW: 'gelmeyib',
  REFUSED_ENTRY: 'girisQadagandir',
})

export const tranzitEsasi = coded('tranzitEsasi', {
  PERSECUTION_RISK: 'teqibTehlukesi',
  CRIMINAL_PROSECUTION: 'cinayetTeqibi',
  PUBLIC_HEALTH: 'ictimaiSaglamliq',
  SECURITY: 'tehlukesizlik',
  PUBLIC_ORDER: 'ictimaiQayda',
  OTHER: 'diger',
})
