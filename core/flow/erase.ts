/** Erases contents whose time is over, or whose erasure was asked for. Any number of processes may: each message is erased in one transaction. */
import type { DueErasure, RetentionRule } from '#core/erasure.ts'
import type { Hub } from '#core/hub.ts'
import { type Repeating, repeat } from '#core/repeat.ts'

const LOOK_MS = 60_000
const AT_ONCE = 100

/** How many were due; `AT_ONCE` of them, and there may be more. */
export async function eraseDue(
  { store, clock, log }: Pick<Hub, 'store' | 'clock' | 'log'>,
  rules: readonly RetentionRule[],
): Promise<number> {
  const due: readonly DueErasure[] = await store.erasure.due(rules, clock.now(), AT_ONCE)
  for (const one of due) {
    if (await store.erasure.erase(one, { at: clock.now() })) log.info('content.erased', { messageId: one.messageId, party: one.from })
  }
  return due.length
}

export function startErasing(hub: Hub, rules: readonly RetentionRule[]): Repeating {
  // What came after the backup may have been asked for: nothing is erased before somebody has looked.
  const turn = async (): Promise<number> => (!hub.directory().held && (await eraseDue(hub, rules)) === AT_ONCE ? 0 : LOOK_MS)
  return repeat(LOOK_MS, turn, (fault) => hub.log.error('erase.failed', {}, fault))
}
