import type { CostClaim } from '#schemas/generated/types.ts'
import { copyOf, migrationService, registrar } from './cast.ts'

const small: CostClaim = {
  caseReference: 'DMX-R-2026-000318',
  invoice: 'HF-2026/88',
  date: '2026-12-21',
  items: [{ kind: 'TICKETS', amount: '412.50' }],
  total: '412.50',
  currency: 'EUR',
  official: { name: registrar.name },
}

const full: CostClaim = {
  caseReference: 'DMX-R-2026-000318',
  invoice: 'HF-2026/88',
  date: '2026-12-21',
  items: [
    { kind: 'TICKETS', text: 'İki bilet', amount: '412.50' },
    { kind: 'MEDICAL', text: 'Tibbi müşayiət', amount: '87.5' },
  ],
  total: '500',
  currency: 'EUR',
  account: 'AZ00NABZ00000000000000000000',
  payBy: '2027-01-20',
  attachments: [copyOf('Hesab-faktura')],
  observations: 'Ödənişdə fakturanın nömrəsi göstərilsin.',
  authority: migrationService,
  official: registrar,
}

export const costClaim = { small, full }
