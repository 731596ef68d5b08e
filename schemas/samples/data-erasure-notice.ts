import type { DataErasureNotice } from '#schemas/generated/types.ts'
import { registrar } from './cast.ts'
import { HEADS } from './heads.ts'

const small: DataErasureNotice = {
  action: 'ERASED',
  reason: 'NO_LONGER_NEEDED',
  items: [{ messageId: HEADS['readmission-application'][1] }],
  on: '2027-10-20',
  official: { name: registrar.name },
}

const full: DataErasureNotice = {
  caseReference: 'DMX-R-2026-000318',
  action: 'ERASED',
  reason: 'REQUEST_OF_PERSON',
  text: 'Sağlamlıq haqqında məlumat artıq lazım deyil.',
  items: [
    { messageId: HEADS['readmission-application'][1], path: '/body/health' },
    { messageId: HEADS['readmission-reply'][1], path: '/body/health' },
  ],
  on: '2027-10-20',
  official: registrar,
}

export const dataErasureNotice = { small, full }
