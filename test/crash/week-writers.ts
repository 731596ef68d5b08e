/** Cases of a simulated week: each is written row by row, as soon as its author has read what the row answers. */
import type { MessageType, PartyId } from '#core/message.ts'
import type { MemoryHub, Sent } from '#test/hub.ts'
import type { Dice } from './dice.ts'
import type { Moods } from './moods.ts'
import type { Accepted } from './verdict.ts'
import type { Readers } from './week-readers.ts'

export interface Writers {
  readonly accepted: readonly Accepted[]
  readonly sent: readonly Sent[]
  /** A step has passed: a case may begin, and all go on. */
  write(): Promise<void>
}

interface Row {
  readonly by: 'asking' | 'asked'
  readonly type: MessageType
  /** Number of the row that its author must have read. */
  readonly after?: number
  readonly copyTo?: readonly PartyId[]
}

interface Case {
  readonly parties: Readonly<Record<Row['by'], PartyId>>
  readonly sent: readonly Sent[]
}

const ROWS: readonly Row[] = [
  { by: 'asking', type: 'readmission-application' },
  { by: 'asked', type: 'acknowledgement', after: 0 },
  { by: 'asked', type: 'information-request', after: 0 },
  { by: 'asking', type: 'information-response', after: 2 },
  { by: 'asked', type: 'readmission-reply', after: 0, copyTo: ['az-mfa'] },
]
const PAIRS: readonly (readonly [PartyId, PartyId])[] = [
  ['xa', 'xb'],
  ['de', 'az-sms'],
]
/** A case begins in so many steps of a hundred. */
const BEGINS = 0.06

export function startWriters(memory: MemoryHub, moods: Moods, readers: Readers, dice: Dice): Writers {
  const accepted: Accepted[] = []
  const sent: Sent[] = []
  let cases: readonly Case[] = []

  const goOn = async (one: Case): Promise<Case> => {
    const row = ROWS[one.sent.length]
    if (!row) return one
    const from = one.parties[row.by]
    const to = one.parties[row.by === 'asking' ? 'asked' : 'asking']
    const cue = row.after === undefined ? undefined : one.sent[row.after]?.message.header.messageId
    if (moods.of(from) === 'away' || (cue !== undefined && !readers.hasRead(from, cue))) return one
    const conversationId = one.sent[0]?.message.header.conversationId
    const next = await memory.send(from, row.type, {
      to,
      ...(conversationId === undefined ? {} : { conversationId }),
      ...(cue === undefined ? {} : { inReplyTo: cue }),
      ...(row.copyTo ? { copyTo: [...row.copyTo] } : {}),
    })
    sent.push(next)
    accepted.push(acceptedAs(next))
    return { ...one, sent: [...one.sent, next] }
  }

  return {
    accepted,
    sent,
    async write() {
      if (dice.chance(BEGINS)) {
        const [asking, asked] = dice.pick(PAIRS)
        cases = [...cases, { parties: { asking, asked }, sent: [] }]
      }
      const next: Case[] = []
      for (const one of cases) next.push(await goOn(one))
      cases = next.filter(({ sent: written }) => written.length < ROWS.length)
    },
  }
}

function acceptedAs({ message: { header }, receipt }: Sent): Accepted {
  return {
    messageId: header.messageId,
    conversationId: header.conversationId,
    recipients: [header.to, ...(header.copyTo ?? [])],
    receipts: [Buffer.from(receipt.bytes).toString('hex')],
  }
}
