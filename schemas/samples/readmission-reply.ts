import type { ReadmissionReply } from '#schemas/generated/types.ts'
import { baku, gunay, ilqar, migrationService, nameOnly, registrar } from './cast.ts'

const small: ReadmissionReply = {
  caseReference: 'DMX-R-2026-000318',
  decision: 'APPROVED',
  decidedOn: '2026-11-27',
  subject: nameOnly,
  official: { name: registrar.name },
}

const full: ReadmissionReply = {
  caseReference: 'DMX-R-2026-000318',
  applicationReference: 'RA-2026/0417',
  decision: 'APPROVED',
  decidedOn: '2026-11-27',
  subject: gunay,
  familyMembers: [ilqar],
  grounds: [{ code: 'IDENTITY_NOT_ESTABLISHED', text: 'Uşağın şəxsiyyəti hələ müəyyən edilməyib; qərar onu əhatə etmir.' }],
  documentBasis: 'RETURN_CERTIFICATE',
  borderPoint: baku,
  validUntil: '2027-02-27',
  health: { consent: true, statement: 'Uçuş zamanı inhalyator yanında olmalıdır.', contagiousDisease: 'Varicella' },
  observations: 'Müşayiət tələb olunmur.',
  authority: migrationService,
  official: registrar,
}

export const readmissionReply = { small, full }
