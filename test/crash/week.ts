/**
 * A week of a hub in a minute: its clock is moved on step by step while cases flow, and while partners go away and come back, refuse to be bothered, owe
 * receipts and lie. Everything in one process, on whichever store; then the verdict of the crash proof.
 */
import { acknowledge } from '#core/flow/acknowledge.ts'
import { lookAtClocks } from '#core/flow/clocks.ts'
import { expireOverdue } from '#core/flow/expire.ts'
import { leaseFor, waitingFor } from '#core/flow/mailbox.ts'
import type { MessageType, PartyId, SignedDocument } from '#core/message.ts'
import type { Answer } from '#core/ports.ts'
import { digestsOf } from '#core/signature/digest.ts'
import type { MemoryHub, Sent } from '#test/hub.ts'
import { type Handover, opened, receiptOf } from '#test/letters.ts'
import { keysOf } from '#test/parties.ts'
import { withReceipt, withStatus } from '#test/recording-push.ts'
import type { Dice } from './dice.ts'
import { type Accepted, type Arrived, type Booked, type Faults, faultsOf, type Taken } from './verdict.ts'

export interface Week {
  readonly messages: number
  readonly takings: number
  /** Of deliveries: sent, however it ended. */
  readonly attempts: number
  readonly expired: number
  /** How often a party was so silent that it got probes alone. */
  readonly breakers: number
  /** What clocks told operators. */
  readonly clocks: number
  readonly faults: Faults & {
    /** Neither delivered nor expired when all have been there for two days. */
    readonly stuck: readonly string[]
    /** Expired, and the author was not told. */
    readonly untold: readonly string[]
    /** Said twice to operators. */
    readonly clocks: readonly string[]
  }
}

type Mood = 'well' | 'away' | 'busy' | 'late' | 'lying' | 'mute'

interface Row {
  readonly by: 'asking' | 'asked'
  readonly type: MessageType
  /** Number of the row that its author must have read. */
  readonly after?: number
  readonly copyTo?: readonly PartyId[]
}

