/** Journeys: transfer, arrival, transit. */
import { coded } from './coded.ts'

export const verkehrsmittel = coded('Verkehrsmittel', { AIR: 'luft', LAND: 'land', SEA: 'see' })

export const begleitfunktion = coded('Begleitfunktion', {
  SECURITY: 'sicherheit',
  MEDICAL: 'medizin',
  INTERPRETER: 'dolmetscher',
  OBSERVER: 'beobachter',
})

export const ueberstellungsantwort = coded('Ueberstellungsantwort', { ACCEPTED: 'einverstanden', OBJECTION: 'einwand' })

export const einwandgrund = coded('Einwandgrund', {
  SHORT_NOTICE: 'zuKurzfristig',
  BORDER_POINT: 'grenzuebergangsstelle',
  TIME: 'zeitpunkt',
  DOCUMENTS: 'dokumente',
  ESCORTS: 'begleitung',
  OTHER: 'anderer',
})

export const absagegrund = coded('Absagegrund', {
  ABSCONDED: 'untergetaucht',
  HEALTH: 'gesundheit',
  LEGAL_OBSTACLE: 'rechtlichesHindernis',
  DOCUMENTS: 'dokumente',
  TRANSPORT: 'befoerderung',
  OBJECTION: 'einwand',
  OTHER: 'anderer',
})

export const ankunftsergebnis = coded('Ankunftsergebnis', {
  ARRIVED: 'eingetroffen',
  NO_SHOW: 'nichtErschienen',
  REFUSED_ENTRY: 'einreiseVerweigert',
})

export const durchbefoerderungsgrund = coded('Durchbefoerderungsgrund', {
  PERSECUTION_RISK: 'verfolgungsgefahr',
  CRIMINAL_PROSECUTION: 'strafverfolgung',
  PUBLIC_HEALTH: 'volksgesundheit',
  SECURITY: 'sicherheit',
  PUBLIC_ORDER: 'oeffentlicheOrdnung',
  OTHER: 'anderer',
})
