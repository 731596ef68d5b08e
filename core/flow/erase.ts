/** Erases contents whose time is over, or whose erasure was asked for. One process at a time looks; each batch is erased in one transaction. */
import type { DueErasure, Looked, RetentionRule } from '#core/erasure.ts'
import type { Hub } from '#core/hub.ts'
import { type Repeating, repeat } from '#core/repeat.ts'

/** What somebody asked for waits no longer than that. */
const ASKED_MS = 60_000
/** Rules count in days: this often is looked for what they cover, through all messages that are old enough. */
const ROUND_MS = 3_600_000
const AT_ONCE = 100

type Inside = Pick<Hub, 'store' | 'clock' | 'log'>

export async function eraseAsked(hub: Inside): Promise<number> {
  const asked = await hub.store.erasure.asked(AT_ONCE)
  return erase(hub, asked)
}

/** What is due among the next messages; `reached` is where to go on. */
export async function eraseDue(
  hub: Inside,
  rules: readonly RetentionRule[],
  from?: Looked,
): Promise<{ readonly erased: number; readonly reached: Looked | undefined }> {
  const { due, reached } = await hub.store.erasure.look(rules, hub.clock.now(), from)
  let erased = 0
  for (let at = 0; at < due.length; at += AT_ONCE) erased += await erase(hub, due.slice(at, at + AT_ONCE))
  return { erased, reached }
}

async function erase({ store, clock, log }: Inside, due: readonly DueErasure[]): Promise<number> {
  const erased = await store.erasure.erase(due, { at: clock.now() })
  for (const { messageId, from } of erased) log.info('content.erased', { messageId, party: from })
  return erased.length
}

/** @param rules those of now: they may change while the hub runs */
export function startErasing(hub: Hub, rules: () => Promise<readonly RetentionRule[]>): Repeating {
  let reached: Looked | undefined
  let roundAtMs = 0
  const turn = async (): Promise<number> => {
    // What came after the backup may have been asked for: nothing is erased before somebody has looked.
    if (hub.directory().held || !(await hub.store.turn('erasing', hub.process, hub.clock.now(), 2 * ASKED_MS))) return ASKED_MS
    const began = performance.now()
    const asked = await eraseAsked(hub)
    if (hub.clock.now().getTime() >= roundAtMs) {
      reached = (await eraseDue(hub, await rules(), reached)).reached
      if (!reached) roundAtMs = hub.clock.now().getTime() + ROUND_MS
    }
    // Half of the time belongs to those who send.
    return reached || asked === AT_ONCE ? performance.now() - began : ASKED_MS
  }
  return repeat(ASKED_MS, turn, (fault) => hub.log.error('erase.failed', {}, fault))
}
