/**
 * A readmission case as a story, for walks to be held against: written from the steps of the procedure and from the table of limits, and knowing nothing of the
 * choreography, the rule sets or the clocks of the hub.
 */
import type { MessageType } from '#core/message.ts'

export type Author = 'requesting' | 'requested'

/** A message as somebody might send it. */
export interface Kind {
  readonly type: MessageType
  readonly by: Author
  /** What differs from the small sample; `now` is when it is sent. */
  readonly body?: (now: Date) => object
  /** The code that decides. */
  readonly code?: string
  /** It must answer one of these. */
  readonly answers?: readonly MessageType[]
  /** Limits that run from the receipt for it, and from its acceptance. */
  readonly byReceipt?: readonly string[]
  readonly atOnce?: readonly string[]
  /** Limits that it ends. */
  readonly ends?: readonly string[] | 'all'
}

const APPROVAL: readonly MessageType[] = ['readmission-reply', 'deemed-approval-notice']
const NOTIFIED: readonly MessageType[] = ['transfer-notification', 'transfer-update']
const REPLY_LIMITS = ['T4', 'T5', 'T15']
const day = (now: Date, days: number): string => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
const requesting = (type: MessageType, more: Omit<Kind, 'type' | 'by'> = {}): Kind => ({ type, by: 'requesting', ...more })
const requested = (type: MessageType, more: Omit<Kind, 'type' | 'by'> = {}): Kind => ({ type, by: 'requested', ...more })
const either = (type: MessageType, more: Omit<Kind, 'type' | 'by'> = {}): readonly Kind[] => [requesting(type, more), requested(type, more)]
const because = (code: string) => [{ code, text: 'Sınaq səbəbi.' }]
const arrival = (code: string): Kind =>
  requested('arrival-confirmation', {
    code,
    answers: NOTIFIED,
    body: (now) => ({ outcome: code, at: now.toISOString(), ...(code === 'ARRIVED' ? {} : { reason: 'Sınaq səbəbi.' }) }),
    ...(code === 'ARRIVED' ? { atOnce: ['T17'], ends: ['T10', 'T11', 'T12', 'T14'] } : {}),
  })

/** Ways to open the case. */
export const OPENINGS: readonly Kind[] = [
  requesting('readmission-application', { byReceipt: ['T5'] }),
  requesting('readmission-application', { byReceipt: ['T5', 'T15'], body: () => ({ interviewRequested: true }) }),
  requesting('readmission-application', {
    byReceipt: ['T4'],
    body: (now) => ({ procedure: 'ACCELERATED', apprehension: { at: now.toISOString(), place: 'Görlitz' } }),
  }),
]

/** Identification with third agencies is left out: they are parties of their own, whose part a walk of two does not play. */
export const KINDS: readonly Kind[] = [
  requested('acknowledgement', { answers: ['readmission-application'] }),
  ...either('information-request', { answers: ['readmission-application', 'acknowledgement', 'information-response'] }),
  ...either('information-response', { answers: ['information-request'] }),
  requesting('interview-request', { byReceipt: ['T15'] }),
  requested('interview-schedule', { answers: ['interview-request', 'readmission-application'] }),
  requested('interview-result', {
    answers: ['interview-schedule'],
    ends: ['T15'],
    code: 'NOT_CONFIRMED',
    body: () => ({ outcome: 'NOT_CONFIRMED' }),
  }),
  requested('interview-result', { answers: ['interview-schedule'], ends: ['T15'], code: 'NO_SHOW', body: () => ({ outcome: 'NO_SHOW' }) }),
  requested('time-limit-extension', { answers: ['readmission-application'], body: (now) => ({ newDueOn: day(now, 25) }) }),
  requested('readmission-reply', { answers: ['readmission-application'], code: 'APPROVED', byReceipt: ['T10', 'T11'], ends: REPLY_LIMITS }),
  requested('readmission-reply', {
    answers: ['readmission-application'],
    code: 'REFUSED',
    ends: REPLY_LIMITS,
    body: () => ({ decision: 'REFUSED', grounds: because('IDENTITY_NOT_ESTABLISHED') }),
  }),
  requesting('travel-document-request', { answers: [...APPROVAL, 'travel-document-refused'] }),
  requested('travel-document-issued', {
    answers: ['travel-document-request', 'travel-document-renewal'],
    atOnce: ['T12'],
    ends: ['T11', 'T14'],
  }),
  requested('travel-document-refused', { answers: ['travel-document-request', 'travel-document-renewal'], ends: ['T11', 'T14'] }),
  requesting('travel-document-renewal', { answers: ['travel-document-issued'], byReceipt: ['T14'], ends: ['T12'] }),
  requesting('transfer-notification', { answers: [...APPROVAL, 'travel-document-issued'] }),
  requested('transfer-notification-response', { answers: NOTIFIED }),
  requesting('transfer-update', { answers: NOTIFIED }),
  requesting('transfer-cancellation', { answers: NOTIFIED }),
  arrival('ARRIVED'),
  arrival('NO_SHOW'),
  arrival('REFUSED_ENTRY'),
  requested('readmission-in-error-claim', { answers: ['arrival-confirmation'], ends: ['T17'] }),
  requesting('readmission-in-error-reply', { answers: ['readmission-in-error-claim'], code: 'REFUSED' }),
  requesting('readmission-in-error-reply', {
    answers: ['readmission-in-error-claim'],
    code: 'APPROVED',
    body: (now) => ({ decision: 'APPROVED', grounds: undefined, returnOn: day(now, 10) }),
  }),
  requesting('case-withdrawal', { ends: 'all' }),
  ...either('case-closure', { ends: 'all' }),
]

