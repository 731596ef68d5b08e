/** Plays cases: each system moves when a message reaches it, and every message is followed until all its deliveries are receipted. */
import type { Message, PartyId } from '#core/message.ts'
import { randomIds } from '#ids'
import { WRITE } from './bodies.ts'
import type { HubClient } from './hub-client.ts'
import type { SentMessage } from './partner.ts'
import { type Move, NORMAL_CASE } from './story.ts'
import type { System } from './system.ts'

export interface Step {
  readonly conversationId: string
  readonly number: number
  readonly of: number
  readonly move: Move
  readonly durationMs: number
  /** Parties whose signed receipts the hub verified. */
  readonly receiptsOf: readonly PartyId[]
  readonly failed: string | undefined
}

export interface Cases {
  /** Starts one case; resolves when its last message was delivered, or one of them failed. */
  play(): Promise<readonly Step[]>
  /** What a partner does with a message that reached it. */
  react(by: PartyId, message: Message): void
}

export interface CaseSettings {
  /** Pause of an official before each move. */
  readonly paceMs: number
  /** In the order of the case, each step when those before it are settled. */
  readonly onStep?: (step: Step) => void
  readonly onSent?: (message: SentMessage) => void
}

interface OpenCase {
  /** By number; steps are settled in any order. */
  readonly settled: Map<number, Step>
  readonly told: Step[]
  readonly done: (steps: readonly Step[]) => void
}

const DELIVERED_WITHIN_MS = 120_000
const LOOK_MS = 50
const FAILED: readonly string[] = ['dead', 'expired', 'cancelled']

export function createCases(
  systems: ReadonlyMap<PartyId, Pick<System, 'partner' | 'client'>>,
  { paceMs, onStep, onSent }: CaseSettings,
): Cases {
  const open = new Map<string, OpenCase>()

  const report = (step: Step): void => {
    // A case that an earlier demo left behind goes on unseen.
    const mine = open.get(step.conversationId)
    if (!mine) return
    mine.settled.set(step.number, step)
    const ended = step.failed !== undefined || mine.settled.size === NORMAL_CASE.length
    for (const next of tellable(mine, ended)) {
      mine.told.push(next)
      onStep?.(next)
    }
    if (!ended) return
    open.delete(step.conversationId)
    mine.done(mine.told)
  }

  const make = async (move: Move, conversationId: string, inReplyTo: string | undefined): Promise<void> => {
    const system = systems.get(move.by)
    if (!system) return
    await pause(paceMs)
    const startedAt = performance.now()
    const { partner, client } = system
    const end = (how: Pick<Step, 'receiptsOf' | 'failed'>): void =>
      report({
        conversationId,
        number: NORMAL_CASE.indexOf(move) + 1,
        of: NORMAL_CASE.length,
        move,
        durationMs: performance.now() - startedAt,
        ...how,
      })
    const fail = (fault: unknown): void => end({ receiptsOf: [], failed: (fault as Error).message })
    try {
      const sent = await partner.send({
        type: move.send,
        to: move.to,
        ...(move.copyTo ? { copyTo: move.copyTo } : {}),
        conversationId,
        ...(inReplyTo === undefined ? {} : { inReplyTo }),
        body: WRITE[move.send](conversationId),
      })
      onSent?.(sent)
      // Followed beside the next move: a case does not wait for its post.
      void follow(client, sent.header.messageId).then(end, fail)
    } catch (fault) {
      fail(fault)
      throw fault
    }
  }

  const moves = async (by: PartyId, on: Move['on'], conversationId: string, inReplyTo?: string): Promise<void> => {
    for (const move of NORMAL_CASE.filter((one) => one.on === on && one.by === by)) await make(move, conversationId, inReplyTo)
  }

  return {
    play() {
      const conversationId = randomIds.uuid()
      return new Promise((done) => {
        open.set(conversationId, { settled: new Map(), told: [], done })
        void moves('de', 'start', conversationId).catch(() => undefined)
      })
    },
    react(by, { header }) {
      // A copy is for information; only the addressee moves.
      if (header.to === by) void moves(by, header.type as Move['on'], header.conversationId, header.messageId).catch(() => undefined)
    },
  }
}

/** What comes next without a gap; all that is left when the case has ended. */
function tellable({ settled, told }: OpenCase, ended: boolean): readonly Step[] {
  const left = [...settled.values()].filter((step) => !told.includes(step)).sort((a, b) => a.number - b.number)
  return ended ? left : left.filter((step, at) => step.number === told.length + 1 + at)
}

async function follow(client: HubClient, messageId: string): Promise<Pick<Step, 'receiptsOf' | 'failed'>> {
  const until = performance.now() + DELIVERED_WITHIN_MS
  for (;;) {
    const deliveries = await client.deliveries(messageId)
    const receiptsOf = deliveries.filter(({ state }) => state === 'delivered').map(({ party }) => party)
    const failed = deliveries.find(({ state }) => FAILED.includes(state))
    if (failed) return { receiptsOf, failed: `the delivery to ${failed.party} is ${failed.state}` }
    if (receiptsOf.length === deliveries.length) return { receiptsOf, failed: undefined }
    if (performance.now() > until) return { receiptsOf, failed: 'not delivered in time' }
    await pause(LOOK_MS)
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
