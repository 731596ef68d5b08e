/**
 * Contents are erased, the proof stays: originals, contents, the bytes made for recipients, attachments and the key that opened them go; digests, receipts
 * and the audit trail remain. Either because nobody needs them any longer (retention rules, data of the operator) or because somebody asked: the
 * notices of data erased or corrected (agreement, article 17), or an operator.
 */

import type { Message, MessageType, PartyId } from './message.ts'
import type { Act } from './operations.ts'
import { PlainError } from './plain-error.ts'

/** The first rule that fits a message counts. */
export interface RetentionRule {
  readonly rule: string
  /** All of them when absent. */
  readonly types?: readonly string[]
  /** States of the case; all of them when absent. */
  readonly outcomes?: readonly string[]
  /** Days after the last message of the case. */
  readonly days: number
}

export interface DueErasure {
  readonly messageId: string
  readonly from: PartyId
  /** Under which rule, or what asked for it. */
  readonly rule: string
}

export interface Erased {
  readonly at: Date
  readonly rule: string
}

/** Who erases: the hub by itself, or an operator with a reason. */
export type Eraser = Pick<Act, 'at'> & Partial<Pick<Act, 'by' | 'reason'>>

/** A message in the order in which they were accepted. */
export interface Looked {
  readonly receivedAt: Date
  readonly messageId: string
  readonly from: PartyId
}

export interface Look {
  readonly due: readonly DueErasure[]
  /** The last that was looked at. Absent when all that are old enough were. */
  readonly reached?: Looked
}

export interface Erasure {
  /** Messages whose contents somebody asked to erase, as far as all their deliveries have ended. */
  asked(limit: number): Promise<readonly DueErasure[]>
  /** Looks at the next messages after `from`, in the order in which they were accepted, whether their time is over by the rules. */
  look(rules: readonly RetentionRule[], now: Date, from?: Looked): Promise<Look>
  /** In one transaction. Answers with those that it has erased: not the ones with a delivery that has not ended, nor what is erased already. */
  erase(ones: readonly DueErasure[], by: Eraser): Promise<readonly DueErasure[]>
}

/** Messages of its own sender that a notice says to be erased or wrong. A signed message cannot lose one element: it is erased as a whole. */
export function erasuresOf({ header, body }: Message): readonly string[] {
  const said = body as { readonly action?: string; readonly items?: readonly Named[]; readonly corrections?: readonly Named[] }
  if (header.type === 'data-erasure-notice' && said.action === 'ERASED') return idsOf(said.items)
  return header.type === 'data-correction-notice' ? idsOf(said.corrections) : []
}

interface Named {
  readonly messageId: string
}
const idsOf = (named: readonly Named[] = []): readonly string[] => [...new Set(named.map(({ messageId }) => messageId))]

const RULE = /^[\w.-]{1,40}$/

/** Reads `{ "rules": [{ "rule": "R1", "types": […], "outcomes": […], "days": 365 }] }`. */
export function retentionRulesIn(json: string, types: readonly MessageType[], states: readonly string[]): readonly RetentionRule[] {
  const rules = parsed(json)
  for (const [index, { rule, days, ...one }] of rules.entries()) {
    const wrong = (what: string): PlainError =>
      new PlainError(`Retention rule ${index + 1}: ${what}.`, 'The operator guide has an example.')
    if (typeof rule !== 'string' || !RULE.test(rule)) throw wrong('`rule` is no name of letters, digits, dots and hyphens')
    if (rules.findIndex((other) => other.rule === rule) !== index) throw wrong('its name is taken')
    if (!Number.isInteger(days) || days < 1) throw wrong('`days` is no whole number from 1 on')
    const unknown = Object.keys(one).find((member) => member !== 'types' && member !== 'outcomes')
    if (unknown !== undefined) throw wrong('it has a member other than rule, types, outcomes and days')
    if (!isListOf(one.types, types)) throw wrong('`types` are not types of messages')
    if (!isListOf(one.outcomes, states)) throw wrong('`outcomes` are not states of a case')
  }
  return rules
}

function parsed(json: string): readonly RetentionRule[] {
  try {
    const { rules } = JSON.parse(json) as { readonly rules: unknown }
    if (Array.isArray(rules) && rules.every((rule) => typeof rule === 'object' && rule !== null)) return rules
  } catch {
    // Said below.
  }
  throw new PlainError('The file of retention rules holds none.', 'It is JSON: { "rules": [{ "rule": "R1", "days": 365 }] }')
}

const isListOf = (given: unknown, known: readonly string[]): boolean =>
  given === undefined || (Array.isArray(given) && given.length > 0 && given.every((one) => known.includes(one)))
