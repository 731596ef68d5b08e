import type { ReadmissionApplicationUpdate } from '#schemas/generated/types.ts'
import { caseOfficer } from './cast.ts'
import { readmissionApplication } from './readmission-application.ts'

const small: ReadmissionApplicationUpdate = {
  caseReference: 'RA-2026/0417',
  reason: 'Səhv yazılıb.',
  dateOfKnowledge: '2026-11-19',
  official: { name: caseOfficer.name },
}

const {
  procedure: _procedure,
  date: _date,
  place: _place,
  requestingAuthority: _by,
  requestedAuthority: _to,
  ...application
} = readmissionApplication.full
const { interviewRequested: _interview, signatory: _signatory, ...blocks } = application

const full: ReadmissionApplicationUpdate = {
  ...blocks,
  reason: 'Uşağın doğum haqqında şəhadətnaməsi tapılıb.',
  official: caseOfficer,
}

export const readmissionApplicationUpdate = { small, full }
