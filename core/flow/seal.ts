/** Seals the audit trail: every so often a signed tree head covers all links that none covers yet. No process leads; whoever comes first makes it. */
import { treeHeadAfter } from '#core/evidence/tree-head.ts'
import type { Hub } from '#core/hub.ts'
import { type Repeating, repeat } from '#core/repeat.ts'

type Sealing = Pick<Hub, 'store' | 'keys' | 'clock' | 'log'>

/** Links under one tree head: a path in it has at most 14 steps. */
const AT_ONCE = 16_384

/** Covers all that is recorded when it is called; how many tree heads that took. */
export async function seal(hub: Sealing): Promise<number> {
  let made = 0
  while (await sealPart(hub)) made++
  return made
}

/** The same, unless the newest tree head is younger than `everyMs`. */
export async function sealDue(hub: Hub, everyMs: number): Promise<number> {
  const newest = await hub.store.treeHeads.newest()
  return newest && hub.clock.now().getTime() - newest.at.getTime() < everyMs ? 0 : seal(hub)
}

/** `false` when there was nothing to cover. Who finds that another process was first goes on from there. */
async function sealPart(hub: Sealing): Promise<boolean> {
  const { treeHeads } = hub.store
  const newest = await treeHeads.newest()
  const spans = await treeHeads.open(AT_ONCE)
  if (spans.length === 0) return false
  const head = await treeHeadAfter(newest, await treeHeads.ends(spans), hub.keys.signing(), hub.clock.now())
  if (await treeHeads.add(head, spans))
    hub.log.info('audit.sealed', { count: spans.reduce((sum, { first, last }) => sum + last - first + 1, 0) })
  return true
}

export function startSealing(hub: Hub, everyMs: number): Repeating {
  const turn = async (): Promise<number> => {
    await sealDue(hub, everyMs)
    return everyMs
  }
  return repeat(everyMs, turn, (fault) => hub.log.error('seal.failed', {}, fault))
}
