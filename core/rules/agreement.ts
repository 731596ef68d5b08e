/** What a message must say, and should not say, beyond the schema because of the agreement. One row a rule; every broken one is told. */
import type { Issue } from '#core/errors.ts'
import type { Flag, Message, SeenFlag } from '#core/message.ts'
import { ruleSetOf } from '#schemas/agreements/rule-sets.ts'
import type { PersonCategoryCode } from '#schemas/generated/types.ts'
import { ASYLUM_RULES } from './asylum-rules.ts'
import { COOPERATION_RULES } from './cooperation-rules.ts'
import { DATA_RULES } from './data-rules.ts'
import { DECISION_RULES } from './decision-rules.ts'
import { EVIDENCE_RULES } from './evidence-rules.ts'
import { LIMIT_RULES } from './limit-rules.ts'
import { MISSION_RULES } from './mission-rules.ts'
import { NAME_RULES } from './name-rules.ts'
import type { Circumstances, Rule } from './rule.ts'
import { TRANSFER_RULES } from './transfer-rules.ts'
import { TRANSIT_RULES } from './transit-rules.ts'

export const RULES: readonly Rule[] = [
  ...DATA_RULES,
  ...DECISION_RULES,
  ...EVIDENCE_RULES,
  ...TRANSFER_RULES,
  ...TRANSIT_RULES,
  ...COOPERATION_RULES,
  ...LIMIT_RULES,
  ...NAME_RULES,
  ...MISSION_RULES,
  ...ASYLUM_RULES,
]

/** As many as a receipt lists. */
const MOST_FLAGS = 500

export const flagsFor = (isSender: boolean, flags: readonly Flag[]): readonly SeenFlag[] =>
  isSender ? flags : [...new Set(flags.map(({ rule }) => rule))].map((rule) => ({ rule }))

export interface Verdict {
  /** Broken rules that refuse it. */
  readonly faults: readonly Issue[]
  readonly flags: readonly Flag[]
}

/** Paths are JSON Pointers into the message. */
export function verdictOf(message: Message, circumstances: Circumstances): Verdict {
  const broken = RULES.filter(({ on }) => on.includes(message.header.type)).flatMap((row) => {
    const paths = row.broken(message, circumstances)
    const effect = typeof row.effect === 'function' && paths.length > 0 ? row.effect(message, circumstances) : row.effect
    return paths.map((path) => ({ effect, issue: { rule: row.rule, path, expected: row.expected[0], hint: row.hint[0] } }))
  })
  return {
    faults: broken.flatMap(({ effect, issue }) => (effect === 'refuses' ? [issue] : [])),
    flags: broken.flatMap(({ effect, issue: { rule, path } }) => (effect === 'refuses' ? [] : [{ rule, path }])).slice(0, MOST_FLAGS),
  }
}

/** Of a message that is looked at by itself, outside any case and whoever sends it: no limit is counted. */
export const alone = ({ header, body }: Message): Circumstances => ({
  at: new Date(header.createdAt),
  ruleSet: ruleSetOf(header.agreement),
  category: categoryIn(body),
  clocks: undefined,
  roles: undefined,
})

/** Whom the message is about, where it says so. */
export const categoryIn = (body: object): PersonCategoryCode | undefined =>
  (body as { readonly personCategory?: PersonCategoryCode }).personCategory