const CASE: readonly Row[] = [
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
const PARTIES: readonly PartyId[] = ['xa', 'xb', 'de', 'az-sms', 'az-mfa']
const PULLS: PartyId = 'az-mfa'

const STEP_S = 600
const DAY_STEPS = 86_400 / STEP_S
const LEASE_MS = 300_000
/** A case begins in so many steps of a hundred. */
const BEGINS = 0.06
/** A mood changes in so many. */
const CHANGES = 0.04
/** Only those who are asked stay away for longer than a delivery is valid: what the hub has to say about it must find its author. */
const LONG_ABSENCE_STEPS = 1.3 * DAY_STEPS

export async function week(memory: MemoryHub, dice: Dice, days = 7): Promise<Week> {
  const { hub, clock, push } = memory
  await memory.changeAgreements((agreement) => ({ ...agreement, notices: 'failures' }))
  const accepted: Accepted[] = []
  const taken: Taken[] = []
  const arrived: Arrived[] = []
  const moods = new Map<PartyId, { mood: Mood; readonly until: number }>()
  const owed: { readonly by: PartyId; readonly receipt: SignedDocument }[] = []
  const read = new Set<string>()
  const told = new Set<string>()
  const cases: { readonly parties: { readonly asking: PartyId; readonly asked: PartyId }; readonly sent: Sent[] }[] = []
  const keys = new Set<string>()
  let step = 0
  let attempts = 0

  const moodOf = (party: PartyId): Mood => moods.get(party)?.mood ?? 'well'

  /** Heeds the key of a delivery: the second time nothing is read. */
  const take = async (by: PartyId, { deliveryId, document }: Handover): Promise<void> => {
    arrived.push({ deliveryId, digest: digestsOf(document).digest })
    if (keys.has(deliveryId)) return
    keys.add(deliveryId)
    const { header, body } = await opened(by, document)
    const { messageId, conversationId } = header
    read.add(`${messageId} ${by}`)
    const { event, deliveryId: about } = body as { readonly event?: string; readonly deliveryId?: string }
    const notice = header.from === 'hub' ? { notice: `${event} of ${about}` } : {}
    if (about !== undefined) told.add(about)
    taken.push({ by, messageId, conversationId, deliveryId, ...notice })
  }

  push.answer(async ({ party, ...handover }): Promise<Answer> => {
    attempts++
    const mood = moodOf(party)
    if (mood === 'away') throw new Error('nobody is there')
    if (mood === 'busy') return withStatus(503, 120)
    await take(party, handover)
    if (mood === 'mute') return withStatus(200)
    if (mood === 'lying') return withReceipt(await receiptOf(party, handover, clock.now(), { digest: '0'.repeat(64) }))
    const receipt = await receiptOf(party, handover, clock.now())
    if (mood !== 'late') return withReceipt(receipt)
    owed.push({ by: party, receipt })
    return withStatus(202)
  })

  const pull = async (): Promise<void> => {
    if (moodOf(PULLS) === 'away') return
    const { peer } = keysOf(PULLS)
    for (const { deliveryId, messageId, leasedUntil } of await waitingFor(hub, peer, 20, 0, new AbortController().signal)) {
      if (leasedUntil) continue
      const { document } = await leaseFor(hub, peer, deliveryId, LEASE_MS)
      const handover = { deliveryId, messageId, document }
      await take(PULLS, handover)
      if (moodOf(PULLS) === 'well') await acknowledge(hub, memory.inbound(PULLS, await receiptOf(PULLS, handover, clock.now())))
    }
  }

  const write = async ({ parties, sent }: (typeof cases)[number]): Promise<void> => {
    const row = CASE[sent.length]
    if (!row) return
    const [from, to] = row.by === 'asking' ? [parties.asking, parties.asked] : [parties.asked, parties.asking]
    const cue = row.after === undefined ? undefined : sent[row.after]?.message.header.messageId
    if (moodOf(from) === 'away' || (cue !== undefined && !read.has(`${cue} ${from}`))) return
    const conversationId = sent[0]?.message.header.conversationId
    const one = await memory.send(from, row.type, {
      to,
      ...(conversationId === undefined ? {} : { conversationId }),
      ...(cue === undefined ? {} : { inReplyTo: cue }),
      ...(row.copyTo ? { copyTo: [...row.copyTo] } : {}),
    })
    sent.push(one)
    const { header } = one.message
    accepted.push({
      messageId: header.messageId,
      conversationId: header.conversationId,
      recipients: [header.to, ...(header.copyTo ?? [])],
      receipts: [Buffer.from(one.receipt.bytes).toString('hex')],
    })
  }

  const sway = (party: PartyId): void => {
    if ((moods.get(party)?.until ?? 0) > step) return
    if (!dice.chance(CHANGES)) return void moods.delete(party)
    const mood = dice.pick<Mood>(['away', 'away', 'busy', 'late', 'lying', 'mute'])
    const patient = party === 'xb' || party === 'az-sms' || party === PULLS
    const longest = mood === 'away' && patient ? LONG_ABSENCE_STEPS : DAY_STEPS / 4
    moods.set(party, { mood, until: step + 1 + dice.below(longest) })
  }

  const pass = async (): Promise<void> => {
    step++
    clock.move(STEP_S)
    while ((await memory.deliverDue()) > 0);
    await pull()
    for (const { by, receipt } of owed.splice(0)) {
      if (moodOf(by) === 'late') owed.push({ by, receipt })
      else await acknowledge(hub, memory.inbound(by, receipt))
    }
    while ((await expireOverdue(hub)) > 0);
    while ((await lookAtClocks(hub)) > 0);
  }

  for (const end = days * DAY_STEPS; step < end; ) {
    for (const party of PARTIES) sway(party)
    // Whatever the dice say: somebody stays away until what waits is no longer valid.
    if (step === DAY_STEPS) moods.set('xb', { mood: 'away', until: step + LONG_ABSENCE_STEPS })
    if (dice.chance(BEGINS)) {
      const [asking, asked] = dice.pick(PAIRS)
      cases.push({ parties: { asking, asked }, sent: [] })
    }
    for (const one of cases) await write(one)
    await pass()
  }
  moods.clear()
  for (const end = step + 2 * DAY_STEPS; step < end; ) await pass()

  const booked = await booksOf(
    memory,
    cases.flatMap(({ sent }) => sent),
  )
  const expired = new Set(booked.filter(({ state }) => state === 'expired').map(({ deliveryId }) => deliveryId))
  const unreached = new Set(booked.filter(({ state }) => state === 'expired').map(({ messageId, party }) => `${messageId} ${party}`))
  const promised = accepted.map((one) => ({ ...one, recipients: one.recipients.filter((by) => !unreached.has(`${one.messageId} ${by}`)) }))
  const lines = clockLines(memory)
  return {
    messages: accepted.length,
    takings: taken.length,
    attempts,
    expired: expired.size,
    breakers: memory.lines('breaker.opened').length,
    clocks: lines.length,
    faults: {
      ...faultsOf({ accepted: promised, taken, arrived, booked: undefined }),
      contradictions: booked
        .filter(({ state, deliveryId }) => state === 'delivered' && !keys.has(deliveryId))
        .map(({ deliveryId }) => deliveryId),
      stuck: booked.filter(({ state }) => state !== 'delivered' && state !== 'expired').map(({ deliveryId }) => deliveryId),
      untold: [...expired].filter((id) => !told.has(id)),
      clocks: lines.filter((line, at) => lines.indexOf(line) !== at),
    },
  }
}

/** Deliveries as their senders may see them. */
async function booksOf(
  { hub }: MemoryHub,
  sent: readonly Sent[],
): Promise<readonly (Booked & { readonly messageId: string; readonly party: PartyId })[]> {
  const books = []
  for (const { message } of sent)
    books.push(...((await hub.store.message(message.header.messageId, message.header.from))?.deliveries ?? []))
  return books
}

/** What clocks told operators that they must be told once. */
const clockLines = (memory: MemoryHub): readonly string[] =>
  ['clock.overdue', 'clock.lapsed'].flatMap((event) =>
    memory.lines(event).map(({ conversationId, messageId, limit }) => [event, conversationId, messageId, limit].join(' ')),
  )
