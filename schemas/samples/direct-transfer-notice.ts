import type { DirectTransferNotice } from '#schemas/generated/types.ts'
import { baku, caseOfficer, nameOnly, returnOffice } from './cast.ts'
import { passport } from './documents.ts'
import { transferNotification } from './transfer-notification.ts'

const small: DirectTransferNotice = {
  caseReference: 'RA-2026/0452',
  personCategory: 'OWN_NATIONAL',
  travellers: [{ person: nameOnly, documents: [{ type: 'PASSPORT' }] }],
  arrivalAt: '2026-12-10T14:10:00Z',
  borderPoint: { name: baku.name },
  mode: 'AIR',
  official: { name: caseOfficer.name },
}

const { replyReference: _, ...announced } = transferNotification.full

const full: DirectTransferNotice = {
  ...announced,
  caseReference: 'RA-2026/0452',
  personCategory: 'OWN_NATIONAL',
  requestingAuthority: returnOffice,
  travellers: announced.travellers.map((traveller) => ({ ...traveller, documents: [{ ...passport, expiresOn: '2030-05-13' }] })),
}

export const directTransferNotice = { small, full }
