import type { CaseClosure } from '#schemas/generated/types.ts'
import { registrar } from './cast.ts'

const small: CaseClosure = {
  caseReference: 'DMX-R-2026-000318',
  reason: 'TRANSFERRED',
  closedOn: '2026-12-20',
  official: { name: registrar.name },
}

const full: CaseClosure = { ...small, text: 'Şəxslər təhvil alınıb.', official: registrar }

export const caseClosure = { small, full }
