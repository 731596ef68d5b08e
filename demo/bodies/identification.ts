/** How the requested state finds out who somebody is: registers, and interviews by its mission (agreement, article 9). */
import { BORDER_SERVICE, INTERIOR, MIGRATION_SERVICE, MISSION } from '#demo/offices.ts'
import type { Write } from './write.ts'

export const askRegisters: Write<'verification-request'> = ({ person, brief, numbers, day }) => ({
  caseReference: numbers.service,
  registers: ['POPULATION', 'PASSPORTS', 'CITIZENSHIP'],
  subject: brief,
  documents: [{ type: 'PASSPORT', number: person.passport, country: 'AZE' }],
  question: 'Pasport bu şəxsə verilibmi?',
  answerBy: day(3),
  official: MIGRATION_SERVICE.official,
})

export const askBorder: Write<'verification-request'> = ({ brief, numbers, day }) => ({
  caseReference: numbers.service,
  registers: ['BORDER_CROSSINGS'],
  subject: brief,
  question: 'Şəxs ölkədən nə vaxt çıxıb?',
  answerBy: day(1),
  official: MIGRATION_SERVICE.official,
})

export const found: Write<'verification-result'> = ({ person, brief, numbers, day }) => ({
  caseReference: numbers.service,
  findings: [
    {
      register: 'PASSPORTS',
      verdict: 'MATCH',
      person: brief,
      documents: [{ type: 'PASSPORT', number: person.passport, issuedBy: INTERIOR.authority.name, country: 'AZE' }],
      confidence: 'CERTAIN',
    },
    { register: 'CITIZENSHIP', verdict: 'MATCH', person: brief, confidence: 'CERTAIN', note: 'Vətəndaşlıqdan çıxma barədə qeyd yoxdur.' },
  ],
  searchedOn: day(0),
  official: INTERIOR.official,
})

export const unknown: Write<'verification-result'> = ({ numbers, day }) => ({
  caseReference: numbers.service,
  findings: [
    { register: 'POPULATION', verdict: 'NO_MATCH' },
    { register: 'PASSPORTS', verdict: 'NO_MATCH', note: 'Bu nömrə başqa şəxsə verilib.' },
    { register: 'CITIZENSHIP', verdict: 'NO_MATCH' },
  ],
  searchedOn: day(0),
  official: INTERIOR.official,
})

export const crossed: Write<'verification-result'> = ({ brief, numbers, day }) => ({
  caseReference: numbers.service,
  findings: [{ register: 'BORDER_CROSSINGS', verdict: 'MATCH', person: brief, confidence: 'CERTAIN', note: 'Üç gün əvvəl çıxıb.' }],
  searchedOn: day(0),
  official: BORDER_SERVICE.official,
})

export const interviewRequest: Write<'interview-request'> = ({ brief, asking, numbers, at }) => ({
  caseReference: numbers.service,
  subject: brief,
  mode: 'VIDEO',
  facility: asking.authority.name,
  place: asking.shelter,
  languages: ['az'],
  availability: [{ from: at(1), until: at(3) }],
  contact: asking.official,
  official: MIGRATION_SERVICE.official,
})

export const interviewSchedule: Write<'interview-schedule'> = ({ brief, asking, numbers, at }) => ({
  caseReference: numbers.mission,
  subject: brief,
  at: at(2),
  mode: 'VIDEO',
  facility: asking.authority.name,
  access: 'Otaq 4; kod telefonla veriləcək.',
  languages: ['az'],
  interviewer: MISSION.official,
  official: MISSION.official,
})

export const interviewResult: Write<'interview-result'> = ({ person, brief, numbers, at }) => ({
  caseReference: numbers.mission,
  outcome: 'NATIONALITY_CONFIRMED',
  at: at(0),
  mode: 'VIDEO',
  subject: brief,
  languages: ['az'],
  reasons: `${person.birthPlace} şəhərini və məktəbini dəqiq təsvir edib; qohumları tapılıb.`,
  interviewer: MISSION.official,
})
