/**
 * Plays stories: row after row, each system writes when the message that makes it do so has reached it, and every message is followed until the hub
 * has verified the receipts of all who were to get it.
 */
import type { Header, Message, PartyId } from '#core/message.ts'
import { randomIds } from '#ids'
import { type Arrivals, createArrivals } from './arrivals.ts'
import type { Calendar } from './calendar.ts'
import { caseFileOf } from './case-file.ts'
import { type OpenCase, type Posted, type PostSettings, post, type Systems, systemOf } from './post.ts'
import { type Receipts, receiptsFor } from './receipts.ts'
import { normal } from './stories.ts'
import { type Confirmation, type Days, daysOf, type HubMove, isMessage, type Move, messagesOf, type Story } from './story.ts'

export interface Step extends Receipts {
  readonly conversationId: string
  readonly number: number
  readonly of: number
  readonly move: Move | HubMove
  readonly durationMs: number
  /** What the hub says, for people. */
  readonly says?: string
}

export interface Cases {
  /** Plays one case; resolves when its last message was delivered, or one of them failed. Stories in which days pass are played one at a time. */
  play(story?: Story): Promise<readonly Step[]>
  /** A message reached a partner. After one of a case that an earlier demo left behind, nothing follows. */
  reached(by: PartyId, message: Message): void
}

export interface CaseSettings extends PostSettings {
  readonly onCase?: (story: Story, conversationId: string) => void
  /** In the order of the case, each step when those before it are settled. */
  readonly onStep?: (step: Step) => void
  /** What happens between messages. */
  readonly onPause?: (row: Days | Confirmation) => void
}

export interface CaseWorld {
  readonly systems: Systems
  readonly calendar: Calendar
  /** As an administrator of the hub does. */
  confirm(limits: readonly string[]): Promise<void>
}

export function createCases(world: CaseWorld, settings: CaseSettings): Cases {
  const open = new Map<string, Arrivals>()
  return {
    async play(story = normal) {
      const conversationId = randomIds.uuid()
      const arrivals = createArrivals()
      const written: Header[] = []
      const file = caseFileOf(conversationId, messagesOf(story)[0]?.by ?? '', world.calendar.clock, written)
      open.set(conversationId, arrivals)
      settings.onCase?.(story, conversationId)
      await world.calendar.goTo(-daysOf(story))
      try {
        return await played(world, settings, story, { conversationId, arrivals, written, file })
      } finally {
        open.delete(conversationId)
        await world.calendar.goTo(0)
      }
    },
    reached(by, message) {
      open.get(message.header.conversationId)?.put(by, message)
    },
  }
}

async function played(world: CaseWorld, settings: CaseSettings, story: Story, one: OpenCase): Promise<readonly Step[]> {
  const { systems, calendar, confirm } = world
  const of = messagesOf(story).length
  const steps: Promise<Step>[] = []
  const trouble = Promise.withResolvers<undefined>()

  /** Beside the next row, for a case does not wait for its post; told after those before it. */
  const settle = async (move: Step['move'], posted: Posted | Error, number: number, before: Promise<Step> | undefined): Promise<Step> => {
    const outcome = posted instanceof Error ? failedBy(posted) : await outcomeOf(systems, posted)
    await before
    const step = { conversationId: one.conversationId, number, of, move, ...outcome }
    settings.onStep?.(step)
    if (step.failed !== undefined) trouble.resolve(undefined)
    return step
  }

  for (const row of story.rows) {
    if (isMessage(row)) {
      const posted = await Promise.race([post(systems, one, row, settings).catch(faultOf), trouble.promise])
      if (posted === undefined) break
      steps.push(settle(row, posted, steps.length + 1, steps.at(-1)))
      if (posted instanceof Error) break
    } else {
      if ((await Promise.all(steps)).some(({ failed }) => failed !== undefined)) break
      settings.onPause?.(row)
      await ('days' in row ? calendar.pass(row.days) : confirm(row.confirm))
    }
  }
  return Promise.all(steps)
}

type Outcome = Receipts & Pick<Step, 'durationMs' | 'says'>

async function outcomeOf(systems: Systems, { messageId, startedAt, known, says }: Posted): Promise<Outcome> {
  const clients = known.map((party) => systemOf(systems, party).client)
  const receipts = await receiptsFor(messageId, clients).catch((fault: unknown) => failedBy(faultOf(fault)))
  return { ...receipts, durationMs: performance.now() - startedAt, ...(says === undefined ? {} : { says }) }
}

const failedBy = ({ message }: Error): Outcome => ({ receiptsOf: [], failed: message, durationMs: 0 })
const faultOf = (fault: unknown): Error => (fault instanceof Error ? fault : new Error(String(fault)))
