/** Hub processes under fire: each lives, is killed, and lives again, until enough have died. */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Await, OFTEN, SELDOM } from './awaits.ts'
import { type Dice, diceOf } from './dice.ts'
import { beginLife, type Deadly, type Life } from './life.ts'
import type { Stage, StageSettings } from './stage.ts'

export interface FireSettings extends StageSettings {
  readonly kills: number
  /** No kill after so long, in milliseconds. */
  readonly withinMs: number
  readonly onKill?: (line: string) => void
}

export interface Fired {
  readonly kills: number
  /** Kills at an await, by its name; the others were at a random moment. */
  readonly awaits: Readonly<Record<Await, number>>
  /** Hubs that ended for a reason of their own. */
  readonly fallen: readonly string[]
}

/** When a life ends after it serves that is not to end at an await; one that is, and does not come to it, ends a bit later. */
const LIFE_MS = 1_500
const AT_AWAIT_MS = 2_500
/** Flows that look at what time has brought begin 10 s after the start. */
const SELDOM_MS = 13_000
const SELDOM_SHARE = 0.05
/** The await is come to for the first time, or so often. */
const MOST = 6
/** What a hub says that finds no database where it starts, or loses it then. */
const NO_DATABASE = /^(The embedded PostgreSQL|The database|The hub cannot store messages)/
/** After a start that found no database. */
const PAUSE_MS = 300

export async function fire(stage: Stage, { kills, withinMs, seed, dataDir, onKill }: FireSettings): Promise<Fired> {
  const until = performance.now() + withinMs
  const awaits: Record<Await, number> = {}
  const fallen: string[] = []
  let killed = 0

  /** Says how it was killed; nothing when it ended for a reason of its own. */
  const liveOnce = async (seat: number, dice: Dice): Promise<string | undefined> => {
    const deadly = dice.chance(0.6) ? deadlyOf(dice) : undefined
    const early = deadly === undefined && dice.chance(0.15)
    const life = beginAt(stage, dataDir, seat, deadly)
    if (!early) await Promise.race([life.serving, life.ended])
    const words = await Promise.race([life.ended, sleep(deadly?.withinMs ?? dice.below(LIFE_MS))])
    await life.kill()
    if (words) return fell(words, fallen)
    if (!deadly || words === undefined) return early ? 'while it started' : 'at a random moment'
    awaits[deadly.at] = (awaits[deadly.at] ?? 0) + 1
    return `${deadly.at}, number ${deadly.number}`
  }

  const sit = async (seat: number): Promise<void> => {
    const dice = diceOf(seed + 10 + seat)
    while (killed < kills && performance.now() < until) {
      const how = await liveOnce(seat, dice)
      if (how === undefined) continue
      killed++
      onKill?.(`kill ${killed} of ${kills}: hub ${seat + 1} ${how}; so far ${stage.memory.sent.length} messages receipted`)
    }
  }

  await Promise.all(stage.seats.map((_, seat) => sit(seat)))
  return { kills: killed, awaits, fallen }
}

/** All hubs, and nothing that kills them. */
export function liveOn(stage: Stage, dataDir: string): Promise<readonly Life[]> {
  return Promise.all(
    stage.seats.map(async (_, seat) => {
      const life = beginAt(stage, dataDir, seat)
      const words = await Promise.race([life.serving, life.ended])
      if (words !== undefined) throw new Error(`the hub did not start in calm weather: ${words}`)
      return life
    }),
  )
}

function deadlyOf(dice: Dice): Deadly & { readonly withinMs: number } {
  if (dice.chance(SELDOM_SHARE)) return { at: dice.pick(SELDOM), number: 1, withinMs: SELDOM_MS }
  return { at: dice.pick(OFTEN), number: 1 + dice.below(MOST), withinMs: AT_AWAIT_MS }
}

const beginAt = (stage: Stage, dataDir: string, seat: number, deadly?: Deadly): Life =>
  beginLife(stage.seats[seat] ?? {}, join(dataDir, `hub-${seat + 1}.log`), deadly)

/** A hub that finds no database where it starts says so and ends; whoever keeps it running tries again. Any other end is a fall. */
async function fell(words: string, fallen: string[]): Promise<undefined> {
  if (!NO_DATABASE.test(words)) fallen.push(`a hub ended: ${words}`)
  await sleep(PAUSE_MS)
}
