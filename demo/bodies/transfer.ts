/** From the announcement of a transfer to the return of somebody readmitted in error (agreement, articles 7, 12 and 13). */
import type { CaseFile } from '#demo/case-file.ts'
import { BAKU, BORDER_SERVICE, MIGRATION_SERVICE } from '#demo/offices.ts'
import type { Escort } from '#schemas/generated/types.ts'
import type { Write } from './write.ts'

const FLIGHT = 'J2068'
const escortOf = ({ asking }: CaseFile): Escort => ({
  familyName: 'Beispiel',
  givenNames: 'Ülker',
  role: 'SECURITY',
  document: { type: 'PASSPORT', number: 'X00000000', ...(asking.airport.country ? { country: asking.airport.country } : {}) },
})

export const transferNotification: Write<'transfer-notification'> = ({ brief, asking, numbers, at }) => ({
  caseReference: numbers.asking,
  replyReference: numbers.service,
  travellers: [{ person: brief }],
  arrivalAt: at(7),
  borderPoint: BAKU,
  mode: 'AIR',
  flight: FLIGHT,
  official: asking.official,
})

/** With the passport of a national there is nothing to apply for (article 7(2)). */
export const directTransfer: Write<'direct-transfer-notice'> = (file) => ({
  caseReference: file.numbers.asking,
  personCategory: 'OWN_NATIONAL',
  requestingAuthority: file.asking.authority,
  travellers: [
    { person: file.brief, documents: [{ type: 'PASSPORT', number: file.person.passport, expiresOn: file.day(1_200), country: 'AZE' }] },
  ],
  arrivalAt: file.at(7),
  borderPoint: BAKU,
  mode: 'AIR',
  departurePoint: file.asking.airport,
  flight: FLIGHT,
  escorts: [escortOf(file)],
  official: file.asking.official,
})

export const transferAccepted: Write<'transfer-notification-response'> = ({ numbers }) => ({
  caseReference: numbers.service,
  answer: 'ACCEPTED',
  official: MIGRATION_SERVICE.official,
})

export const transferObjection: Write<'transfer-notification-response'> = ({ numbers, at }) => ({
  caseReference: numbers.service,
  answer: 'OBJECTION',
  objection: { reason: 'TIME', text: 'Həmin gün hava limanında növbə yoxdur.', alternativeAt: at(8), alternativePoint: BAKU },
  official: MIGRATION_SERVICE.official,
})

export const transferUpdate: Write<'transfer-update'> = (file) => ({
  caseReference: file.numbers.asking,
  reason: 'A day later, as proposed; with an escort.',
  arrivalAt: file.at(8),
  escorts: [escortOf(file)],
  official: file.asking.official,
})

export const transferCancellation: Write<'transfer-cancellation'> = ({ asking, numbers }) => ({
  caseReference: numbers.asking,
  reason: 'LEGAL_OBSTACLE',
  text: 'A court has suspended the transfer.',
  newTransferPlanned: false,
  official: asking.official,
})

export const arrival: Write<'arrival-confirmation'> = ({ brief, numbers, at }) => ({
  caseReference: numbers.service,
  outcome: 'ARRIVED',
  at: at(0),
  borderPoint: BAKU,
  persons: [brief],
  official: MIGRATION_SERVICE.official,
})

/** At the border itself. */
export const arrivalAtBorder: Write<'arrival-confirmation'> = (file) => ({ ...arrival(file), official: BORDER_SERVICE.official })

export const errorClaim: Write<'readmission-in-error-claim'> = ({ brief, asking, numbers, day }) => ({
  caseReference: numbers.service,
  transferredOn: day(0),
  persons: [brief],
  grounds: [{ code: 'OTHER_PERSON', text: 'Barmaq izləri pasportun sahibinin izlərinə uyğun gəlmir.' }],
  returnOn: day(14),
  borderPoint: asking.airport,
  authority: MIGRATION_SERVICE.authority,
  official: MIGRATION_SERVICE.official,
})

export const errorAccepted: Write<'readmission-in-error-reply'> = ({ asking, numbers, day }) => ({
  caseReference: numbers.asking,
  decision: 'APPROVED',
  decidedOn: day(0),
  returnOn: day(14),
  borderPoint: asking.airport,
  official: asking.official,
})
