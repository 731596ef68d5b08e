import type { TransitReply } from '#schemas/generated/types.ts'
import { baku, gunay, migrationService, nameOnly, registrar } from './cast.ts'

const small: TransitReply = {
  caseReference: 'DMX-T-2026-000012',
  decision: 'REFUSED',
  decidedOn: '2026-12-02',
  subject: nameOnly,
  grounds: [{ code: 'SECURITY', text: 'Təhlükəsizlik mülahizələri.' }],
  official: { name: registrar.name },
}

const full: TransitReply = {
  caseReference: 'DMX-T-2026-000012',
  applicationReference: 'TR-2026/0031',
  decision: 'APPROVED',
  decidedOn: '2026-12-02',
  subject: { ...gunay, nationalities: ['UZB'] },
  grounds: [{ code: 'OTHER', text: 'Quru yolu ilə tranzitə razılıq verilmir.' }],
  borderPoint: baku,
  arrivalAt: '2026-12-14T14:10:00Z',
  support: 'Tranzit zonasında müşayiət',
  validUntil: '2027-01-01',
  observations: 'Gecikmə barədə növbəyə zəng edilsin.',
  authority: migrationService,
  official: registrar,
}

export const transitReply = { small, full }
