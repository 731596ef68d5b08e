/** Whether a message fits its case: who may send it now and to whom, what it answers, which state follows. Pure; the data is in schemas/choreography.ts. */
import { stateOf } from '#core/directory.ts'
import { hubError, type Issue } from '#core/errors.ts'
import type { Flag, Header, Message, MessageType, PartyId } from '#core/message.ts'
import type { Conversation } from '#core/ports.ts'
import { type CaseState, CHOREOGRAPHY, type Choreography, type Next, type Side } from '#schemas/choreography.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import { verdictOf } from './agreement.ts'
import type { Circumstances } from './rule.ts'

/** Where a leaf of the canonical message stands in the sender's own bytes. */
export type PathOf = (pointer: string) => string

/** What the case becomes. */
export interface CaseStep {
  readonly state: CaseState
  /** How many messages it held when this was judged. */
  readonly length: number
  readonly participants: readonly PartyId[]
}

/** What the rules say of a message that they do not refuse. */
interface Ruling {
  readonly step: CaseStep
  /** With paths into the sender's own bytes. */
  readonly flags: readonly Flag[]
}

/** Why a message does not fit its case. */
interface Obstacle {
  readonly detail: string
  /** JSON Pointer into the message. */
  readonly at: string
  readonly expected: string
}

/** Author and addressee of the message that opened a conversation. */
type Opening = Pick<Header, 'from' | 'to'>

/** Throws MESSAGE_EXPIRED, RULE_BROKEN, CONVERSATION_UNKNOWN or CONVERSATION_STATE, the first that applies (contract, section 3). */
export function rulesOf(message: Message, conversation: Conversation | undefined, circumstances: Circumstances, pathOf: PathOf): Ruling {
  const { header, body } = message
  if (header.expiresAt !== undefined && new Date(header.expiresAt) <= circumstances.at) throw hubError('MESSAGE_EXPIRED')
  const { faults, flags } = verdictOf(message, circumstances)
  const atSender = <T extends Flag>(one: T): T => ({ ...one, path: pathOf(one.path) })
  if (faults.length > 0) throw hubError('RULE_BROKEN', { issues: faults.map(atSender) })
  const moves = CHOREOGRAPHY[header.type]
  // A case of others is answered like one that does not exist.
  const mine = conversation?.participants.includes(header.from) ? conversation : undefined
  if (conversation ? !mine : moves.opens === undefined) throw hubError('CONVERSATION_UNKNOWN')
  const obstacle = mine ? obstacleIn(mine, header, moves) : obstacleToOpening(header, moves)
  if (obstacle) throw impossible(obstacle, pathOf)
  return {
    step: {
      state: stateAfter(mine ? moves.moves[mine.state as CaseState] : moves.opens, body),
      length: mine?.length ?? 0,
      participants: mine?.participants ?? [],
    },
    flags: flags.map(atSender),
  }
}

/** The types that this party may send in this case now. */
export function possibleTypes(from: PartyId, conversation: Conversation): readonly MessageType[] {
  const side = sideOf(from, openingOf(conversation))
  return MESSAGE_TYPES.filter((type) => {
    const { by, moves } = CHOREOGRAPHY[type]
    return isOn(by, side) && moves[conversation.state as CaseState] !== undefined
  })
}

/** A party of a third state, there for information, is on no side. */
export function sideOf(party: PartyId, opening: Opening | undefined): Side | undefined {
  if (!opening) return undefined
  if (stateOf(party) === stateOf(opening.from)) return 'requesting'
  return stateOf(party) === stateOf(opening.to) ? 'requested' : undefined
}

const isOn = (wanted: Choreography['by'], side: Side | undefined): boolean => wanted === side || (wanted === 'either' && side !== undefined)
const openingOf = ({ history }: Conversation): Opening | undefined => history[0]

function obstacleToOpening(header: Header, moves: Choreography): Obstacle | undefined {
  if (header.inReplyTo !== undefined) {
    return { detail: 'A message that opens a case answers nothing.', at: '/header/inReplyTo', expected: 'nothing' }
  }
  return misaddressed(header, moves, header)
}

function obstacleIn(conversation: Conversation, header: Header, moves: Choreography): Obstacle | undefined {
  const possible = possibleTypes(header.from, conversation)
  if (!possible.includes(header.type)) {
    const expected = possible.length === 0 ? 'no message of yours' : `one of ${possible.join(', ')}`
    return { detail: 'This message is not possible in the present state of the case.', at: '/header/type', expected }
  }
  if (conversation.agreement !== header.agreement) {
    return { detail: 'The case runs under another agreement.', at: '/header/agreement', expected: 'the agreement that it was opened under' }
  }
  return misaddressed(header, moves, openingOf(conversation)) ?? answersWrongly(header, moves, conversation)
}

function misaddressed({ to }: Header, moves: Choreography, opening: Opening | undefined): Obstacle | undefined {
  if (isOn(moves.to, sideOf(to, opening))) return undefined
  const expected = `a party of ${moves.to === 'either' ? 'either' : `the ${moves.to}`} state`
  return { detail: 'This message does not go to that party.', at: '/header/to', expected }
}

function answersWrongly({ inReplyTo }: Header, { answers }: Choreography, { history }: Conversation): Obstacle | undefined {
  const expected = answers.length === 0 ? 'nothing, or a message of this case' : `a message of one of the types ${answers.join(', ')}`
  const answered = history.find(({ messageId }) => messageId === inReplyTo)
  if (inReplyTo !== undefined && !answered) {
    return { detail: 'inReplyTo names no message of this case.', at: '/header/inReplyTo', expected }
  }
  if (answers.length === 0 || (answered && answers.includes(answered.type))) return undefined
  return { detail: 'inReplyTo does not name a message that this one can answer.', at: '/header/inReplyTo', expected }
}

function stateAfter(next: Next | undefined, body: object): CaseState {
  const state = typeof next === 'object' ? next.states[String((body as Readonly<Record<string, unknown>>)[next.by])] : next
  if (state === undefined)
    throw hubError('INTERNAL', { stage: 'rules', detail: 'The choreography has no state for a code of the code list.' })
  return state
}

function impossible({ detail, at, expected }: Obstacle, pathOf: PathOf) {
  const hint = 'The choreography of a case is part of the published standard.'
  const issue: Issue = { rule: 'choreography', path: pathOf(at), expected, hint }
  return hubError('CONVERSATION_STATE', { detail, issues: [issue] })
}
