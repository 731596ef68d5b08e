/** Keeps the directory of a process in step with the store: other processes and operators change it too. */
import type { Log, Store } from '#core/ports.ts'
import { type Directory, directoryOf } from '#core/resolve.ts'

const LOOK_MS = 1_000

export interface LiveDirectory {
  current(): Directory
  /** Does not wait for the next look. Throws STORE_UNAVAILABLE. */
  refresh(): Promise<void>
  stop(): void
}

export async function followDirectory(store: Store, log: Log): Promise<LiveDirectory> {
  let current = directoryOf(await store.directory())
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const refresh = async (): Promise<void> => {
    if ((await store.directoryRevision()) === current.revision) return
    current = directoryOf(await store.directory())
    log.info('directory.changed', { count: current.parties.length })
  }

  const look = async (): Promise<void> => {
    try {
      await refresh()
    } catch (fault) {
      log.error('directory.unread', {}, fault)
    }
    if (!stopped) timer = setTimeout(() => void look(), LOOK_MS)
  }

  timer = setTimeout(() => void look(), LOOK_MS)
  return {
    current: () => current,
    refresh,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
