/**
 * Agreement between Norway and Azerbaijan on readmission, signed on 3 December 2014, in force since 1 June 2015.
 *
 * Only its title, preamble and definitions were read: every row is the template's, its article that of the EU text.
 */
import type { RuleSet } from './rule-set.ts'
import { COMPETENCE, DUTIES, EVIDENCE, FORMS, LIMITS, PERMITTED } from './template.ts'

const preamble = { article: 'preamble', confidence: 'V', source: 'UDI regelverk, document 2015-06-01, preamble' } as const

export const noAz2014: RuleSet = {
  id: 'no-az-2014',
  version: 1,
  title:
    'Agreement between the Government of the Kingdom of Norway and the Government of the Republic of Azerbaijan on the readmission of persons residing without authorisation',
  published: 'UDI regelverk, document 2015-06-01; Azerbaijani Law no. 1218-IVQ of 6.3.2015',
  inForceSince: '2015-06-01',
  states: ['AZE', 'NOR'],
  limits: LIMITS,
  evidence: EVIDENCE,
  competence: COMPETENCE,
  permitted: PERMITTED,
  forms: FORMS,
  duties: { ...DUTIES, reciprocity: { ...DUTIES.reciprocity, ...preamble } },
}
