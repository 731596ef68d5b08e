/**
 * Agreement between the European Union and Azerbaijan on readmission, in force since 1 September 2014.
 *
 * Its operative articles could not be read word for word: every row that is not `V` must be checked against OJ L 128, 30.4.2014, before it binds anyone.
 */
import type { PersonCategoryCode } from '#schemas/generated/types.ts'
import type { EvidenceLists, RuleSet } from './rule-set.ts'

const THIRD_COUNTRY: readonly PersonCategoryCode[] = ['THIRD_COUNTRY_NATIONAL', 'STATELESS']
const NATIONALS: readonly PersonCategoryCode[] = ['OWN_NATIONAL', 'FORMER_NATIONAL', 'FAMILY_SPOUSE', 'FAMILY_CHILD']

const TEMPLATE = 'Template of the EU readmission agreements'
const CH = 'Switzerland-Azerbaijan agreement of 10.10.2016 (SR 0.142.111.649)'
const BENELUX = 'Benelux-Moldova protocol of 25.1.2013; Benelux-Kazakhstan agreement of 2.3.2015'

/** Annexes 1 and 2. */
const ofNationality: EvidenceLists = {
  proof: ['N01', 'N02', 'N03', 'N04', 'N05', 'N06', 'N07'],
  primaFacie: ['P01', 'P02', 'P03', 'P04', 'P05', 'P06', 'P07', 'P08', 'P09'],
}

/** Annexes 3 and 4. */
const ofEntry: EvidenceLists = {
  proof: ['T01', 'T02', 'T03', 'T04'],
  primaFacie: ['Q01', 'Q02', 'Q03', 'Q04', 'Q05', 'Q06', 'Q07', 'Q08', 'Q09', 'Q10'],
}

/** Denmark and Ireland are not bound. */
const BOUND = 'AUT AZE BEL BGR CYP CZE DEU ESP EST FIN FRA GRC HRV HUN ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE'

