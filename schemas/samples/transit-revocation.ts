import type { TransitRevocation } from '#schemas/generated/types.ts'
import { baku, gunay, registrar } from './cast.ts'

const small: TransitRevocation = {
  caseReference: 'DMX-T-2026-000012',
  revokedOn: '2026-12-10',
  grounds: [{ code: 'PUBLIC_HEALTH', text: 'Hava limanında karantin elan edilib.' }],
  official: { name: registrar.name },
}

const full: TransitRevocation = {
  caseReference: 'DMX-T-2026-000012',
  revokedOn: '2026-12-10',
  subject: { ...gunay, nationalities: ['UZB'] },
  grounds: [{ code: 'PUBLIC_HEALTH', text: 'Hava limanında karantin elan edilib.' }],
  borderPoint: baku,
  observations: 'Karantin bitəndən sonra yenidən müraciət edilə bilər.',
  official: registrar,
}

export const transitRevocation = { small, full }
