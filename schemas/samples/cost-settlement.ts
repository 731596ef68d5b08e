import type { CostSettlement } from '#schemas/generated/types.ts'
import { caseOfficer } from './cast.ts'

const small: CostSettlement = {
  caseReference: 'RA-2026/0417',
  invoice: 'HF-2026/88',
  outcome: 'DISPUTED',
  reasons: 'Bu reys bizim işə aid deyil.',
  official: { name: caseOfficer.name },
}

const full: CostSettlement = {
  caseReference: 'RA-2026/0417',
  invoice: 'HF-2026/88',
  outcome: 'PARTLY_PAID',
  payment: { amount: '412.50', currency: 'EUR', on: '2027-01-11', reference: 'ZA-2027-0007' },
  reasons: 'Tibbi müşayiətin qəbzi çatışmır.',
  official: caseOfficer,
}

export const costSettlement = { small, full }
