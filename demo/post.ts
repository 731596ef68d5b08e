/** One message of a story: its author writes it when what makes it do so has come; the hub's own is waited for. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Header, Message, MessageType, PartyId } from '#core/message.ts'
import type { DeemedApprovalNotice } from '#schemas/generated/types.ts'
import type { Arrivals } from './arrivals.ts'
import type { Write } from './bodies/write.ts'
import { WRITE } from './bodies.ts'
import type { CaseFile } from './case-file.ts'
import type { SentMessage } from './partner.ts'
import { type HubMove, type Move, recipientsOf } from './story.ts'
import type { System } from './system.ts'

export type Systems = ReadonlyMap<PartyId, Pick<System, 'partner' | 'client'>>

/** A case while it is played. */
export interface OpenCase {
  readonly conversationId: string
  readonly arrivals: Arrivals
  /** All messages of the case so far. */
  readonly written: Header[]
  readonly file: CaseFile
}

export interface Posted {
  readonly messageId: string
  /** When it was written, or first waited for; as of `performance.now()`. */
  readonly startedAt: number
  /** Who can be asked what became of it. */
  readonly known: readonly PartyId[]
  /** What the hub says, for people. */
  readonly says?: string
}

export interface PostSettings {
  /** Pause of an official before each move. */
  readonly paceMs: number
  readonly onSent?: (message: SentMessage) => void
}

/** Resolves when the hub has receipted it, or has sent it. Throws when it does not come to that. */
export async function post(systems: Systems, one: OpenCase, move: Move | HubMove, settings: PostSettings): Promise<Posted> {
  return 'on' in move ? sent(systems, one, move, settings) : waitedFor(one, move)
}

async function sent(systems: Systems, one: OpenCase, move: Move, { paceMs, onSent }: PostSettings): Promise<Posted> {
  const { by, on, send, to, copyTo, answers } = move
  const cue = on === 'start' ? undefined : await reached(one, by, on)
  const inReplyTo = answers === undefined ? cue : one.file.idOf(answers)
  await sleep(paceMs)
  const startedAt = performance.now()
  const write = (move.write ?? WRITE[send as keyof typeof WRITE]) as Write<typeof send>
  const message = await systemOf(systems, by).partner.send({
    type: send,
    to,
    ...(copyTo ? { copyTo } : {}),
    conversationId: one.conversationId,
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    body: write(one.file),
  })
  one.written.push(message.header)
  onSent?.(message)
  return { messageId: message.header.messageId, startedAt, known: [by] }
}

/** Id of the newest message of that type that was written to this party, when it has come. */
async function reached({ written, arrivals }: OpenCase, by: PartyId, on: MessageType): Promise<string> {
  const made = written.findLast(({ type, to, copyTo = [] }) => type === on && [to, ...copyTo].includes(by))
  if (!made) throw new Error(`no ${on} was written to ${by}`)
  await arrivals.first(by, ({ header }) => header.messageId === made.messageId)
  return made.messageId
}

async function waitedFor({ arrivals, written }: OpenCase, move: HubMove): Promise<Posted> {
  const isIt = ({ header }: Message): boolean => header.from === 'hub' && header.type === move.send
  const startedAt = performance.now()
  const parties = recipientsOf(move)
  const [notice] = await Promise.all(parties.map((party) => arrivals.first(party, isIt)))
  if (!notice) throw new Error('the hub writes to nobody')
  written.push(notice.header)
  return { messageId: notice.header.messageId, startedAt, known: parties, says: saidBy(notice.body as DeemedApprovalNotice) }
}

const saidBy = ({ limit, dueAt, requestedParty, receipt }: DeemedApprovalNotice): string =>
  `${limit} ran out on ${dueAt}; ${requestedParty} had the application on ${receipt.at}, receipt ${receipt.receiptId}`

export function systemOf(systems: Systems, party: PartyId): Pick<System, 'partner' | 'client'> {
  const system = systems.get(party)
  if (!system) throw new Error(`nobody speaks for ${party} in the demo`)
  return system
}
