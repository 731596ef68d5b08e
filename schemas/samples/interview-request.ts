import type { InterviewRequest } from '#schemas/generated/types.ts'
import { caseOfficer, gunay, nameOnly, shelter } from './cast.ts'

const small: InterviewRequest = {
  caseReference: 'RA-2026/0417',
  subject: nameOnly,
  mode: 'VIDEO',
  official: { name: caseOfficer.name },
}

const full: InterviewRequest = {
  caseReference: 'RA-2026/0417',
  mission: 'AZE-DEBER',
  subject: gunay,
  mode: 'IN_PERSON',
  facility: 'Unterkunft Musterstadt',
  place: shelter,
  languages: ['az-Latn', 'rus'],
  availability: [{ from: '2026-11-26T08:00:00Z', until: '2026-11-26T15:00:00Z' }],
  contact: caseOfficer,
  observations: 'Uşağa baxan olacaq.',
  official: caseOfficer,
}

export const interviewRequest = { small, full }
