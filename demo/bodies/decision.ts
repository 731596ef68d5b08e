/** The reply, and the travel document that follows it (agreement, articles 3, 5 and 11). */
import { BAKU, MIGRATION_SERVICE, MISSION } from '#demo/offices.ts'
import { PICTURE } from '#schemas/samples/cast.ts'
import type { Write } from './write.ts'

export const approval: Write<'readmission-reply'> = ({ brief, numbers, day }) => ({
  caseReference: numbers.service,
  applicationReference: numbers.asking,
  decision: 'APPROVED',
  decidedOn: day(0),
  subject: brief,
  documentBasis: 'RETURN_CERTIFICATE',
  borderPoint: BAKU,
  validUntil: day(90),
  official: MIGRATION_SERVICE.official,
})

/** The person has a valid passport; nothing needs to be issued. */
export const approvalWithPassport: Write<'readmission-reply'> = (file) => ({ ...approval(file), documentBasis: 'HELD_DOCUMENT' })

export const refusal: Write<'readmission-reply'> = ({ brief, numbers, day }) => ({
  caseReference: numbers.service,
  applicationReference: numbers.asking,
  decision: 'REFUSED',
  decidedOn: day(0),
  subject: brief,
  grounds: [
    { code: 'NATIONALITY_REBUTTED', text: 'Heç bir reyestrdə vətəndaş kimi qeydə alınmayıb.' },
    { code: 'FORGED_EVIDENCE', text: 'Pasportun nömrəsi başqa şəxsə aiddir.' },
  ],
  official: MIGRATION_SERVICE.official,
})

export const documentRequest: Write<'travel-document-request'> = ({ brief, asking, numbers, day }) => ({
  caseReference: numbers.asking,
  replyReference: numbers.service,
  applicants: [{ person: brief, photo: { mediaType: 'image/jpeg', content: PICTURE } }],
  transferOn: day(12),
  deliverTo: asking.shelter,
  official: asking.official,
})

export const documentIssued: Write<'travel-document-issued'> = ({ person, brief, asking, numbers, day }) => ({
  caseReference: numbers.mission,
  documents: [
    {
      holder: brief,
      type: 'RETURN_CERTIFICATE',
      number: `QS${person.reference}`,
      issuedOn: day(0),
      issuedIn: asking.shelter.locality,
      issuedBy: MISSION.authority.name,
      expiresOn: day(150),
      country: 'AZE',
    },
  ],
  handover: 'Səfirlikdə şəxsən təhvil verilir.',
  official: MISSION.official,
})

export const documentRefused: Write<'travel-document-refused'> = ({ brief, numbers }) => ({
  caseReference: numbers.mission,
  persons: [brief],
  grounds: [{ code: 'PHOTO_UNSUITABLE', text: 'Şəkil altı aydan köhnədir.' }],
  official: MISSION.official,
})

export const documentRenewal: Write<'travel-document-renewal'> = ({ person, brief, asking, numbers, day }) => ({
  caseReference: numbers.asking,
  holder: brief,
  document: { type: 'RETURN_CERTIFICATE', number: `QS${person.reference}`, country: 'AZE' },
  reason: 'WRONG_PARTICULARS',
  transferOn: day(12),
  observations: 'The place of birth was copied wrongly from the application.',
  official: asking.official,
})
