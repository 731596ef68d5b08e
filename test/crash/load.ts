/** Cases that flow without end: a few at a time, each a story of the demo, written by partners who wait for nothing but what they must have read. */
import type { Header, Message, PartyId } from '#core/message.ts'
import { type Arrivals, createArrivals } from '#demo/arrivals.ts'
import { caseFileOf } from '#demo/case-file.ts'
import { shiftedClock } from '#demo/clock.ts'
import type { SentMessage } from '#demo/partner.ts'
import { post, type Systems } from '#demo/post.ts'
import { STORIES } from '#demo/stories.ts'
import { isMessage, type Move, type Story } from '#demo/story.ts'
import { randomIds } from '#ids'
import type { Dice } from './dice.ts'

export interface Load {
  reached(by: PartyId, message: Message): void
  /** No case begins any more; answers with those that could not be played to their end within `withinMs`. */
  finish(withinMs: number): Promise<readonly string[]>
}

/** Longer than any run: what does not come is for the verdict. */
const PATIENCE_MS = 86_400_000

/** Those in which no day passes, and the hub says nothing of its own accord. */
const PLAYED = STORIES.filter(({ rows }) => rows.every((row) => isMessage(row) && row.by !== 'hub'))

export function startLoad(systems: Systems, atOnce: number, dice: Dice, onSent: (message: SentMessage) => void): Load {
  let ending = false
  const open = new Map<string, Arrivals>()
  const stuck: string[] = []

  const play = async ({ name, rows }: Story): Promise<void> => {
    const conversationId = randomIds.uuid()
    const arrivals = createArrivals(PATIENCE_MS)
    const written: Header[] = []
    const moves = rows as readonly Move[]
    const file = caseFileOf(conversationId, moves[0]?.by ?? '', shiftedClock(), written)
    open.set(conversationId, arrivals)
    try {
      for (const move of moves) await post(systems, { conversationId, arrivals, written, file }, move, { paceMs: 0, onSent })
      open.delete(conversationId)
    } catch (fault) {
      open.delete(conversationId)
      stuck.push(`case ${conversationId} (${name}) stopped after ${written.length} messages: ${(fault as Error).message}`)
    }
  }

  const lane = async (): Promise<void> => {
    while (!ending) await play(dice.pick(PLAYED))
  }
  const lanes = Array.from({ length: atOnce }, lane)

  return {
    reached: (by, message) => open.get(message.header.conversationId)?.put(by, message),
    async finish(withinMs) {
      ending = true
      const late = new Promise<void>((resolve) => setTimeout(resolve, withinMs).unref())
      await Promise.race([Promise.all(lanes), late])
      return [...stuck, ...[...open.keys()].map((id) => `case ${id} did not come to its end`)]
    },
  }
}
