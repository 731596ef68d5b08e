/** Keeps the directory of a process in step with the store: other processes and operators change it too. */
import type { Log, Store } from '#core/ports.ts'
import { type Directory, directoryOf } from '#core/resolve.ts'

const LOOK_MS = 1_000

export interface LiveDirectory {
  current(): Directory
  stop(): void
}

export async function followDirectory(store: Store, log: Log): Promise<LiveDirectory> {
  let current = directoryOf(await store.directory())
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const look = async (): Promise<void> => {
    try {
      if ((await store.directoryRevision()) !== current.revision) {
        current = directoryOf(await store.directory())
        log.info('directory.changed', { count: current.parties.length })
      }
    } catch (fault) {
      log.error('directory.unread', {}, fault)
    }
    if (!stopped) timer = setTimeout(() => void look(), LOOK_MS)
  }

  timer = setTimeout(() => void look(), LOOK_MS)
  return {
    current: () => current,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
