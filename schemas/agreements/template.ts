/**
 * What the readmission agreements with one partner have in common: they follow one template, with other numbers in some places.
 *
 * Nothing here was read in an agreement that binds anyone: an agreement takes the rows and says what it knows better. Articles are those of the EU text.
 */
import type { PersonCategoryCode } from '#schemas/generated/types.ts'
import type { Competence } from './competence.ts'
import type { EvidenceLists, Limit, PermittedData, RuleSet, Sourced } from './rule-set.ts'

const THIRD_COUNTRY: readonly PersonCategoryCode[] = ['THIRD_COUNTRY_NATIONAL', 'STATELESS']
const NATIONALS: readonly PersonCategoryCode[] = ['OWN_NATIONAL', 'FORMER_NATIONAL', 'FAMILY_SPOUSE', 'FAMILY_CHILD']

const TEMPLATE = 'Template of the EU readmission agreements'
const BENELUX = 'Benelux-Moldova protocol of 25.1.2013; Benelux-Kazakhstan agreement of 2.3.2015'

const general = { confidence: 'GK', source: TEMPLATE } as const

export const LIMITS = {
  T1: { title: 'Application, own nationals: any time', article: '8', categories: NATIONALS, ...general },
  T2: {
    title: 'Application, third-country nationals and stateless persons; extendable while legal or factual obstacles last',
    article: '11(1)',
    value: 6,
    unit: 'months',
    from: 'DATE_OF_KNOWLEDGE',
    check: 'submission',
    actor: 'requesting',
    categories: THIRD_COUNTRY,
    ...general,
  },
  T3: {
    title: 'Application in the accelerated procedure',
    article: '7(3)',
    value: 2,
    unit: 'workingDays',
    from: 'APPREHENSION',
    check: 'submission',
    actor: 'requesting',
    ...general,
  },
  T4: {
    title: 'Reply in the accelerated procedure',
    article: '11(2)',
    value: 2,
    unit: 'workingDays',
    from: 'ACCELERATED_APPLICATION',
    until: ['REPLY'],
    lapse: 'DEEMED_APPROVAL',
    restsOn: ['T6', 'T7'],
    warnDaysBefore: [1],
    ...general,
  },
  T5: {
    title: 'Reply in the normal procedure',
    article: '11(2)',
    value: 15,
    unit: 'calendarDays',
    from: 'APPLICATION',
    until: ['REPLY'],
    extension: { on: 'EXTENSION', times: 1 },
    lapse: 'DEEMED_APPROVAL',
    restsOn: ['T6', 'T7'],
    warnDaysBefore: [5, 1],
    ...general,
  },
  T6: { title: 'The reply limits run from the confirmed receipt of the application', article: '11(2)', ...general },
  T7: {
    title: 'Silence: the transfer is deemed agreed',
    article: '11(2)',
    confidence: 'GK',
    source: `${TEMPLATE}; ${BENELUX}, article 7(3)`,
  },
  T8: { title: 'Extension of the reply limit on a reasoned request; size unknown', article: '11(2)', ...general },
  T9: { title: 'A refusal gives reasons, in writing', article: '11(3)', confidence: 'SIB', source: BENELUX },
  T10: {
    title: 'Transfer after agreement; extendable by legal or practical obstacles',
    article: '11(4)',
    value: 3,
    unit: 'months',
    from: 'APPROVAL',
    until: ['TRANSFER'],
    actor: 'requesting',
    warnDaysBefore: [30, 7],
    ...general,
  },
  T11: {
    title: 'Issue of the travel document',
    article: '3(4), 5(4)',
    value: 5,
    unit: 'workingDays',
    from: 'APPROVAL',
    until: ['TRAVEL_DOCUMENT_ANSWER', 'TRANSFER'],
    lapse: 'EU_TRAVEL_DOCUMENT',
    restsOn: ['T13'],
    warnDaysBefore: [1],
    ...general,
  },
  T12: {
    title: 'Validity of the travel document',
    article: '3(4), 5(4)',
    value: 150,
    unit: 'calendarDays',
    from: 'TRAVEL_DOCUMENT_ISSUED',
    until: ['TRANSFER', 'TRAVEL_DOCUMENT_RENEWAL'],
    moment: 'acceptance',
    actor: 'requesting',
    warnDaysBefore: [30, 7],
    ...general,
  },
  T13: {
    title: 'No travel document in time: the European travel document for return is deemed accepted',
    article: '3(4), 5(4)',
    ...general,
  },
  T14: {
    title: 'Renewal of a travel document whose validity lapsed',
    article: '3(5), 5(5)',
    value: 5,
    unit: 'workingDays',
    from: 'TRAVEL_DOCUMENT_RENEWAL',
    until: ['TRAVEL_DOCUMENT_ANSWER', 'TRANSFER'],
    warnDaysBefore: [1],
    ...general,
  },
  T15: {
    title: 'Interview by the mission of the requested state',
    article: '9(3)',
    value: 5,
    unit: 'workingDays',
    from: 'INTERVIEW_REQUEST',
    until: ['INTERVIEW_RESULT', 'REPLY'],
    warnDaysBefore: [1],
    ...general,
  },
  T16: {
    title: 'Notification before the transfer',
    article: '12(1)',
    value: 3,
    unit: 'workingDays',
    from: 'TRANSFER_NOTIFICATION',
    moment: 'acceptance',
    check: 'notice',
    actor: 'requesting',
    ...general,
  },
  T17: {
    title: 'Return of a person readmitted in error: nationals',
    article: '13',
    value: 6,
    unit: 'months',
    from: 'TRANSFER',
    until: ['ERROR_CLAIM'],
    categories: NATIONALS,
    ...general,
  },
  T17b: {
    title: 'Return of a person readmitted in error: third-country nationals and stateless persons',
    article: '13',
    value: 12,
    unit: 'months',
    from: 'TRANSFER',
    until: ['ERROR_CLAIM'],
    categories: THIRD_COUNTRY,
    ...general,
  },
  T18: {
    title: 'Reply to a transit application, in writing',
    article: '15(2)',
    value: 5,
    unit: 'workingDays',
    from: 'TRANSIT_APPLICATION',
    until: ['TRANSIT_REPLY'],
    warnDaysBefore: [1],
    ...general,
  },
  T19: {
    title: 'Transit after consent',
    article: '15',
    value: 30,
    unit: 'calendarDays',
    from: 'TRANSIT_CONSENT',
    until: ['TRANSFER', 'TRANSIT_REVOCATION'],
    actor: 'requesting',
    warnDaysBefore: [7],
    ...general,
  },
  T20: {
    title: 'An implementing protocol enters into force after the joint readmission committee was notified',
    article: '20',
    from: 'COMMITTEE_NOTIFIED',
    confidence: 'SIB',
    source: 'Benelux-Moldova protocol, article 16; Italian circular no. 400 of 24.12.2015',
  },
} satisfies { readonly [id: string]: Limit }

