/** Keeps the directory of a process in step with the store: other processes and operators change it too. */
import type { Log, Store } from '#core/ports.ts'
import { type Repeating, repeat } from '#core/repeat.ts'
import { type Directory, directoryOf } from '#core/resolve.ts'

const LOOK_MS = 1_000

export interface LiveDirectory extends Repeating {
  current(): Directory
  /** Does not wait for the next look. Throws STORE_UNAVAILABLE. */
  refresh(): Promise<void>
}

export async function followDirectory(store: Store, log: Log): Promise<LiveDirectory> {
  let current = directoryOf(await store.directory())

  const refresh = async (): Promise<void> => {
    if ((await store.directoryRevision()) === current.revision) return
    current = directoryOf(await store.directory())
    log.info('directory.changed', { count: current.parties.length })
  }

  const turn = async (): Promise<number> => {
    await refresh()
    return LOOK_MS
  }
  const { stop } = repeat(LOOK_MS, turn, (fault) => log.error('directory.unread', {}, fault))
  return { current: () => current, refresh, stop }
}
