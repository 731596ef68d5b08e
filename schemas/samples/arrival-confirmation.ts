import type { ArrivalConfirmation } from '#schemas/generated/types.ts'
import { baku, borderOfficer, gunay, ilqar, nameOnly } from './cast.ts'

const small: ArrivalConfirmation = {
  caseReference: 'DMX-R-2026-000318',
  outcome: 'ARRIVED',
  at: '2026-12-10T14:32:00Z',
  borderPoint: { name: baku.name },
  persons: [nameOnly],
  official: { name: borderOfficer.name },
}

const full: ArrivalConfirmation = {
  caseReference: 'DMX-R-2026-000318',
  outcome: 'ARRIVED',
  reason: 'Sənədlər qaydasındadır',
  at: '2026-12-10T14:32:00Z',
  borderPoint: baku,
  persons: [gunay, ilqar],
  observations: 'Reys 22 dəqiqə gecikdi.',
  official: borderOfficer,
}

export const arrivalConfirmation = { small, full }
