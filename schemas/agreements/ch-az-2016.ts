/**
 * Agreement between Switzerland and Azerbaijan on readmission, in force since 1 April 2017. Its articles are those of the EU text less three.
 *
 * Articles 4, 5, 8 and 12 were read; of the others only the headings.
 */
import type { Limit, RuleSet, Sourced } from './rule-set.ts'
import { COMPETENCE, DUTIES, EVIDENCE, FORMS, LIMITS, PERMITTED } from './template.ts'

const SR = 'SR 0.142.111.649'
const read = (article: string) => ({ article, confidence: 'V', source: `${SR}, article ${article}` }) as const

/** A row of the template under the article that the Swiss list of headings gives it. */
const unread = <T extends Limit | Sourced>(row: T, article: string): T => ({ ...row, article })

export const chAz2016: RuleSet = {
  id: 'ch-az-2016',
  version: 1,
  title:
    'Agreement between the Swiss Federal Council and the Government of the Republic of Azerbaijan on the readmission of persons residing without authorisation',
  published: SR,
  inForceSince: '2017-04-01',
  states: ['AZE', 'CHE'],
  limits: {
    T1: unread(LIMITS.T1, '5'),
    T2: { ...LIMITS.T2, ...read('8(1)') },
    T3: { ...LIMITS.T3, ...read('4(3)') },
    T4: { ...LIMITS.T4, ...read('8(2)') },
    T5: { ...LIMITS.T5, value: 25, extension: { on: 'EXTENSION', value: 25, unit: 'calendarDays', times: 1 }, ...read('8(2)') },
    T6: { ...LIMITS.T6, ...read('8(2)') },
    T7: unread(LIMITS.T7, '8(2)'),
    T8: { ...LIMITS.T8, title: 'Extension of the reply limit, announced by the requested state: 25 calendar days', ...read('8(2)') },
    T9: unread(LIMITS.T9, '8(3)'),
    T10: unread(LIMITS.T10, '8(4)'),
    T11: unread(LIMITS.T11, '2'),
    T12: unread(LIMITS.T12, '2'),
    T13: unread(LIMITS.T13, '2'),
    T14: unread(LIMITS.T14, '2'),
    T15: unread(LIMITS.T15, '6'),
    T16: unread(LIMITS.T16, '9(1)'),
    T17: unread(LIMITS.T17, '10'),
    T17b: unread(LIMITS.T17b, '10'),
    T18: { ...LIMITS.T18, ...read('12(2)') },
    T19: { ...LIMITS.T19, ...read('12(5)') },
    T20: unread(LIMITS.T20, '17'),
  },
  evidence: EVIDENCE,
  competence: { ...COMPETENCE, article: '17' },
  permitted: { ...PERMITTED, article: '14' },
  forms: { application: FORMS.application, transit: { ...FORMS.transit, confidence: 'V', source: `${SR}, article 12` } },
  duties: {
    reciprocity: unread(DUTIES.reciprocity, '2, 3'),
    ownNationals: unread(DUTIES.ownNationals, '2'),
    formerNationals: unread(DUTIES.formerNationals, '2'),
    family: unread(DUTIES.family, '2'),
    thirdCountry: unread(DUTIES.thirdCountry, '3'),
    application: { ...DUTIES.application, ...read('4(1)') },
    noApplication: { ...DUTIES.noApplication, ...read('4(2)') },
    voluntary: { ...DUTIES.voluntary, article: 'preamble', confidence: 'V', source: `${SR}, preamble` },
  },
}
