/** Has tree heads stamped, all that are owed with one token. One process at a time; no message waits for it. */
import { hash } from 'node:crypto'
import type { Hub } from '#core/hub.ts'
import { type Repeating, repeat } from '#core/repeat.ts'
import { stampedList, type TimestampAuthority } from '#core/timestamps.ts'

const LEASE_MS = 120_000
const AT_ONCE = 1000
/** When the authority did not answer. */
const AGAIN_MS = 30_000

type Stamping = Pick<Hub, 'process' | 'store' | 'clock' | 'log'>

/** How many tree heads there were to stamp; throws what the authority throws, and they stay owed. */
export async function stampOwed({ store, log }: Stamping, authority: TimestampAuthority): Promise<number> {
  const heads = await store.timestamps.owed(AT_ONCE)
  if (heads.length === 0) return 0
  const list = stampedList(heads)
  const { token, at } = await authority.stamp(hash('sha256', list, 'buffer'))
  await store.timestamps.add(
    { at, list, token },
    heads.map(({ number }) => number),
  )
  log.info('audit.stamped', { count: heads.length })
  return heads.length
}

export function startStamping(hub: Stamping, authority: TimestampAuthority, everyMs: number): Repeating {
  const turn = async (): Promise<number> => {
    if (!(await hub.store.turn('timestamp', hub.process, hub.clock.now(), LEASE_MS))) return everyMs
    try {
      return (await stampOwed(hub, authority)) === AT_ONCE ? 0 : everyMs
    } catch {
      hub.log.warn('timestamp.failed', {})
      return AGAIN_MS
    }
  }
  return repeat(Math.min(AGAIN_MS, everyMs), turn, (fault) => hub.log.error('timestamp.broken', {}, fault))
}
