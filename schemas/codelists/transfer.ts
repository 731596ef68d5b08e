/** How a person travels and arrives. */
import { codeList } from './code-list.ts'

export const transportMode = codeList('TransportModeCode', 'Mode of transport', {
  AIR: ['Air', 'Hava'],
  LAND: ['Land', 'Quru'],
  SEA: ['Sea', 'Dəniz'],
})

export const escortRole = codeList('EscortRoleCode', 'Role of an escort', {
  SECURITY: ['Security', 'Təhlükəsizlik'],
  MEDICAL: ['Medical', 'Tibbi'],
  INTERPRETER: ['Interpreter', 'Tərcüməçi'],
  OBSERVER: ['Monitor of forced returns', 'Məcburi qaytarma üzrə müşahidəçi'],
})

export const arrivalOutcome = codeList('ArrivalOutcomeCode', 'Outcome of a transfer', {
  ARRIVED: ['Arrived and taken over', 'Gəlib və təhvil alınıb'],
  NO_SHOW: ['Did not arrive', 'Gəlməyib'],
  REFUSED_ENTRY: ['Entry refused', 'Girişinə icazə verilməyib'],
})
