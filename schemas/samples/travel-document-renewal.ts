import type { TravelDocumentRenewal } from '#schemas/generated/types.ts'
import { caseOfficer, gunay, nameOnly } from './cast.ts'
import { returnCertificate } from './documents.ts'

const small: TravelDocumentRenewal = {
  caseReference: 'RA-2026/0417',
  holder: nameOnly,
  document: { type: 'RETURN_CERTIFICATE' },
  reason: 'EXPIRES_BEFORE_TRANSFER',
  official: { name: caseOfficer.name },
}

const full: TravelDocumentRenewal = {
  caseReference: 'RA-2026/0417',
  mission: 'AZE-DEBER',
  holder: gunay,
  document: returnCertificate,
  reason: 'EXPIRES_BEFORE_TRANSFER',
  transferOn: '2027-05-06',
  observations: 'Xəstəlik səbəbindən təhvil təxirə salınıb.',
  official: caseOfficer,
}

export const travelDocumentRenewal = { small, full }
