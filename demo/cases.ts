/** Plays cases: each system moves when a message reaches it, and every message is followed until all its deliveries are receipted. */
import type { Message, PartyId } from '#core/message.ts'
import { randomIds } from '#ids'
import { WRITE } from './bodies.ts'
import type { HubClient } from './hub-client.ts'
import type { Partner } from './partner.ts'
import { type Move, NORMAL_CASE } from './story.ts'

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

interface System {
  readonly partner: Partner
  readonly client: HubClient
}

const DELIVERED_WITHIN_MS = 120_000
const LOOK_MS = 50
const FAILED: readonly string[] = ['dead', 'expired', 'cancelled']

export function createCases(systems: ReadonlyMap<PartyId, System>, paceMs: number, onStep: (step: Step) => void): Cases {
  const open = new Map<string, { readonly steps: Step[]; readonly done: (steps: readonly Step[]) => void }>()

  const report = (step: Step): void => {
    onStep(step)
    const mine = open.get(step.conversationId)
    if (!mine) return
    mine.steps.push(step)
    if (mine.steps.length === NORMAL_CASE.length || step.failed !== undefined) {
      open.delete(step.conversationId)
      mine.done(mine.steps)
    }
  }

  const make = async (move: Move, conversationId: string, inReplyTo: string | undefined): Promise<void> => {
    const system = systems.get(move.by)
    if (!system) return
    await pause(paceMs)
    const startedAt = performance.now()
    const { partner, client } = system
    const common = { conversationId, number: NORMAL_CASE.indexOf(move) + 1, of: NORMAL_CASE.length, move }
    try {
      const { header } = await partner.send({
        type: move.send,
        to: move.to,
        ...(move.copyTo ? { copyTo: move.copyTo } : {}),
        conversationId,
        ...(inReplyTo === undefined ? {} : { inReplyTo }),
        body: WRITE[move.send](conversationId),
      })
      // Followed beside the next move: a case does not wait for its post.
      followed.add(
        follow(client, header.messageId).then((result) => report({ ...common, durationMs: performance.now() - startedAt, ...result })),
      )
    } catch (fault) {
      report({ ...common, durationMs: performance.now() - startedAt, receiptsOf: [], failed: (fault as Error).message })
      throw fault
    }
  }
  const followed = new Set<Promise<void>>()

  const moves = async (by: PartyId, on: Move['on'], conversationId: string, inReplyTo?: string): Promise<void> => {
    for (const move of NORMAL_CASE.filter((one) => one.on === on && one.by === by)) await make(move, conversationId, inReplyTo)
  }

  return {
    play() {
      const conversationId = randomIds.uuid()
      return new Promise((done) => {
        open.set(conversationId, { steps: [], done })
        void moves('de', 'start', conversationId).catch(() => undefined)
      })
    },
    react(by, { header }) {
      // A copy is for information; only the addressee moves.
      if (header.to === by) void moves(by, header.type as Move['on'], header.conversationId, header.messageId).catch(() => undefined)
    },
  }
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
