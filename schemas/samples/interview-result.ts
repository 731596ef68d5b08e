import type { InterviewResult } from '#schemas/generated/types.ts'
import { consul, copyOf, gunay, nameOnly } from './cast.ts'

const small: InterviewResult = {
  caseReference: 'KŞ-2026-0093',
  outcome: 'NATIONALITY_CONFIRMED',
  at: '2026-11-26T09:00:00Z',
  subject: nameOnly,
  interviewer: { name: consul.name },
}

const full: InterviewResult = {
  caseReference: 'KŞ-2026-0093',
  mission: 'AZE-DEBER',
  outcome: 'NATIONALITY_CONFIRMED',
  at: '2026-11-26T09:10:00Z',
  mode: 'VIDEO',
  subject: gunay,
  languages: ['az-Latn'],
  reasons: 'Gəncədəki məktəbini və küçəsini təsvir edib.\nDanışığı bölgəyə uyğundur.',
  attachments: [copyOf('Müsahibənin protokolu')],
  interviewer: consul,
}

export const interviewResult = { small, full }