const ofNationality: EvidenceLists = {
  title: 'Proof (annex 1) and prima facie evidence (annex 2) of nationality',
  article: '9, annexes 1 and 2',
  ...general,
  proof: ['N01', 'N02', 'N03', 'N04', 'N05', 'N06', 'N07'],
  primaFacie: ['P01', 'P02', 'P03', 'P04', 'P05', 'P06', 'P07', 'P08', 'P09'],
}

const ofEntry: EvidenceLists = {
  title: 'Proof (annex 3) and prima facie evidence (annex 4) for third-country nationals and stateless persons',
  article: '10, annexes 3 and 4',
  ...general,
  proof: ['T01', 'T02', 'T03', 'T04'],
  primaFacie: ['Q01', 'Q02', 'Q03', 'Q04', 'Q05', 'Q06', 'Q07', 'Q08', 'Q09', 'Q10'],
}

export const EVIDENCE: RuleSet['evidence'] = {
  OWN_NATIONAL: ofNationality,
  FORMER_NATIONAL: ofNationality,
  FAMILY_SPOUSE: ofNationality,
  FAMILY_CHILD: ofNationality,
  THIRD_COUNTRY_NATIONAL: ofEntry,
  STATELESS: ofEntry,
}

export const COMPETENCE: Competence = {
  title: 'Messages that only a competent authority may send',
  article: '20',
  ...general,
  types: {
    'readmission-application': ['CENTRAL'],
    'readmission-application-update': ['CENTRAL'],
    acknowledgement: ['CENTRAL'],
    'verification-request': ['CENTRAL', 'MISSION'],
    'verification-result': ['CENTRAL', 'MISSION', 'REGISTER', 'BORDER'],
    'interview-request': ['CENTRAL'],
    'interview-schedule': ['CENTRAL', 'MISSION'],
    'interview-result': ['MISSION'],
    'time-limit-extension': ['CENTRAL'],
    'readmission-reply': ['CENTRAL'],
    'travel-document-request': ['CENTRAL'],
    'travel-document-issued': ['MISSION'],
    'travel-document-refused': ['MISSION'],
    'travel-document-renewal': ['CENTRAL'],
    'transfer-notification': ['CENTRAL', 'BORDER'],
    'transfer-notification-response': ['CENTRAL', 'BORDER'],
    'transfer-update': ['CENTRAL', 'BORDER'],
    'transfer-cancellation': ['CENTRAL', 'BORDER'],
    'direct-transfer-notice': ['CENTRAL', 'BORDER'],
    'arrival-confirmation': ['CENTRAL', 'BORDER'],
    'readmission-in-error-claim': ['CENTRAL'],
    'readmission-in-error-reply': ['CENTRAL'],
    'transit-application': ['CENTRAL'],
    'transit-reply': ['CENTRAL'],
    'transit-revocation': ['CENTRAL'],
    'case-withdrawal': ['CENTRAL'],
    'case-closure': ['CENTRAL'],
    'cost-claim': ['CENTRAL', 'BORDER'],
    'cost-settlement': ['CENTRAL'],
    'border-point-update': ['CENTRAL', 'BORDER'],
    'statistics-report': ['CENTRAL'],
    'reintegration-referral': ['CENTRAL'],
  },
}