export interface Limit {
  readonly limit: string
  /** Id of the message it belongs to, and the side that signs for that. */
  readonly startedBy: string
  phase: 'waiting' | 'running' | 'stopped'
  /** How often it was started and stopped. */
  started: number
  stopped: number
}

/** Where the story is. The later chapter says where the case stands. */
export interface Story {
  acknowledged: boolean
  examination: 'RECEIVED' | 'INFO_REQUESTED' | 'INTERVIEW_SCHEDULED' | 'INTERVIEWED' | 'EXTENDED'
  decision?: 'APPROVED' | 'REFUSED' | 'DEEMED_APPROVED'
  journey?: 'TD_ISSUED' | 'TRANSFER_ANNOUNCED' | 'TRANSFER_CANCELLED' | 'NOT_ARRIVED'
  back?: 'READMITTED' | 'IN_ERROR' | 'TAKING_BACK'
  over?: 'WITHDRAWN' | 'CLOSED' | undefined
  /** The newest message of each type. */
  readonly newest: Map<MessageType, string>
  readonly limits: Limit[]
}

export const newStory = (): Story => ({ acknowledged: false, examination: 'RECEIVED', newest: new Map(), limits: [] })

export const stateOf = ({ over, back, journey, decision, acknowledged, examination }: Story): string =>
  over ?? back ?? journey ?? decision ?? (acknowledged ? examination : 'SUBMITTED')

/** What such a message would answer, `undefined` when there is nothing. */
export const answeredBy = ({ answers = [] }: Kind, { newest }: Story): string | undefined =>
  answers.map((type) => newest.get(type)).find(Boolean)

/** What of the story decides whether a message has its place in it. */
interface Now {
  readonly story: Story
  readonly code: string | undefined
  readonly undecided: boolean
  /** Undecided, and its receipt was confirmed. */
  readonly examined: boolean
  /** Approved, and nobody has come back. */
  readonly agreed: boolean
  readonly onTheWay: boolean
}

const when = (possible: boolean, then: Partial<Story> = {}): Partial<Story> | undefined => (possible ? then : undefined)

