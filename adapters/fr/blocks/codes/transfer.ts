/** Journeys: transfer, arrival, transit. */
import { coded } from './coded.ts'

export const modeTransport = coded('modeTransport', {
  AIR: 'AIR',
  LAND: 'TERRE',
  SEA: 'MER',
})

export const roleEscorte = coded('roleEscorte', {
  SECURITY: 'SECURITE',
  MEDICAL: 'MEDICAL',
  INTERPRETER: 'INTERPRETE',
  OBSERVER: 'OBSERVATEUR',
})

export const reponseTransfert = coded('reponseTransfert', {
  ACCEPTED: 'ACCEPTE',
  OBJECTION: 'OBJECTION',
})

export const motifObjection = coded('motifObjection', {
  SHORT_NOTICE: 'PREAVIS_INSUFFISANT',
  BORDER_POINT: 'POINT_PASSAGE',
  TIME: 'HORAIRE',
  DOCUMENTS: 'DOCUMENTS',
  ESCORTS: 'ESCORTE',
  OTHER: 'AUTRE',
})

export const motifAnnulation = coded('motifAnnulation', {
  ABSCONDED: 'EN_FUITE',
  HEALTH: 'SANTE',
  LEGAL_OBSTACLE: 'OBSTACLE_JURIDIQUE',
  DOCUMENTS: 'DOCUMENTS',
  TRANSPORT: 'TRANSPORT',
  OBJECTION: 'OBJECTION',
  OTHER: 'AUTRE',
})

export const resultatArrivee = coded('resultatArrivee', {
  ARRIVED: 'ARRIVE',
  NO_SHOW: 'NON_PRESENTE',
  REFUSED_ENTRY: 'ENTREE_REFUSEE',
})

export const motifTransit = coded('motifTransit', {
  PERSECUTION_RISK: 'RISQUE_PERSECUTION',
  CRIMINAL_PROSECUTION: 'POURSUITES_PENALES',
  PUBLIC_HEALTH: 'SANTE_PUBLIQUE',
  SECURITY: 'SECURITE',
  PUBLIC_ORDER: 'ORDRE_PUBLIC',
  OTHER: 'AUTRE',
})
