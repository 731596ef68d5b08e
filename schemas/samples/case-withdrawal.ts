import type { CaseWithdrawal } from '#schemas/generated/types.ts'
import { caseOfficer } from './cast.ts'

const small: CaseWithdrawal = {
  caseReference: 'RA-2026/0417',
  reason: 'VOLUNTARY_DEPARTURE',
  official: { name: caseOfficer.name },
}

const full: CaseWithdrawal = { ...small, text: 'Şəxs könüllü olaraq ölkəni tərk edib.', since: '2026-11-24', official: caseOfficer }

export const caseWithdrawal = { small, full }