export const euAz2014: RuleSet = {
  id: 'eu-az-2014',
  title: 'Agreement between the European Union and the Republic of Azerbaijan on the readmission of persons residing without authorisation',
  published: 'OJ L 128, 30.4.2014, p. 17 (CELEX 22014A0430(01))',
  inForceSince: '2014-09-01',
  states: BOUND.split(' '),
  limits: {
    T1: { title: 'Application, own nationals: any time', article: '8', categories: NATIONALS, confidence: 'GK', source: TEMPLATE },
    T2: {
      title: 'Application, third-country nationals and stateless persons; extendable while legal or factual obstacles last',
      article: '11(1)',
      value: 6,
      unit: 'months',
      from: 'DATE_OF_KNOWLEDGE',
      categories: THIRD_COUNTRY,
      confidence: 'SIB',
      source: `${CH}, article 8(1)`,
    },
    T3: {
      title: 'Application in the accelerated procedure',
      article: '7(3)',
      value: 2,
      unit: 'workingDays',
      from: 'APPREHENSION',
      confidence: 'SIB',
      source: `${CH}, article 4(3)`,
    },
    T4: {
      title: 'Reply in the accelerated procedure',
      article: '11(2)',
      value: 2,
      unit: 'workingDays',
      from: 'APPLICATION_RECEIVED',
      confidence: 'SIB',
      source: `${CH}, article 8(2)`,
    },
    T5: {
      title: 'Reply in the normal procedure',
      article: '11(2)',
      value: 15,
      unit: 'calendarDays',
      from: 'APPLICATION_RECEIVED',
      confidence: 'V',
      source:
        'Dutch Repatriation and Departure Service, country page Azerbaijan: 15 days; that they are calendar days is general knowledge',
    },
    T6: {
      title: 'The reply limits run from the confirmed receipt of the application',
      article: '11(2)',
      from: 'APPLICATION_RECEIVED',
      confidence: 'GK',
      source: `${TEMPLATE}; ${CH}: date of the confirmation of receipt`,
    },
    T7: {
      title: 'Silence: the transfer is deemed agreed',
      article: '11(2)',
      from: 'REPLY_DUE',
      confidence: 'GK',
      source: `${TEMPLATE}; ${BENELUX}, article 7(3)`,
    },
    T8: { title: 'Extension of the reply limit on a reasoned request; size unknown', article: '11(2)', confidence: 'SIB', source: CH },
    T9: { title: 'A refusal gives reasons, in writing', article: '11(3)', confidence: 'SIB', source: BENELUX },
    T10: {
      title: 'Transfer after agreement; extendable by legal or practical obstacles',
      article: '11(4)',
      value: 3,
      unit: 'months',
      from: 'APPROVAL',
      confidence: 'GK',
      source: TEMPLATE,
    },
    T11: {
      title: 'Issue of the travel document',
      article: '3(4), 5(4)',
      value: 5,
      unit: 'workingDays',
      from: 'APPROVAL',
      confidence: 'V',
      source: 'Press summary of the agreement, 28.2.2014',
    },
    T12: {
      title: 'Validity of the travel document',
      article: '3(4), 5(4)',
      value: 150,
      unit: 'calendarDays',
      from: 'TRAVEL_DOCUMENT_ISSUED',
      confidence: 'GK',
      source: TEMPLATE,
    },
    T13: {
      title: 'No travel document in time: the European travel document for return is deemed accepted',
      article: '3(4), 5(4)',
      from: 'TRAVEL_DOCUMENT_REQUEST',
      confidence: 'GK',
      source: TEMPLATE,
    },
    T14: {
      title: 'Renewal of a travel document whose validity lapsed',
      article: '3(5), 5(5)',
      value: 5,
      unit: 'workingDays',
      from: 'TRAVEL_DOCUMENT_LAPSED',
      confidence: 'GK',
      source: TEMPLATE,
    },
    T15: {
      title: 'Interview by the mission of the requested state',
      article: '9(3)',
      value: 5,
      unit: 'workingDays',
      from: 'INTERVIEW_REQUEST',
      confidence: 'GK',
      source: TEMPLATE,
    },
    T16: {
      title: 'Notification before the transfer',
      article: '12(1)',
      value: 3,
      unit: 'workingDays',
      from: 'TRANSFER_NOTIFICATION',
      confidence: 'GK',
      source: TEMPLATE,
    },
    T17: {
      title: 'Return of a person readmitted in error: nationals',
      article: '13',
      value: 6,
      unit: 'months',
      from: 'TRANSFER',
      categories: NATIONALS,
      confidence: 'GK',
      source: TEMPLATE,
    },
    T17b: {
      title: 'Return of a person readmitted in error: third-country nationals and stateless persons',
      article: '13',
      value: 12,
      unit: 'months',
      from: 'TRANSFER',
      categories: THIRD_COUNTRY,
      confidence: 'GK',
      source: TEMPLATE,
    },
    T18: {
      title: 'Reply to a transit application, in writing',
      article: '15(2)',
      value: 5,
      unit: 'workingDays',
      from: 'TRANSIT_APPLICATION_RECEIVED',
      confidence: 'SIB',
      source: `${CH}, article 12(2)`,
    },
    T19: {
      title: 'Transit after consent',
      article: '15',
      value: 30,
      unit: 'calendarDays',
      from: 'TRANSIT_CONSENT_RECEIVED',
      confidence: 'SIB',
      source: `${CH}, article 12(5)`,
    },
    T20: {
      title: 'An implementing protocol enters into force after the joint readmission committee was notified',
      article: '20',
      from: 'COMMITTEE_NOTIFIED',
      confidence: 'SIB',
      source: 'Benelux-Moldova protocol, article 16; Italian circular no. 400 of 24.12.2015',
    },
  },
  evidence: {
    OWN_NATIONAL: ofNationality,
    FORMER_NATIONAL: ofNationality,
    FAMILY_SPOUSE: ofNationality,
    FAMILY_CHILD: ofNationality,
    THIRD_COUNTRY_NATIONAL: ofEntry,
    STATELESS: ofEntry,
  },
}
