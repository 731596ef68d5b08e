import type { TravelDocumentRequest } from '#schemas/generated/types.ts'
import { caseOfficer, copyOf, gunay, ilqar, nameOnly, PICTURE, shelter } from './cast.ts'
import { passport } from './documents.ts'

const small: TravelDocumentRequest = {
  caseReference: 'RA-2026/0417',
  applicants: [{ person: nameOnly }],
  official: { name: caseOfficer.name },
}

const full: TravelDocumentRequest = {
  caseReference: 'RA-2026/0417',
  mission: 'AZE-DEBER',
  replyReference: 'DMX-R-2026-000318',
  applicants: [{ person: gunay, photo: { mediaType: 'image/jpeg', content: PICTURE }, documents: [passport] }, { person: ilqar }],
  transferOn: '2026-12-10',
  deliverTo: shelter,
  attachments: [copyOf('Ərizə')],
  observations: 'Uşaq anasının sənədinə yazıla bilər.',
  official: caseOfficer,
}

export const travelDocumentRequest = { small, full }
