import type { ReadmissionInErrorClaim } from '#schemas/generated/types.ts'
import { copyOf, frankfurt, ilqar, migrationService, nameOnly, registrar } from './cast.ts'

const small: ReadmissionInErrorClaim = {
  caseReference: 'DMX-R-2026-000318',
  transferredOn: '2026-12-10',
  persons: [nameOnly],
  grounds: [{ code: 'OTHER_PERSON', text: 'Barmaq izləri uyğun gəlmir.' }],
  official: { name: registrar.name },
}

const full: ReadmissionInErrorClaim = {
  caseReference: 'DMX-R-2026-000318',
  transferredOn: '2026-12-10',
  persons: [ilqar],
  grounds: [{ code: 'NOT_A_NATIONAL', text: 'Vətəndaşlıqdan 2019-cu ildə çıxıb və başqa vətəndaşlıq qəbul edib.' }],
  attachments: [copyOf('Reyestrdən çıxarış')],
  returnOn: '2027-03-01',
  borderPoint: frankfurt,
  observations: 'Şəxsin razılığı var.',
  authority: migrationService,
  official: registrar,
}

export const readmissionInErrorClaim = { small, full }