export const PERMITTED: PermittedData = {
  title: 'Data that the states may tell each other',
  article: '17',
  confidence: 'SIB',
  source:
    'Benelux-Kazakhstan agreement of 2.3.2015, article 13; health and care: Switzerland-Azerbaijan agreement of 10.10.2016, article 5',
  classes: ['i', 'ii', 'iii', 'iv', 'consent', 'procedure'],
}

export const FORMS = {
  application: { title: 'Common form of the readmission application', article: 'annex 5', ...general },
  transit: { title: 'Common form of the transit application', article: 'annex 6', ...general },
} satisfies { readonly [id: string]: Sourced }

export const DUTIES = {
  reciprocity: { title: 'Both sides owe the same', article: '2 to 6', ...general },
  ownNationals: { title: 'Readmission of own nationals whose nationality is proved or validly assumed', article: '3, 5', ...general },
  formerNationals: { title: 'Also of those who renounced the nationality without acquiring another', article: '3, 5', ...general },
  family: { title: 'Also of spouses and minor unmarried children without an independent right of residence', article: '3, 5', ...general },
  thirdCountry: {
    title: 'Readmission of third-country nationals and stateless persons with a visa or residence permit, or who came directly',
    article: '4, 6',
    ...general,
  },
  application: { title: 'A transfer needs a readmission application', article: '7(1)', ...general },
  noApplication: {
    title: 'It needs none for a holder of a valid travel document and, where required, of a visa or permit',
    article: '7(2)',
    ...general,
  },
  voluntary: { title: 'Voluntary return comes before forced return', article: '2', ...general },
} satisfies { readonly [id: string]: Sourced }
