import type { InformationRequest } from '#schemas/generated/types.ts'
import { registrar } from './cast.ts'

const small: InformationRequest = {
  caseReference: 'DMX-R-2026-000318',
  questions: [{ number: 1, topic: 'ADDRESS', text: 'Gəncədə hansı ünvanda qeydiyyatda olub?' }],
  official: { name: registrar.name },
}

const full: InformationRequest = {
  caseReference: 'DMX-R-2026-000318',
  questions: [
    { number: 1, topic: 'ADDRESS', text: 'Gəncədə hansı ünvanda qeydiyyatda olub?' },
    { number: 2, topic: 'FAMILY', text: 'Uşağın doğum haqqında şəhadətnaməsi varmı?\nVarsa, surətini göndərin.' },
  ],
  answerBy: '2026-11-26',
  observations: 'Sorğu cavab müddətini dayandırmır.',
  official: registrar,
}

export const informationRequest = { small, full }
