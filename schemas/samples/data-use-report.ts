import type { DataUseReport } from '#schemas/generated/types.ts'
import { registrar } from './cast.ts'
import { HEADS } from './heads.ts'

const small: DataUseReport = {
  uses: [{ purpose: 'Readmissiya', authority: 'Dövlət Miqrasiya Xidməti', on: '2026-11-27' }],
  official: { name: registrar.name },
}

const full: DataUseReport = {
  caseReference: 'DMX-R-2026-000318',
  messages: [HEADS['readmission-application'][1]],
  uses: [
    {
      purpose: 'Vətəndaşlığın müəyyən edilməsi',
      authority: 'Dövlət Miqrasiya Xidməti',
      on: '2026-11-27',
      result: 'Vətəndaşlıq təsdiqlənib; razılıq verilib.',
      onward: { recipient: 'Daxili İşlər Nazirliyi', country: 'AZE', consent: true },
    },
  ],
  official: registrar,
}

export const dataUseReport = { small, full }
