import type { ReintegrationReferral } from '#schemas/generated/types.ts'
import { gunay, nameOnly, registrar } from './cast.ts'

const small: ReintegrationReferral = {
  reference: 'DMX-RE-2026-0021',
  subject: nameOnly,
  consent: true,
  consentOn: '2026-12-12',
  needs: ['HOUSING'],
  official: { name: registrar.name },
}

const full: ReintegrationReferral = {
  reference: 'DMX-RE-2026-0021',
  subject: gunay,
  consent: true,
  consentOn: '2026-12-12',
  needs: ['HOUSING', 'EMPLOYMENT', 'CHILD'],
  languages: ['az-Latn'],
  familyMembers: 2,
  returnedOn: '2026-12-10',
  contact: {
    phone: '+994500000000',
    email: 'gunay@poct.example',
    address: { street: 'Nizami küçəsi 7, mənzil 3', locality: 'Gəncə', region: 'Kəpəz', postalCode: 'AZ2000', country: 'AZE' },
    reachable: true,
  },
  health: { consent: true, statement: 'Astma; inhalyator lazımdır.', contagiousDisease: 'Varicella' },
  programme: 'Nümunə reinteqrasiya proqramı',
  observations: 'Dərzidir; öz işini qurmaq istəyir.',
  official: registrar,
}

export const reintegrationReferral = { small, full }