/** How the story goes on with a message, while it is not over; `undefined` where it has no place. */
const CHAPTERS: { readonly [type in MessageType]?: (now: Now) => Partial<Story> | undefined } = {
  acknowledgement: ({ undecided, story }) => when(undecided && !story.acknowledged, { acknowledged: true }),
  'information-request': ({ examined }) => when(examined, { examination: 'INFO_REQUESTED' }),
  'information-response': ({ examined, story }) =>
    when(examined, story.examination === 'INFO_REQUESTED' ? { examination: 'RECEIVED' } : {}),
  'interview-request': ({ undecided }) => when(undecided),
  'interview-schedule': ({ examined }) => when(examined, { examination: 'INTERVIEW_SCHEDULED' }),
  'interview-result': ({ examined, code }) => when(examined, { examination: code === 'NO_SHOW' ? 'RECEIVED' : 'INTERVIEWED' }),
  'time-limit-extension': ({ examined }) => when(examined, { examination: 'EXTENDED' }),
  'readmission-reply': ({ undecided, code }) => when(undecided, { decision: code === 'APPROVED' ? 'APPROVED' : 'REFUSED' }),
  'travel-document-request': ({ agreed }) => when(agreed),
  'travel-document-refused': ({ agreed }) => when(agreed),
  'travel-document-renewal': ({ agreed }) => when(agreed),
  'travel-document-issued': ({ agreed, onTheWay }) => when(agreed, onTheWay ? {} : { journey: 'TD_ISSUED' }),
  'transfer-notification': ({ agreed, onTheWay }) => when(agreed && !onTheWay, { journey: 'TRANSFER_ANNOUNCED' }),
  'transfer-notification-response': ({ onTheWay }) => when(onTheWay),
  'transfer-update': ({ onTheWay }) => when(onTheWay),
  'transfer-cancellation': ({ onTheWay }) => when(onTheWay, { journey: 'TRANSFER_CANCELLED' }),
  'arrival-confirmation': ({ onTheWay, code }) => when(onTheWay, code === 'ARRIVED' ? { back: 'READMITTED' } : { journey: 'NOT_ARRIVED' }),
  'readmission-in-error-claim': ({ story }) => when(story.back === 'READMITTED', { back: 'IN_ERROR' }),
  'readmission-in-error-reply': ({ story, code }) =>
    when(story.back === 'IN_ERROR', { back: code === 'APPROVED' ? 'TAKING_BACK' : 'READMITTED' }),
  'case-withdrawal': ({ undecided, agreed, onTheWay }) => when(undecided || (agreed && !onTheWay), { over: 'WITHDRAWN' }),
  'case-closure': ({ story: { decision, back }, agreed, onTheWay }) =>
    when(decision === 'REFUSED' || (agreed && !onTheWay) || (back !== undefined && back !== 'IN_ERROR'), { over: 'CLOSED' }),
}

function chapter(kind: Kind, story: Story): Partial<Story> | undefined {
  const { acknowledged, decision, journey, back, over } = story
  if (kind.answers && answeredBy(kind, story) === undefined) return undefined
  // The right to claim outlives the closure of the case.
  if (over) return when(kind.type === 'readmission-in-error-claim' && over === 'CLOSED', { back: 'IN_ERROR', over: undefined })
  const undecided = decision === undefined
  const agreed = (decision === 'APPROVED' || decision === 'DEEMED_APPROVED') && !back
  const onTheWay = agreed && journey === 'TRANSFER_ANNOUNCED'
  return CHAPTERS[kind.type]?.({ story, code: kind.code, undecided, examined: undecided && acknowledged, agreed, onTheWay })
}

export const isPossible = (kind: Kind, story: Story): boolean => chapter(kind, story) !== undefined

/** The hub has accepted it. */
export function accepted(kind: Kind, messageId: string, story: Story): void {
  Object.assign(story, chapter(kind, story))
  goOn(kind, messageId, story)
}

export function opened(kind: Kind, messageId: string, story: Story): void {
  goOn(kind, messageId, story)
}

/** Silence. */
export function deemed(messageId: string, story: Story): void {
  story.decision = 'DEEMED_APPROVED'
  goOn({ type: 'deemed-approval-notice', by: 'requested', atOnce: ['T10', 'T11'], ends: REPLY_LIMITS }, messageId, story)
}

function goOn({ type, byReceipt = [], atOnce = [], ends = [] }: Kind, messageId: string, { newest, limits }: Story): void {
  newest.set(type, messageId)
  for (const one of limits) {
    if (one.phase === 'stopped' || (ends !== 'all' && !ends.includes(one.limit))) continue
    one.phase = 'stopped'
    one.stopped++
  }
  for (const limit of byReceipt) limits.push({ limit, startedBy: messageId, phase: 'waiting', started: 0, stopped: 0 })
  for (const limit of atOnce) limits.push({ limit, startedBy: messageId, phase: 'running', started: 1, stopped: 0 })
}

/** The addressee has signed for it. */
export function handedOver(messageId: string, { limits }: Story): void {
  for (const one of limits) {
    if (one.startedBy !== messageId || one.phase !== 'waiting') continue
    one.phase = 'running'
    one.started++
  }
}
