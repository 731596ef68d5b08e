/** From the application to the decision (agreement, articles 7 to 11). */
import { changesSomething, healthConsent, isOutsider, type Rule, rule } from './rule.ts'

export const DECISION_RULES: readonly Rule[] = [
  rule({
    rule: 'accelerated-apprehension',
    on: 'readmission-application',
    path: '/body/apprehension',
    expected: ['date and place of apprehension in the accelerated procedure', 'sürətləndirilmiş prosedurda saxlanılma tarixi və yeri'],
    article: '7',
    holds: ({ procedure, apprehension }) => procedure !== 'ACCELERATED' || apprehension !== undefined,
  }),
  rule({
    rule: 'outsider-knowledge',
    on: 'readmission-application',
    path: '/body/dateOfKnowledge',
    expected: [
      'the date on which the authority learned of the irregularity, for third-country nationals and stateless persons',
      'üçüncü ölkə vətəndaşları və vətəndaşlığı olmayan şəxslər üçün orqanın pozuntudan xəbər tutduğu tarix',
    ],
    article: '11',
    holds: ({ personCategory, dateOfKnowledge }) => !isOutsider(personCategory) || dateOfKnowledge !== undefined,
  }),
  healthConsent('application', 'readmission-application'),
  rule({
    rule: 'update-changes',
    on: 'readmission-application-update',
    path: '/body',
    expected: ['at least one block that changes', 'dəyişən ən azı bir blok'],
    article: '8',
    holds: (body) => changesSomething(body, ['caseReference', 'reason', 'official']),
  }),
  healthConsent('update', 'readmission-application-update'),
  rule({
    rule: 'acknowledgement-missing',
    on: 'acknowledgement',
    path: '/body/missing',
    expected: ['what is missing when the application is incomplete', 'müraciət natamamdırsa, nəyin çatışmadığı'],
    article: '11',
    holds: ({ completeness, missing }) => completeness !== 'INCOMPLETE' || missing !== undefined,
  }),
  rule({
    rule: 'match-entry',
    on: 'verification-result',
    path: '/body/findings',
    expected: ['the matching entry with every finding that is a match', 'uyğunluq göstərən hər nəticədə reyestrdəki uyğun qeyd'],
    article: '9',
    holds: ({ findings }) => findings.every(({ verdict, person }) => verdict !== 'MATCH' || person !== undefined),
  }),
  rule({
    rule: 'extension-later',
    on: 'time-limit-extension',
    path: '/body/newDueOn',
    expected: ['a day after the one on which the reply was due', 'cavabın son günündən sonrakı bir gün'],
    article: '11',
    holds: ({ dueOn, newDueOn }) => dueOn === undefined || newDueOn > dueOn,
  }),
  rule({
    rule: 'refusal-grounds',
    on: 'readmission-reply',
    path: '/body/grounds',
    expected: ['at least one ground when the application is refused', 'müraciətdən imtina edildikdə ən azı bir əsas'],
    article: '11',
    holds: ({ decision, grounds }) => decision !== 'REFUSED' || grounds !== undefined,
  }),
  healthConsent('reply', 'readmission-reply'),
]
