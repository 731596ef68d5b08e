import type { DataCorrectionNotice } from '#schemas/generated/types.ts'
import { caseOfficer } from './cast.ts'
import { HEADS } from './heads.ts'

const where = { messageId: HEADS['readmission-application'][1], path: '/body/children/0/birthDate' }

const small: DataCorrectionNotice = {
  reason: 'INACCURATE',
  corrections: [where],
  correctedOn: '2026-11-25',
  official: { name: caseOfficer.name },
}

const full: DataCorrectionNotice = {
  caseReference: 'RA-2026/0417',
  reason: 'INACCURATE',
  text: 'Uşağın doğum ayı səhv yazılmışdı.',
  corrections: [
    {
      ...where,
      oldDigest: '0c1d2e3f40516273849506a7b8c9dadb0c1d2e3f40516273849506a7b8c9dadb',
      correctedBy: HEADS['readmission-application-update'][1],
      newDigest: '5f6e7d8c9bab0c1d2e3f405162738495a6b7c8d9eafb0c1d2e3f405162738495',
    },
  ],
  correctedOn: '2026-11-25',
  official: caseOfficer,
}

export const dataCorrectionNotice = { small, full }
