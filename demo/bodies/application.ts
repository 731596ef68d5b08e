/** What is written before anybody decides: applications, what they lack, questions, and more time (agreement, articles 7, 8 and 11). */
import { INTERIOR, MIGRATION_SERVICE } from '#demo/offices.ts'
import type { Write } from './write.ts'

export const application: Write<'readmission-application'> = ({ person, brief, asking, numbers, day }) => ({
  procedure: 'NORMAL',
  personCategory: 'OWN_NATIONAL',
  caseReference: numbers.asking,
  date: day(0),
  requestingAuthority: asking.authority,
  requestedAuthority: MIGRATION_SERVICE.authority,
  subject: { ...brief, nationalities: ['AZE'], birthCountry: 'AZE', languages: ['az'] },
  evidence: [{ code: 'P01', number: person.passport, issuedBy: INTERIOR.authority.name, country: 'AZE' }],
  interviewRequested: false,
  signatory: asking.official,
})

/** Without any document: only the person's own word and language. */
export const applicationWithoutDocument: Write<'readmission-application'> = (file) => ({
  ...application(file),
  evidence: [{ code: 'P06', note: 'Speaks Azerbaijani, and knows the place of birth well.' }],
  observations: 'No document was found. An interview would help to establish nationality.',
})

/** Apprehended at the airport yesterday, with the passport in the pocket. */
export const acceleratedApplication: Write<'readmission-application'> = (file) => ({
  ...application(file),
  procedure: 'ACCELERATED',
  apprehension: { at: file.at(-1), place: file.asking.airport.name },
  evidence: [
    {
      code: 'N01',
      number: file.person.passport,
      issuedBy: INTERIOR.authority.name,
      issuedOn: file.day(-2_000),
      expiresOn: file.day(1_650),
      country: 'AZE',
    },
  ],
})

export const acknowledgement: Write<'acknowledgement'> = ({ numbers, at }) => ({
  receivedAt: at(0),
  caseReference: numbers.service,
  completeness: 'COMPLETE',
  official: MIGRATION_SERVICE.official,
})

export const incomplete: Write<'acknowledgement'> = (file) => ({
  ...acknowledgement(file),
  completeness: 'INCOMPLETE',
  missing: [{ code: 'COPIES', note: 'Pasportun surəti oxunmur.' }],
})

export const update: Write<'readmission-application-update'> = ({ person, numbers, asking, day }) => ({
  caseReference: numbers.asking,
  reason: 'A better copy, and a birth certificate.',
  evidence: [
    { code: 'P01', number: person.passport, country: 'AZE', note: 'Copy of pages 2 and 3' },
    { code: 'P03', issuedOn: day(-9_000), issuedIn: person.birthPlace, country: 'AZE' },
  ],
  official: asking.official,
})

export const informationRequest: Write<'information-request'> = ({ numbers, day }) => ({
  caseReference: numbers.service,
  questions: [{ number: 1, topic: 'ADDRESS', text: 'Şəxsin Azərbaycandakı son ünvanı məlumdurmu?' }],
  answerBy: day(5),
  official: MIGRATION_SERVICE.official,
})

export const informationResponse: Write<'information-response'> = ({ person, numbers, asking }) => ({
  caseReference: numbers.asking,
  answers: [{ number: 1, text: `According to the person, last resident in ${person.birthPlace}.` }],
  official: asking.official,
})

/** The archive needs ten days more than the fifteen of the agreement. It was asked for one day before they are over. */
export const extension: Write<'time-limit-extension'> = ({ numbers, day }) => ({
  caseReference: numbers.service,
  ground: 'FACTUAL_OBSTACLE',
  reasons: 'Sovet dövrünə aid qeydlər kağız arxivdə axtarılır.',
  dueOn: day(1),
  newDueOn: day(11),
  authority: MIGRATION_SERVICE.authority,
  official: MIGRATION_SERVICE.official,
})

export const withdrawal: Write<'case-withdrawal'> = ({ numbers, asking, day }) => ({
  caseReference: numbers.asking,
  reason: 'RESIDENCE_GRANTED',
  text: 'A court has granted a right of residence.',
  since: day(0),
  official: asking.official,
})
