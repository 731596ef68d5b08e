import type { InterviewSchedule } from '#schemas/generated/types.ts'
import { consul, gunay, nameOnly, shelter } from './cast.ts'

const small: InterviewSchedule = {
  caseReference: 'KŞ-2026-0093',
  subject: nameOnly,
  at: '2026-11-26T09:00:00Z',
  mode: 'VIDEO',
  official: { name: consul.name },
}

const full: InterviewSchedule = {
  caseReference: 'KŞ-2026-0093',
  mission: 'AZE-DEBER',
  subject: gunay,
  at: '2026-11-26T09:00:00Z',
  mode: 'VIDEO',
  facility: 'Unterkunft Musterstadt',
  place: shelter,
  access: 'Otaq 4; kod telefonla veriləcək',
  languages: ['az-Latn'],
  interviewer: consul,
  observations: 'Müsahibə təxminən yarım saat çəkəcək.',
  official: consul,
}

export const interviewSchedule = { small, full }
