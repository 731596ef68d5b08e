import type { TimeLimitExtension } from '#schemas/generated/types.ts'
import { migrationService, registrar } from './cast.ts'

const small: TimeLimitExtension = {
  caseReference: 'DMX-R-2026-000318',
  ground: 'FACTUAL_OBSTACLE',
  reasons: 'Arxiv məlumatı hələ gəlməyib.',
  newDueOn: '2026-12-15',
  official: { name: registrar.name },
}

const full: TimeLimitExtension = {
  caseReference: 'DMX-R-2026-000318',
  ground: 'FACTUAL_OBSTACLE',
  reasons: 'Kirovabad dövrünə aid qeydlər kağız arxivdə axtarılır.',
  dueOn: '2026-12-05',
  newDueOn: '2026-12-15',
  authority: migrationService,
  official: registrar,
}

export const timeLimitExtension = { small, full }
