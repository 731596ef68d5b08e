import type { TransferCancellation } from '#schemas/generated/types.ts'
import { caseOfficer } from './cast.ts'

const small: TransferCancellation = {
  caseReference: 'RA-2026/0417',
  reason: 'TRANSPORT',
  official: { name: caseOfficer.name },
}

const full: TransferCancellation = {
  caseReference: 'RA-2026/0417',
  reason: 'TRANSPORT',
  text: 'Hava şəraitinə görə reys ləğv edilib.',
  newTransferPlanned: true,
  official: caseOfficer,
}

export const transferCancellation = { small, full }
