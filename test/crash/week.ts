/**
 * A week of a hub in a minute: its clock is moved on step by step while cases flow, and while partners go away and come back, refuse to be bothered, owe
 * receipts and lie. Everything in one process, on whichever store; then the verdict of the crash proof.
 */
import { lookAtClocks } from '#core/flow/clocks.ts'
import { expireOverdue } from '#core/flow/expire.ts'
import type { PartyId } from '#core/message.ts'
import type { DeliveryRecord } from '#core/ports.ts'
import type { MemoryHub } from '#test/hub.ts'
import type { Dice } from './dice.ts'
import { type Mood, moodsOf } from './moods.ts'
import { type Faults, faultsOf } from './verdict.ts'
import { type Readers, startReaders } from './week-readers.ts'
import { startWriters, type Writers } from './week-writers.ts'

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
  readonly faults: Faults & Readonly<Record<keyof typeof WEEKLY, readonly string[]>>
}

/** What no week should come to, beside the promises that a hub makes to partners. */
export const WEEKLY = {
  stuck: 'neither delivered nor expired when all have been there for two days',
  untold: 'expired, and the author was not told',
  clocks: 'said twice to operators',
} as const

const PARTIES: readonly PartyId[] = ['xa', 'xb', 'de', 'az-sms', 'az-mfa']
const PULLS: PartyId = 'az-mfa'
/** Only those who are asked stay away for longer than a delivery is valid: what the hub has to say about it must find its author. */
const PATIENT: readonly PartyId[] = ['xb', 'az-sms', PULLS]

const STEP_S = 600
const DAY_STEPS = 86_400 / STEP_S
const LONG_ABSENCE_STEPS = 1.3 * DAY_STEPS
const CALM_DAYS = 2

const longestMood = (party: PartyId, mood: Mood): number =>
  mood === 'away' && PATIENT.includes(party) ? LONG_ABSENCE_STEPS : DAY_STEPS / 4

export async function week(memory: MemoryHub, dice: Dice, days = 7): Promise<Week> {
  await memory.changeAgreements((agreement) => ({ ...agreement, notices: 'failures' }))
  const moods = moodsOf(PARTIES, dice, longestMood)
  const readers = startReaders(memory, moods, PULLS)
  const writers = startWriters(memory, moods, readers, dice)

  for (let step = 0; step < days * DAY_STEPS; step++) {
    moods.change()
    // Whatever the dice say: somebody stays away until what waits is no longer valid.
    if (step === DAY_STEPS) moods.set('xb', 'away', LONG_ABSENCE_STEPS)
    await writers.write()
    await pass(memory, readers)
  }
  moods.end()
  for (let step = 0; step < CALM_DAYS * DAY_STEPS; step++) await pass(memory, readers)
  return judged(memory, readers, writers)
}

async function pass(memory: MemoryHub, readers: Readers): Promise<void> {
  memory.clock.move(STEP_S)
  while ((await memory.deliverDue()) > 0);
  await readers.act()
  while ((await expireOverdue(memory.hub)) > 0);
  while ((await lookAtClocks(memory.hub)) > 0);
}

async function judged(memory: MemoryHub, { taken, arrived, attempts, ...readers }: Readers, { accepted, sent }: Writers): Promise<Week> {
  const booked = await booksOf(memory, sent)
  const expired = booked.filter(({ state }) => state === 'expired')
  const unreached = new Set(expired.map(({ messageId, party }) => `${messageId} ${party}`))
  const promised = accepted.map((one) => ({ ...one, recipients: one.recipients.filter((by) => !unreached.has(`${one.messageId} ${by}`)) }))
  const lines = clockLines(memory)
  const idsOf = (deliveries: readonly DeliveryRecord[]): readonly string[] => deliveries.map(({ deliveryId }) => deliveryId)
  return {
    messages: accepted.length,
    takings: taken.length,
    attempts,
    expired: expired.length,
    breakers: memory.lines('breaker.opened').length,
    clocks: lines.length,
    faults: {
      ...faultsOf({ accepted: promised, taken, arrived, booked: undefined }),
      contradictions: idsOf(booked.filter(({ state, deliveryId }) => state === 'delivered' && !readers.hasTaken(deliveryId))),
      stuck: idsOf(booked.filter(({ state }) => state !== 'delivered' && state !== 'expired')),
      untold: idsOf(expired.filter(({ deliveryId }) => !readers.wasToldOf(deliveryId))),
      clocks: lines.filter((line, at) => lines.indexOf(line) !== at),
    },
  }
}

/** Deliveries as their senders may see them. */
async function booksOf({ hub }: MemoryHub, sent: Writers['sent']): Promise<readonly DeliveryRecord[]> {
  const books: DeliveryRecord[] = []
  for (const { message } of sent)
    books.push(...((await hub.store.message(message.header.messageId, message.header.from))?.deliveries ?? []))
  return books
}

/** What clocks told operators that they must be told once. */
const clockLines = (memory: MemoryHub): readonly string[] =>
  ['clock.overdue', 'clock.lapsed'].flatMap((event) =>
    memory.lines(event).map(({ conversationId, messageId, limit }) => [event, conversationId, messageId, limit].join(' ')),
  )
