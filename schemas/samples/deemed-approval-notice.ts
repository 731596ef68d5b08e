import type { DeemedApprovalNotice } from '#schemas/generated/types.ts'
import { HEADS } from './heads.ts'

const small: DeemedApprovalNotice = {
  limit: 'T5',
  startedAt: '2026-11-20T09:00:04Z',
  dueAt: '2026-12-05T20:00:00Z',
  silentAt: '2026-12-05T20:00:02Z',
  requestedParty: 'az-sms',
  receipt: {
    receiptId: '01a1f82f-2710-7d52-a0b1-4f7c2d91e6aa',
    digest: '1f2e3d4c5b6a79880f1e2d3c4b5a69781f2e3d4c5b6a79880f1e2d3c4b5a6978',
    at: '2026-11-20T09:00:04Z',
  },
}

const full: DeemedApprovalNotice = { ...small, article: '11(2)', extensions: [HEADS['time-limit-extension'][1]] }

export const deemedApprovalNotice = { small, full }
