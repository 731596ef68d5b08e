import type { TransferNotificationResponse } from '#schemas/generated/types.ts'
import { baku, registrar } from './cast.ts'

const small: TransferNotificationResponse = {
  caseReference: 'DMX-R-2026-000318',
  answer: 'ACCEPTED',
  official: { name: registrar.name },
}

const full: TransferNotificationResponse = {
  caseReference: 'DMX-R-2026-000318',
  answer: 'OBJECTION',
  objection: {
    reason: 'TIME',
    text: 'Həmin saatda başqa reys qəbul edilir.',
    alternativeAt: '2026-12-10T18:00:00Z',
    alternativePoint: baku,
  },
  observations: 'Qarşılama üçün növbə rəisi cavabdehdir.',
  official: registrar,
}

export const transferNotificationResponse = { small, full }
