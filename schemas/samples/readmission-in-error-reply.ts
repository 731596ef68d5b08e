import type { ReadmissionInErrorReply } from '#schemas/generated/types.ts'
import { caseOfficer, frankfurt } from './cast.ts'

const small: ReadmissionInErrorReply = {
  caseReference: 'RA-2026/0417',
  decision: 'REFUSED',
  decidedOn: '2027-02-22',
  grounds: [{ code: 'OUT_OF_TIME', text: 'Tələbin müddəti ötüb.' }],
  official: { name: caseOfficer.name },
}

const full: ReadmissionInErrorReply = {
  caseReference: 'RA-2026/0417',
  decision: 'APPROVED',
  decidedOn: '2027-02-22',
  grounds: [{ code: 'OTHER', text: 'Ailənin qalan üzvlərinə aid deyil.' }],
  returnOn: '2027-03-01',
  borderPoint: frankfurt,
  observations: 'Əməkdaşımız Bakıya gələcək.',
  official: caseOfficer,
}

export const readmissionInErrorReply = { small, full }
