import type { VerificationRequest } from '#schemas/generated/types.ts'
import { copyOf, gunay, nameOnly, PICTURE, registrar } from './cast.ts'
import { passport } from './documents.ts'

const small: VerificationRequest = {
  caseReference: 'DMX-R-2026-000318',
  registers: ['PASSPORTS'],
  subject: nameOnly,
  official: { name: registrar.name },
}

const full: VerificationRequest = {
  caseReference: 'DMX-R-2026-000318',
  registers: ['PASSPORTS', 'CITIZENSHIP', 'BORDER_CROSSINGS'],
  subject: gunay,
  documents: [passport],
  photo: { mediaType: 'image/jpeg', content: PICTURE },
  question: 'Pasport bu şəxsə verilibmi?',
  answerBy: '2026-11-26',
  attachments: [copyOf('Pasportun surəti')],
  official: registrar,
}

export const verificationRequest = { small, full }
