/** What is left to do: costs, data protection, support after return, and the end of the case (agreement, articles 16 and 17). */
import { MIGRATION_SERVICE } from '#demo/offices.ts'
import type { CaseEndReasonCode } from '#schemas/generated/types.ts'
import type { Write } from './write.ts'

export const costClaim: Write<'cost-claim'> = ({ person, numbers, day }) => ({
  caseReference: numbers.service,
  invoice: `HF-${person.reference}`,
  date: day(0),
  items: [
    { kind: 'TRANSIT', text: 'Tranzit zonasında yerləşdirmə', amount: '120.00' },
    { kind: 'ESCORTS', text: 'Müşayiət, altı saat', amount: '87.50' },
  ],
  total: '207.50',
  currency: 'EUR',
  account: 'AZ00NABZ00000000000000000000',
  payBy: day(30),
  official: MIGRATION_SERVICE.official,
})

export const costSettlement: Write<'cost-settlement'> = ({ person, asking, numbers, day }) => ({
  caseReference: numbers.asking,
  invoice: `HF-${person.reference}`,
  outcome: 'PAID',
  payment: { amount: '207.50', currency: 'EUR', on: day(0), reference: numbers.asking },
  official: asking.official,
})

const closureFor =
  (reason: CaseEndReasonCode, text: string): Write<'case-closure'> =>
  ({ asking, numbers, day }) => ({ caseReference: numbers.asking, reason, text, closedOn: day(0), official: asking.official })

export const closedAsTransferred = closureFor('TRANSFERRED', 'The person has passed through.')
export const closedAsRefused = closureFor('OTHER', 'The refusal is accepted.')
export const closedAsRevoked = closureFor('OTHER', 'The consent was revoked; another route will be found.')
export const closedAsTakenBack = closureFor('OTHER', 'The person has been taken back.')

/** Says where the wrong value stands, never the value. */
export const correction: Write<'data-correction-notice'> = ({ asking, numbers, day, idOf }) => ({
  caseReference: numbers.asking,
  reason: 'INACCURATE',
  text: 'The place of birth was copied wrongly.',
  corrections: [{ messageId: idOf('readmission-application'), path: '/body/subject/birthPlace' }],
  correctedOn: day(0),
  official: asking.official,
})

/** The application is not needed any more. */
export const erasure: Write<'data-erasure-notice'> = ({ numbers, day, idOf }) => ({
  caseReference: numbers.service,
  action: 'ERASED',
  reason: 'NO_LONGER_NEEDED',
  items: [{ messageId: idOf('readmission-application') }],
  on: day(0),
  official: MIGRATION_SERVICE.official,
})

export const useReport: Write<'data-use-report'> = ({ numbers, day }) => ({
  caseReference: numbers.service,
  uses: [{ purpose: 'Vətəndaşlığın müəyyən edilməsi', authority: MIGRATION_SERVICE.authority.name, on: day(0), result: 'Müəyyən edilib' }],
  official: MIGRATION_SERVICE.official,
})

/** In a conversation of its own: who gives support must see nothing of the readmission case. */
export const referral: Write<'reintegration-referral'> = ({ brief, asking, numbers, day }) => ({
  reference: numbers.asking,
  subject: brief,
  consent: true,
  consentOn: day(0),
  needs: ['HOUSING', 'EMPLOYMENT'],
  languages: ['az'],
  returnedOn: day(0),
  contact: { reachable: true, address: { locality: 'Bakı', country: 'AZE' } },
  official: asking.official,
})
