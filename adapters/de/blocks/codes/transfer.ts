/** Journeys: transfer, arrival, transit. */
import { coded, own } from './coded.ts'

export const verkehrsmittel = coded(own('verkehrsmittel'), { AIR: 'luft', LAND: 'land', SEA: 'see' })

export const begleitfunktion = coded(own('begleitfunktion'), {
  SECURITY: 'sicherheit',
  MEDICAL: 'medizin',
  INTERPRETER: 'dolmetscher',
  OBSERVER: 'beobachter',
})

export const ueberstellungsantwort = coded(own('ueberstellungsantwort'), { ACCEPTED: 'einverstanden', OBJECTION: 'einwand' })

export const einwandgrund = coded(own('einwandgrund'), {
  SHORT_NOTICE: 'zuKurzfristig',
  BORDER_POINT: 'grenzuebergang',
  TIME: 'zeitpunkt',
  DOCUMENTS: 'dokumente',
  ESCORTS: 'begleitung',
  OTHER: 'anderer',
})

export const absagegrund = coded(own('absagegrund'), {
  ABSCONDED: 'untergetaucht',
  HEALTH: 'gesundheit',
  LEGAL_OBSTACLE: 'rechtlichesHindernis',
  DOCUMENTS: 'dokumente',
  TRANSPORT: 'befoerderung',
  OBJECTION: 'einwand',
  OTHER: 'anderer',
})

export const ankunftsergebnis = coded(own('ankunftsergebnis'), {
  ARRIVED: 'eingetroffen',
  NO_SHOW: 'nichtErschienen',
  REFUSED_ENTRY: 'einreiseVerweigert',
})

export const durchbefoerderungsgrund = coded(own('durchbefoerderungsgrund'), {
  PERSECUTION_RISK: 'verfolgungsgefahr',
  CRIMINAL_PROSECUTION: 'strafverfolgung',
  PUBLIC_HEALTH: 'volksgesundheit',
  SECURITY: 'sicherheit',
  PUBLIC_ORDER: 'oeffentlicheOrdnung',
  OTHER: 'anderer',
})
