/** What the simulated officials write. */
import type { BodyByType } from '#schemas/generated/types.ts'
import { type Invented, personOf } from './people.ts'

const DAY_MS = 86_400_000
const day = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
const baku = { name: 'Heydər Əliyev Beynəlxalq Aeroportu', airport: 'GYD', country: 'AZE' } as const
const german = { name: 'Jürgen Beispiel', position: 'Sachbearbeiter' }
const azerbaijani = { name: 'Rəna Nümunəli', position: 'Baş məsləhətçi' }
const germanReference = (person: Invented): string => `DE-2026-${person.reference}`
const azerbaijaniReference = (person: Invented): string => `DMX-${person.reference}`

const brief = ({ familyName, givenNames, patronymic, sex, birthDate, birthPlace }: Invented) => ({
  familyName,
  givenNames,
  patronymic,
  sex,
  birthDate,
  birthPlace,
  nationalities: ['AZE'] as ['AZE'],
})

type Writers = { readonly [T in keyof BodyByType]?: (conversationId: string) => BodyByType[T] }

export const WRITE = {
  'readmission-application': (conversationId) => {
    const person = personOf(conversationId)
    return {
      procedure: 'NORMAL',
      personCategory: 'OWN_NATIONAL',
      caseReference: germanReference(person),
      date: day(0),
      requestingAuthority: { name: 'Zentrale Ausländerbehörde Musterstadt', email: 'rueckfuehrung@zab.example' },
      requestedAuthority: { name: 'Dövlət Miqrasiya Xidməti' },
      subject: { ...brief(person), birthCountry: 'AZE', languages: ['az'] },
      evidence: [{ code: 'P01', number: person.passport, issuedBy: 'Daxili İşlər Nazirliyi', country: 'AZE' }],
      interviewRequested: false,
      signatory: german,
    }
  },
  acknowledgement: (conversationId) => ({
    receivedAt: new Date().toISOString(),
    caseReference: azerbaijaniReference(personOf(conversationId)),
    completeness: 'COMPLETE',
    official: azerbaijani,
  }),
  'information-request': (conversationId) => ({
    caseReference: azerbaijaniReference(personOf(conversationId)),
    questions: [{ number: 1, topic: 'ADDRESS', text: 'Şəxsin Azərbaycandakı son ünvanı məlumdurmu?' }],
    answerBy: day(5),
    official: azerbaijani,
  }),
  'information-response': (conversationId) => {
    const person = personOf(conversationId)
    return {
      caseReference: germanReference(person),
      answers: [{ number: 1, text: `Nach eigenen Angaben zuletzt wohnhaft in ${person.birthPlace}.` }],
      official: german,
    }
  },
  'readmission-reply': (conversationId) => {
    const person = personOf(conversationId)
    return {
      caseReference: azerbaijaniReference(person),
      applicationReference: germanReference(person),
      decision: 'APPROVED',
      decidedOn: day(0),
      subject: brief(person),
      documentBasis: 'RETURN_CERTIFICATE',
      borderPoint: baku,
      validUntil: day(90),
      official: azerbaijani,
    }
  },
  'transfer-notification': (conversationId) => {
    const person = personOf(conversationId)
    return {
      caseReference: germanReference(person),
      replyReference: azerbaijaniReference(person),
      travellers: [{ person: brief(person) }],
      arrivalAt: new Date(Date.now() + 7 * DAY_MS).toISOString(),
      borderPoint: baku,
      mode: 'AIR',
      flight: 'J2068',
      official: german,
    }
  },
  'arrival-confirmation': (conversationId) => {
    const person = personOf(conversationId)
    return {
      caseReference: azerbaijaniReference(person),
      outcome: 'ARRIVED',
      at: new Date().toISOString(),
      borderPoint: baku,
      persons: [brief(person)],
      official: azerbaijani,
    }
  },
} as const satisfies Writers
