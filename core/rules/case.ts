/** Whether a message fits its case: who may send it now, what it answers, which state follows. Pure; the data is in schemas/choreography.ts. */
import { hubError, type Issue } from '#core/errors.ts'
import type { Header, Message, MessageType, PartyId } from '#core/message.ts'
import type { Conversation } from '#core/ports.ts'
import { type CaseState, CHOREOGRAPHY, type Choreography } from '#schemas/choreography.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import { agreementFaults } from './agreement.ts'

/** Where a leaf of the canonical message stands in the sender's own bytes. */
export type PathOf = (pointer: string) => string

/** What the case becomes. */
export interface CaseStep {
  readonly state: CaseState
  /** How many messages it held when this was judged. */
  readonly length: number
  readonly participants: readonly PartyId[]
}

/** Throws MESSAGE_EXPIRED, RULE_BROKEN, CONVERSATION_UNKNOWN or CONVERSATION_STATE, the first that applies (contract, section 3). */
export function rulesOf(message: Message, conversation: Conversation | undefined, now: Date, pathOf: PathOf): CaseStep {
  const { header, body } = message
  if (header.expiresAt !== undefined && new Date(header.expiresAt) <= now) throw hubError('MESSAGE_EXPIRED')
  const broken = agreementFaults(message)
  if (broken.length > 0) throw hubError('RULE_BROKEN', { issues: broken.map((issue) => ({ ...issue, path: pathOf(issue.path) })) })
  const moves = CHOREOGRAPHY[header.type]
  // A case of others is answered like one that does not exist.
  const mine = conversation?.participants.includes(header.from) ? conversation : undefined
  if (conversation ? !mine : !moves.opens) throw hubError('CONVERSATION_UNKNOWN')
  const problem = mine ? obstacle(header, moves, mine) : header.inReplyTo && 'A message that opens a case answers nothing.'
  if (problem) throw impossible(problem, mine ? possibleTypes(header.from, mine) : [], pathOf)
  return {
    state: stateAfter(moves, body, mine?.state as CaseState),
    length: mine?.length ?? 0,
    participants: mine?.participants ?? [],
  }
}

/** A sentence about why the message does not fit, or nothing. */
function obstacle(header: Header, moves: Choreography, conversation: Conversation): string | undefined {
  if (!possibleTypes(header.from, conversation).includes(header.type))
    return 'This message is not possible in the present state of the case.'
  if (conversation.agreement !== header.agreement) return 'The case runs under another agreement.'
  const answered = conversation.history.find(({ messageId }) => messageId === header.inReplyTo)
  if (header.inReplyTo !== undefined && !answered) return 'inReplyTo names no message of this case.'
  if (moves.answers.length === 0 || (answered && moves.answers.includes(answered.type))) return undefined
  return `inReplyTo must name one of: ${moves.answers.join(', ')}.`
}

/** The types that this party may send in this case now. */
export function possibleTypes(from: PartyId, conversation: Conversation): readonly MessageType[] {
  const side = conversation.history[0]?.from === from ? 'requesting' : 'requested'
  return MESSAGE_TYPES.filter((type) => {
    const { by, in: states, opens } = CHOREOGRAPHY[type]
    return !opens && (by === side || by === 'either') && states.includes(conversation.state as CaseState)
  })
}

function stateAfter({ next }: Choreography, body: object, before: CaseState): CaseState {
  if (next === 'same') return before
  if (typeof next === 'string') return next
  const code = String((body as Readonly<Record<string, unknown>>)[next.by])
  const state = next.states[code]
  if (state === undefined)
    throw hubError('INTERNAL', { stage: 'rules', detail: 'The choreography has no state for a code of the code list.' })
  return state
}

function impossible(detail: string, possible: readonly MessageType[], pathOf: PathOf) {
  const issue: Issue = {
    rule: 'choreography',
    path: pathOf('/header/type'),
    expected: possible.length === 0 ? 'no message of yours' : `one of ${possible.join(', ')}`,
    hint: 'The choreography of a case is part of the published standard.',
  }
  return hubError('CONVERSATION_STATE', { detail, issues: [issue] })
}
