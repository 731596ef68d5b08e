import type { TransferUpdate } from '#schemas/generated/types.ts'
import { caseOfficer } from './cast.ts'
import { transferNotification } from './transfer-notification.ts'

const small: TransferUpdate = {
  caseReference: 'RA-2026/0417',
  reason: 'Reys dəyişib.',
  flight: 'XX1236',
  official: { name: caseOfficer.name },
}

const { replyReference: _, ...announced } = transferNotification.full

const full: TransferUpdate = {
  ...announced,
  reason: 'Reys dəyişib.',
  arrivalAt: '2026-12-10T18:00:00Z',
  departureAt: '2026-12-10T12:45:00Z',
  flight: 'XX1236',
}

export const transferUpdate = { small, full }
