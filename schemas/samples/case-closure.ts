import type { CaseClosure } from '#schemas/generated/types.ts'
import { registrar } from './cast.ts'

const small: CaseClosure = {
  caseReference: 'DMX-R-2026-000318',
  reason: 'TRANSFERRED',
  official: { name: registrar.name },
}

const full: CaseClosure = { ...small, text: 'Şəxslər təhvil alınıb.', since: '2026-11-24', official: registrar }

export const caseClosure = { small, full }
