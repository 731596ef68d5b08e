/** Who waits for something to fall due: dispatch in this process, and the mailboxes of parties that are asking, in any process. */
import type { PartyId } from '#core/message.ts'
import type { Wake } from '#core/ports.ts'

export interface Waking extends Wake {
  /** Another process has said so. */
  told(party: PartyId): void
}

/** `tellOthers` passes it on to the other processes for parties that take from their mailbox; what is pushed, this process pushes. */
export function waking(
  dispatch: () => void,
  isPulling: (party: PartyId) => boolean,
  tellOthers: (parties: readonly PartyId[]) => void,
): Waking {
  const waiters = new Map<PartyId, Set<() => void>>()

  const told = (party: PartyId): void => {
    for (const wake of waiters.get(party) ?? []) wake()
  }

  return {
    told,
    notify(...parties) {
      dispatch()
      const pulling = parties.filter(isPulling)
      if (pulling.length === 0) return
      pulling.forEach(told)
      tellOthers(pulling)
    },
    wait: (party, ms, gone) =>
      new Promise((resolve) => {
        if (gone.aborted) return resolve()
        const own = waiters.get(party) ?? new Set()
        waiters.set(party, own)
        const wake = (): void => {
          clearTimeout(timer)
          gone.removeEventListener('abort', wake)
          own.delete(wake)
          if (own.size === 0 && waiters.get(party) === own) waiters.delete(party)
          resolve()
        }
        const timer = setTimeout(wake, ms)
        gone.addEventListener('abort', wake)
        own.add(wake)
      }),
  }
}
