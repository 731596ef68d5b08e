/** Through the requested state on the way to another one (agreement, articles 14 and 15, annex 6). */
import type { CaseFile } from '#demo/case-file.ts'
import { BAKU, MIGRATION_SERVICE } from '#demo/offices.ts'
import type { PersonBrief } from '#schemas/generated/types.ts'
import type { Write } from './write.ts'

const DESTINATION = 'UZB'
const traveller = ({ brief }: CaseFile): PersonBrief => ({ ...brief, nationalities: [DESTINATION] })

export const transitApplication: Write<'transit-application'> = (file) => ({
  caseReference: file.numbers.asking,
  date: file.day(0),
  requestingAuthority: file.asking.authority,
  requestedAuthority: MIGRATION_SERVICE.authority,
  subject: { ...file.brief, nationalities: [DESTINATION] },
  document: { type: 'PASSPORT', number: file.person.passport, expiresOn: file.day(900), country: DESTINATION },
  mode: 'AIR',
  destination: DESTINATION,
  borderPoint: BAKU,
  arrivalAt: file.at(12),
  exitPoint: BAKU,
  departureAt: file.at(12.25),
  flight: 'J2068',
  admissionGuaranteed: true,
  refusalGroundKnown: false,
  signatory: file.asking.official,
})

export const transitApproval: Write<'transit-reply'> = (file) => ({
  caseReference: file.numbers.service,
  applicationReference: file.numbers.asking,
  decision: 'APPROVED',
  decidedOn: file.day(0),
  subject: traveller(file),
  borderPoint: BAKU,
  arrivalAt: file.at(12),
  support: 'Tranzit zonasında müşayiət',
  validUntil: file.day(30),
  official: MIGRATION_SERVICE.official,
})

export const transitRevocation: Write<'transit-revocation'> = (file) => ({
  caseReference: file.numbers.service,
  revokedOn: file.day(0),
  subject: traveller(file),
  grounds: [{ code: 'PUBLIC_HEALTH', text: 'Tranzit zonası karantin səbəbindən bağlanıb.' }],
  official: MIGRATION_SERVICE.official,
})
