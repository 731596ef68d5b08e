import type { DeliveryNotice } from '#schemas/generated/types.ts'

const small: DeliveryNotice = {
  event: 'ContentHandover',
  deliveryId: '01a1f82f-1ef8-7142-a3f3-f1d953e92e68',
  party: 'az-sms',
  at: '2026-11-20T09:00:04Z',
}

const full: DeliveryNotice = {
  event: 'ConsignmentRejection',
  deliveryId: '01a1f82f-1ef8-7142-a3f3-f1d953e92e68',
  party: 'az-sms',
  at: '2026-11-20T09:00:04.800Z',
  receipt: {
    receiptId: '01a1f82f-2710-7d52-a0b1-4f7c2d91e6aa',
    digest: '1f2e3d4c5b6a79880f1e2d3c4b5a69781f2e3d4c5b6a79880f1e2d3c4b5a6978',
    at: '2026-11-20T09:00:04Z',
  },
  code: 'RECIPIENT_REFUSED',
}

export const deliveryNotice = { small, full }
