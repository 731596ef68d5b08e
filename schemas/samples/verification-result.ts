import type { VerificationResult } from '#schemas/generated/types.ts'
import { gunay, registerKeeper } from './cast.ts'
import { passport } from './documents.ts'

const small: VerificationResult = {
  caseReference: 'DMX-R-2026-000318',
  findings: [{ register: 'PASSPORTS', verdict: 'NO_MATCH' }],
  searchedOn: '2026-11-24',
  official: { name: registerKeeper.name },
}

const full: VerificationResult = {
  caseReference: 'DMX-R-2026-000318',
  findings: [
    {
      register: 'PASSPORTS',
      verdict: 'MATCH',
      person: gunay,
      documents: [passport],
      confidence: 'CERTAIN',
      note: 'Pasport 2012-ci ildə verilib.',
    },
    { register: 'BORDER_CROSSINGS', verdict: 'NOT_SEARCHED', note: 'Sərhəd xidməti ayrıca cavab verəcək.' },
  ],
  searchedOn: '2026-11-24',
  observations: 'Vətəndaşlıqdan çıxma barədə qeyd yoxdur.',
  official: registerKeeper,
}

export const verificationResult = { small, full }
