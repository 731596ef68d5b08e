/** Transit (agreement, articles 14 and 15). */
import { type Rule, rule } from './rule.ts'

export const TRANSIT_RULES: readonly Rule[] = [
  rule({
    rule: 'transit-guarantee',
    on: 'transit-application',
    path: '/body/admissionGuaranteed',
    expected: [
      'the declaration that admission in the state of destination and in further states of transit is guaranteed',
      'təyinat dövlətinə və digər tranzit dövlətlərinə qəbulun təmin edildiyi barədə bəyanat',
    ],
    article: '14',
    holds: ({ admissionGuaranteed }) => admissionGuaranteed,
  }),
  rule({
    rule: 'transit-no-ground',
    on: 'transit-application',
    path: '/body/refusalGroundKnown',
    expected: [
      'the declaration that no ground for refusing transit is known',
      'tranzitdən imtina üçün heç bir əsasın məlum olmadığı barədə bəyanat',
    ],
    article: '15',
    holds: ({ refusalGroundKnown }) => !refusalGroundKnown,
  }),
  rule({
    rule: 'transit-refusal-grounds',
    on: 'transit-reply',
    path: '/body/grounds',
    expected: ['at least one ground when transit is refused', 'tranzitdən imtina edildikdə ən azı bir əsas'],
    article: '15',
    holds: ({ decision, grounds }) => decision !== 'REFUSED' || grounds !== undefined,
  }),
  rule({
    rule: 'transit-point-and-time',
    on: 'transit-reply',
    path: '/body',
    expected: [
      'border crossing point and time of entry when transit is approved',
      'tranzitə razılıq verildikdə sərhəd-keçid məntəqəsi və giriş vaxtı',
    ],
    article: '15',
    holds: ({ decision, borderPoint, arrivalAt }) => decision !== 'APPROVED' || (borderPoint !== undefined && arrivalAt !== undefined),
  }),
]
