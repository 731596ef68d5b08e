/** Messages that come too late, or announce something for too soon. How long is data of the rule set. */
import { type Deadline, deadlinesOf } from '#core/clocks/deadlines.ts'
import type { Message } from '#core/message.ts'
import type { Circumstances, Rule } from './rule.ts'

interface LimitRule extends Pick<Rule, 'rule' | 'on' | 'where' | 'expected' | 'article'> {
  /** Row of the rule set. */
  readonly limit: string
  /** What the message says that excuses it. */
  readonly excuse?: string
}

const limitRule = ({ limit, excuse, ...row }: LimitRule): Rule => ({
  ...row,
  // Nobody is refused on a guess.
  effect: (message, circumstances) => {
    const isSure = deadlineOf(limit, message, circumstances)?.unconfirmed.length === 0
    return isSure ? (circumstances.ruleSet?.limits[limit]?.unkept ?? 'flags') : 'flags'
  },
  hint: [
    `How long it is, and how sure that is, stands in row ${limit} of the limits; flagged unless the agreement says more.`,
    `Müddət və onun nə dərəcədə dəqiq olduğu müddətlər cədvəlinin ${limit} sətrindədir; Sazişdə başqa cür deyilməyibsə, yalnız qeyd olunur.`,
  ],
  broken: (message, circumstances) => {
    const isExcused = excuse !== undefined && excuse in message.body
    return isExcused || (deadlineOf(limit, message, circumstances)?.kept ?? true) ? [] : [row.where]
  },
})

function deadlineOf(limit: string, { header, body }: Message, { at, category, clocks }: Circumstances): Deadline | undefined {
  if (!clocks) return undefined
  const { messageId, type } = header
  return deadlinesOf({ kind: 'accepted', messageId, type, body, at, category }, clocks).find((deadline) => deadline.limit === limit)
}

export const LIMIT_RULES: readonly Rule[] = [
  limitRule({
    rule: 'late-accelerated',
    limit: 'T3',
    on: ['readmission-application'],
    where: '/body/apprehension/at',
    expected: ['an application within the limit after the apprehension', 'saxlanılmadan sonra müəyyən edilmiş müddətdə müraciət'],
    article: '7',
  }),
  limitRule({
    rule: 'late-outsider',
    limit: 'T2',
    excuse: 'obstacle',
    on: ['readmission-application'],
    where: '/body/dateOfKnowledge',
    expected: [
      'an application within the limit after the day of knowledge, or the obstacle that kept it',
      'pozuntudan xəbər tutulan gündən sonra müəyyən edilmiş müddətdə müraciət və ya ona mane olan hal',
    ],
    article: '11',
  }),
  limitRule({
    rule: 'short-notice',
    limit: 'T16',
    on: ['transfer-notification', 'direct-transfer-notice', 'transfer-update'],
    where: '/body/arrivalAt',
    expected: ['an arrival not before the period of notice ends', 'bildiriş müddəti bitməmiş olmayan gəliş vaxtı'],
    article: '12',
  }),
]
