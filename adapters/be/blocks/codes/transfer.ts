/** Journeys: transfer, arrival, transit. */
import { trilingual } from './coded.ts'

export const moyenTransport = trilingual('moyenTransport', {
  AIR: ['air', 'lucht', 'luft'],
  LAND: ['terre', 'land', 'land'],
  SEA: ['mer', 'zee', 'see'],
})

export const roleEscorte = trilingual('roleEscorte', {
  SECURITY: ['securite', 'veiligheid', 'sicherheit'],
  MEDICAL: ['medical', 'medisch', 'medizin'],
  INTERPRETER: ['interprete', 'tolk', 'dolmetscher'],
  OBSERVER: ['observateur', 'waarnemer', 'beobachter'],
})

export const reponseNotification = trilingual('reponseNotification', {
  ACCEPTED: ['accord', 'akkoord', 'einverstanden'],
  OBJECTION: ['objection', 'bezwaar', 'einwand'],
})

export const motifObjection = trilingual('motifObjection', {
  SHORT_NOTICE: ['delaiTropCourt', 'teKorteTermijn', 'zuKurzfristig'],
  BORDER_POINT: ['pointFrontiere', 'grensdoorlaatpost', 'grenzuebergang'],
  TIME: ['moment', 'tijdstip', 'zeitpunkt'],
  DOCUMENTS: ['documents', 'documenten', 'dokumente'],
  ESCORTS: ['escorte', 'escorte', 'begleitung'],
  OTHER: ['autre', 'andere', 'anderer'],
})

export const motifAnnulation = trilingual('motifAnnulation', {
  ABSCONDED: ['fuite', 'ondergedoken', 'untergetaucht'],
  HEALTH: ['etatSante', 'gezondheid', 'gesundheit'],
  LEGAL_OBSTACLE: ['obstacleJuridique', 'juridischBeletsel', 'rechtlichesHindernis'],
  DOCUMENTS: ['documents', 'documenten', 'dokumente'],
  TRANSPORT: ['transport', 'vervoer', 'befoerderung'],
  OBJECTION: ['objection', 'bezwaar', 'einwand'],
  OTHER: ['autre', 'andere', 'anderer'],
})

export const resultatArrivee = trilingual('resultatArrivee', {
  ARRIVED: ['arrive', 'aangekomen', 'eingetroffen'],
  NO_SHOW: ['nonPresente', 'nietVerschenen', 'nichtErschienen'],
  REFUSED_ENTRY: ['entreeRefusee', 'toegangGeweigerd', 'einreiseVerweigert'],
})

export const motifTransit = trilingual('motifTransit', {
  PERSECUTION_RISK: ['risquePersecution', 'risicoOpVervolging', 'verfolgungsgefahr'],
  CRIMINAL_PROSECUTION: ['poursuitesPenales', 'strafvervolging', 'strafverfolgung'],
  PUBLIC_HEALTH: ['santePublique', 'volksgezondheid', 'volksgesundheit'],
  SECURITY: ['securite', 'veiligheid', 'sicherheit'],
  PUBLIC_ORDER: ['ordrePublic', 'openbareOrde', 'oeffentlicheOrdnung'],
  OTHER: ['autre', 'andere', 'anderer'],
})
