import type { TravelDocumentIssued } from '#schemas/generated/types.ts'
import { consul, copyOf, embassy, gunay, nameOnly } from './cast.ts'
import { returnCertificate } from './documents.ts'

const small: TravelDocumentIssued = {
  caseReference: 'KŞ-2026-0093',
  documents: [{ holder: nameOnly, type: 'RETURN_CERTIFICATE', number: 'QS000000', issuedOn: '2026-12-01', expiresOn: '2027-04-30' }],
  official: { name: consul.name },
}

const full: TravelDocumentIssued = {
  caseReference: 'KŞ-2026-0093',
  mission: 'AZE-DEBER',
  documents: [{ holder: gunay, ...returnCertificate }],
  handover: 'Səfirlikdə şəxsən təhvil verilir',
  attachments: [copyOf('Qayıdış şəhadətnaməsinin surəti')],
  observations: 'Bir dəfə giriş üçün etibarlıdır.',
  authority: embassy,
  official: consul,
}

export const travelDocumentIssued = { small, full }
