/** Which limits a message takes part in: those that it may start, end, extend, or is checked against. */
import { type CaseEvent, EVENT_SOURCES } from '#schemas/agreements/events.ts'
import type { Limit } from '#schemas/agreements/rule-set.ts'
import { RULE_SETS } from '#schemas/agreements/rule-sets.ts'
import type { MessageType } from '#schemas/index.ts'

interface Part {
  readonly id: string
  readonly title: string
  readonly does: string
}

/** Over all rule sets, by id: the sets give one id to one limit. */
export function limitsOf(type: MessageType): readonly Part[] {
  const limits = new Map(RULE_SETS.flatMap(({ limits }) => Object.entries(limits)))
  return [...limits].flatMap(([id, limit]) => partsIn(limit, type).map((does) => ({ id, title: limit.title, does })))
}

function partsIn({ value, from, until, check, extension }: Limit, type: MessageType): readonly string[] {
  if (value === undefined) return []
  const says = (event: CaseEvent | undefined): boolean => event !== undefined && EVENT_SOURCES[event].some((source) => source.type === type)
  return [
    ...(says(from) ? [check ? 'is checked against' : 'starts'] : []),
    ...(until?.some(says) ? ['ends'] : []),
    ...(says(extension?.on) ? ['extends'] : []),
  ]
}
