/** Which evidence the agreement knows for whom (articles 9 and 10, annexes 1 to 4). The lists are data of the rule set. */
import type { Evidence } from '#schemas/generated/types.ts'
import type { Rule } from './rule.ts'

export const EVIDENCE_RULES: readonly Rule[] = [
  {
    rule: 'evidence-annex',
    on: ['readmission-application', 'readmission-application-update'],
    effect: 'refuses',
    where: '/body/evidence/{i}/code',
    expected: ["a code of the annexes for this person's category", 'şəxsin kateqoriyasına aid əlavələrdən bir kod'],
    hint: [
      'Annexes 1 and 2 are for nationals, former nationals and their family, annexes 3 and 4 for third-country nationals and stateless persons.',
      '1-ci və 2-ci əlavələr vətəndaşlar, keçmiş vətəndaşlar və onların ailə üzvləri üçün, 3-cü və 4-cü əlavələr üçüncü ölkə vətəndaşları və vətəndaşlığı olmayan şəxslər üçündür.',
    ],
    article: '9, 10',
    broken: ({ body }, { ruleSet, category }) => {
      const lists = category && ruleSet?.evidence[category]
      const { evidence = [] } = body as { readonly evidence?: readonly Evidence[] }
      const fits = ({ code }: Evidence): boolean => !lists || lists.proof.includes(code) || lists.primaFacie.includes(code)
      return evidence.flatMap((one, index) => (fits(one) ? [] : [`/body/evidence/${index}/code`]))
    },
  },
]
