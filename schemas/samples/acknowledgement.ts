import type { Acknowledgement } from '#schemas/generated/types.ts'
import { migrationService, registrar } from './cast.ts'

const small: Acknowledgement = { receivedAt: '2026-11-20T10:05:00Z', caseReference: 'DMX-R-2026-000318', completeness: 'COMPLETE' }

const full: Acknowledgement = {
  receivedAt: '2026-11-20T10:05:00.250Z',
  caseReference: 'DMX-R-2026-000318',
  completeness: 'INCOMPLETE',
  missing: [{ code: 'COPIES', note: 'Uşağın doğum haqqında şəhadətnaməsinin surəti' }],
  authority: migrationService,
  official: registrar,
}

export const acknowledgement = { small, full }
