import type { TransferNotification } from '#schemas/generated/types.ts'
import { baku, caseOfficer, copyOf, frankfurt, gunay, ilqar, nameOnly } from './cast.ts'
import { escort, returnCertificate } from './documents.ts'

const small: TransferNotification = {
  caseReference: 'RA-2026/0417',
  travellers: [{ person: nameOnly }],
  arrivalAt: '2026-12-10T14:10:00Z',
  borderPoint: { name: baku.name },
  mode: 'AIR',
  official: { name: caseOfficer.name },
}

const full: TransferNotification = {
  caseReference: 'RA-2026/0417',
  replyReference: 'DMX-R-2026-000318',
  travellers: [
    {
      person: gunay,
      documents: [returnCertificate],
      health: { consent: true, statement: 'İnhalyator yanındadır.', contagiousDisease: 'Varicella' },
      security: 'Əri ilə yanaşı oturmalıdır',
    },
    { person: ilqar },
  ],
  arrivalAt: '2026-12-10T14:10:00Z',
  borderPoint: baku,
  mode: 'AIR',
  departureAt: '2026-12-10T08:55:00Z',
  departurePoint: frankfurt,
  flight: 'XX1234',
  vehicle: 'D-AXXX',
  escorts: [escort],
  annexes: [copyOf('Qayıdış şəhadətnaməsinin surəti')],
  observations: 'Baqaj: iki çamadan.',
  official: caseOfficer,
}

export const transferNotification = { small, full }
