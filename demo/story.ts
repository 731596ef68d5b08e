/** What a story is: a readmission case as a table of what each system sends, one after the other. */
import type { MessageType, PartyId } from '#core/message.ts'
import type { CaseState } from '#schemas/choreography.ts'
import type { Write } from './bodies/write.ts'
import type { WRITE } from './bodies.ts'

export interface Story {
  readonly name: string
  readonly title: string
  readonly rows: readonly Row[]
  /** The state in which it leaves its case. */
  readonly endsIn: CaseState
}

export type Row = Move | HubMove | Days | Confirmation

type Types = readonly MessageType[]
type Written = keyof typeof WRITE

interface MoveOf<T extends MessageType> {
  /** The newest message of this type that reached the author, who then moves. */
  readonly on: MessageType | 'start'
  readonly by: PartyId
  readonly send: T
  readonly to: PartyId
  readonly copyTo?: readonly PartyId[]
  /** The newest message of this type is answered, where it is not the one that made the author move. */
  readonly answers?: MessageType
  /** What is written, where it is not the usual. */
  readonly write?: Write<T>
}

type Unusual<T extends MessageType> = MoveOf<T> & Required<Pick<MoveOf<T>, 'write'>>

/** A partner's message. */
export type Move = { [T in MessageType]: T extends Written ? MoveOf<T> : Unusual<T> }[MessageType]

/** What the hub itself says, without being asked. */
export interface HubMove {
  readonly by: 'hub'
  readonly send: 'deemed-approval-notice'
  readonly to: PartyId
  readonly copyTo?: readonly PartyId[]
}

/** Nobody writes. The case begins so long ago that it is today when the story ends. */
export interface Days {
  readonly days: number
  readonly because: string
}

/** An administrator of the hub says that rows of the rule set were read in the agreement. */
export interface Confirmation {
  readonly confirm: readonly string[]
  readonly because: string
}

export const isMessage = (row: Row): row is Move | HubMove => 'send' in row

/** The same, with another state that asks. */
export function askedBy(story: Story, state: PartyId): Story {
  const asking = messagesOf(story)[0]?.by
  const other = (party: PartyId): PartyId => (party === asking ? state : party)
  const rows = story.rows.map((row) => {
    if (!isMessage(row)) return row
    const copyTo = row.copyTo ? { copyTo: row.copyTo.map(other) } : {}
    return { ...row, by: other(row.by), to: other(row.to), ...copyTo } as Row
  })
  return { ...story, rows }
}

export const messagesOf = ({ rows }: Story): readonly (Move | HubMove)[] => rows.filter(isMessage)
export const daysOf = ({ rows }: Story): number => rows.reduce((sum, row) => sum + ('days' in row ? row.days : 0), 0)
export const recipientsOf = ({ to, copyTo = [] }: Move | HubMove): readonly PartyId[] => [to, ...copyTo]
export const typesIn = (stories: readonly Story[]): Types => [...new Set(stories.flatMap(messagesOf).map(({ send }) => send))]
