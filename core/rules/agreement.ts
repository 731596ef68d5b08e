/** What a message must say beyond the schema because the agreement asks for it. One row a rule; every broken one is reported. */
import type { Issue } from '#core/errors.ts'
import type { Message, MessageType } from '#core/message.ts'
import { COOPERATION_RULES } from './cooperation-rules.ts'
import { DECISION_RULES } from './decision-rules.ts'
import type { Rule } from './rule.ts'
import { TRANSFER_RULES } from './transfer-rules.ts'
import { TRANSIT_RULES } from './transit-rules.ts'

export const RULES = [...DECISION_RULES, ...TRANSFER_RULES, ...TRANSIT_RULES, ...COOPERATION_RULES] as const

export function agreementFaults(message: Message): readonly Issue[] {
  const rows = RULES as readonly Rule<MessageType>[]
  return rows
    .filter(({ on, holds }) => on === message.header.type && !holds(message.body as never))
    .map(({ rule, path, expected, article }) => ({
      rule,
      path,
      expected,
      hint: `Article ${article} of the agreement asks for it.`,
    }))
}
