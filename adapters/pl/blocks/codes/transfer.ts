/** Journeys: transfer, arrival, transit. */
import { coded } from './coded.ts'

export const srodekTransportu = coded('srodekTransportu', { AIR: 'powietrzny', LAND: 'ladowy', SEA: 'morski' })

export const rolaEskorty = coded('rolaEskorty', {
  SECURITY: 'bezpieczenstwo',
  MEDICAL: 'medyczne',
  INTERPRETER: 'tlumacz',
  OBSERVER: 'obserwator',
})

export const odpowiedzNaZawiadomienie = coded('odpowiedzNaZawiadomienie', { ACCEPTED: 'zgoda', OBJECTION: 'sprzeciw' })

export const przyczynaSprzeciwu = coded('przyczynaSprzeciwu', {
  SHORT_NOTICE: 'zbytKrotkiTermin',
  BORDER_POINT: 'przejscieGraniczne',
  TIME: 'czas',
  DOCUMENTS: 'dokumenty',
  ESCORTS: 'eskorta',
  OTHER: 'inna',
})

export const przyczynaOdwolania = coded('przyczynaOdwolania', {
  ABSCONDED: 'ukrywaSie',
  HEALTH: 'stanZdrowia',
  LEGAL_OBSTACLE: 'przeszkodaPrawna',
  DOCUMENTS: 'dokumenty',
  TRANSPORT: 'transport',
  OBJECTION: 'sprzeciw',
  OTHER: 'inna',
})

export const wynikPrzybycia = coded('wynikPrzybycia', {
  ARRIVED: 'przybyl',
  NO_SHOW: 'niestawiennictwo',
  REFUSED_ENTRY: 'odmowaWjazdu',
})

export const podstawaTranzytu = coded('podstawaTranzytu', {
  PERSECUTION_RISK: 'ryzykoPrzesladowania',
  CRIMINAL_PROSECUTION: 'sciganieKarne',
  PUBLIC_HEALTH: 'zdrowiePubliczne',
  SECURITY: 'bezpieczenstwo',
  PUBLIC_ORDER: 'porzadekPubliczny',
  OTHER: 'inna',
})
