/**
 * Agreement between the European Union and Azerbaijan on readmission, in force since 1 September 2014.
 *
 * Its operative articles could not be read word for word: every row that is not `V` must be checked against OJ L 128, 30.4.2014, before it binds anyone.
 */
import type { RuleSet } from './rule-set.ts'
import { COMPETENCE, DUTIES, EVIDENCE, FORMS, LIMITS, PERMITTED } from './template.ts'

/** Denmark and Ireland are not bound. */
const BOUND = 'AUT AZE BEL BGR CYP CZE DEU ESP EST FIN FRA GRC HRV HUN ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE'

const CH = 'Switzerland-Azerbaijan agreement of 10.10.2016 (SR 0.142.111.649)'
const sibling = (article: string) => ({ confidence: 'SIB', source: `${CH}, article ${article}` }) as const
const read = { confidence: 'V', source: 'Summary of the European Parliament, 2013/0358(NLE)' } as const

export const euAz2014: RuleSet = {
  id: 'eu-az-2014',
  version: 1,
  title: 'Agreement between the European Union and the Republic of Azerbaijan on the readmission of persons residing without authorisation',
  published: 'OJ L 128, 30.4.2014, p. 17 (CELEX 22014A0430(01))',
  inForceSince: '2014-09-01',
  states: BOUND.split(' '),
  limits: {
    ...LIMITS,
    T2: { ...LIMITS.T2, ...sibling('8(1)') },
    T3: { ...LIMITS.T3, ...sibling('4(3)') },
    T4: { ...LIMITS.T4, ...sibling('8(2)') },
    T5: {
      ...LIMITS.T5,
      confidence: 'V',
      unitConfidence: 'GK',
      source:
        'Dutch Repatriation and Departure Service, country page Azerbaijan: 15 days; that they are calendar days is general knowledge',
    },
    T8: { ...LIMITS.T8, ...sibling('8(2)') },
    T11: { ...LIMITS.T11, confidence: 'V', source: 'Press summary of the agreement, 28.2.2014' },
    T18: { ...LIMITS.T18, ...sibling('12(2)') },
    T19: { ...LIMITS.T19, ...sibling('12(5)') },
  },
  evidence: EVIDENCE,
  competence: COMPETENCE,
  permitted: PERMITTED,
  forms: { ...FORMS, transit: { ...FORMS.transit, ...sibling('12') } },
  duties: {
    ...DUTIES,
    reciprocity: { ...DUTIES.reciprocity, ...read },
    ownNationals: { ...DUTIES.ownNationals, ...read },
    formerNationals: { ...DUTIES.formerNationals, ...read },
    family: { ...DUTIES.family, ...read },
    application: { ...DUTIES.application, ...sibling('4(1)') },
    noApplication: { ...DUTIES.noApplication, ...sibling('4(2)') },
    voluntary: { ...DUTIES.voluntary, ...read },
  },
}
