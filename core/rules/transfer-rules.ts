/** From the announcement of a transfer to the return of somebody readmitted in error (agreement, articles 7, 12 and 13). */
import { changesSomething, isOutsider, type Rule, rule, travellersConsent } from './rule.ts'

const RIGHTS_OF_STAY: readonly string[] = ['VISA', 'RESIDENCE_PERMIT']

export const TRANSFER_RULES: readonly Rule[] = [
  travellersConsent('transfer', 'transfer-notification'),
  rule({
    rule: 'objection-reason',
    on: 'transfer-notification-response',
    path: '/body/objection',
    expected: [
      'why the transfer cannot take place as announced, with an objection',
      'etiraz olduqda təhvilin bildirilən qaydada nə üçün mümkün olmadığı',
    ],
    article: '12',
    holds: ({ answer, objection }) => answer !== 'OBJECTION' || objection !== undefined,
  }),
  rule({
    rule: 'transfer-update-changes',
    on: 'transfer-update',
    path: '/body',
    expected: ['at least one field that changes', 'dəyişən ən azı bir sahə'],
    article: '12',
    holds: (body) => changesSomething(body, ['caseReference', 'reason', 'official']),
  }),
  travellersConsent('transfer-update', 'transfer-update'),
  rule({
    rule: 'direct-travel-documents',
    on: 'direct-transfer-notice',
    path: '/body/travellers',
    expected: [
      'the valid travel document of every traveller, which makes the application unnecessary',
      'hər bir şəxsin müraciəti lazımsız edən etibarlı səyahət sənədi',
    ],
    article: '7',
    holds: ({ travellers }) => travellers.every(({ documents }) => documents?.some(({ type }) => !RIGHTS_OF_STAY.includes(type)) ?? false),
  }),
  rule({
    rule: 'direct-right-of-stay',
    on: 'direct-transfer-notice',
    path: '/body/travellers',
    expected: [
      'the visa or residence permit of the requested state, for third-country nationals and stateless persons',
      'üçüncü ölkə vətəndaşları və vətəndaşlığı olmayan şəxslər üçün tələb olunan dövlətin vizası və ya yaşayış icazəsi',
    ],
    article: '7',
    holds: ({ personCategory, travellers }) =>
      !isOutsider(personCategory) ||
      travellers.every(({ documents }) => documents?.some(({ type }) => RIGHTS_OF_STAY.includes(type)) ?? false),
  }),
  travellersConsent('direct-transfer', 'direct-transfer-notice'),
  rule({
    rule: 'no-arrival-reason',
    on: 'arrival-confirmation',
    path: '/body/reason',
    expected: ['why the persons were not taken over', 'şəxslərin nə üçün təhvil alınmadığı'],
    article: '13',
    holds: ({ outcome, reason }) => outcome === 'ARRIVED' || reason !== undefined,
  }),
  rule({
    rule: 'error-refusal-grounds',
    on: 'readmission-in-error-reply',
    path: '/body/grounds',
    expected: ['at least one ground when the claim is refused', 'tələb rədd edildikdə ən azı bir əsas'],
    article: '13',
    holds: ({ decision, grounds }) => decision !== 'REFUSED' || grounds !== undefined,
  }),
  rule({
    rule: 'error-return-date',
    on: 'readmission-in-error-reply',
    path: '/body/returnOn',
    expected: ['the date of the return when the claim is accepted', 'tələb qəbul edildikdə geri qaytarma tarixi'],
    article: '13',
    holds: ({ decision, returnOn }) => decision !== 'APPROVED' || returnOn !== undefined,
  }),
]
