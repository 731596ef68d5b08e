import type { InformationResponse } from '#schemas/generated/types.ts'
import { caseOfficer, copyOf } from './cast.ts'

const small: InformationResponse = {
  caseReference: 'RA-2026/0417',
  answers: [{ number: 1, text: 'Nizami küçəsi 7' }],
  official: { name: caseOfficer.name },
}

const full: InformationResponse = {
  caseReference: 'RA-2026/0417',
  answers: [
    { number: 1, text: 'Nizami küçəsi 7, mənzil 3; 2012-ci ildən.' },
    { number: 2, text: 'Bəli, surəti əlavə olunur.', attachments: [copyOf('Doğum haqqında şəhadətnamə')] },
  ],
  observations: 'Əsli təhvil zamanı veriləcək.',
  official: caseOfficer,
}

export const informationResponse = { small, full }
