import { PlainError } from '#core/plain-error.ts'

/**
 * Resolves when this process is asked to end: SIGTERM, Ctrl-C, or the end of a parent that holds a channel to it (the demo). Asked while it
 * still starts, it starts and then ends in order; asked again by the same signal, it ends at once.
 */
export function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(event, () => resolve())
  })
}

/** Aborted when this process is asked to end: what is under way breaks off and puts things in order. */
export function abortedByEnd(): AbortSignal {
  const asked = new AbortController()
  void askedToEnd().then(() => asked.abort(new PlainError('The command was asked to end.', 'Start it again.')))
  return asked.signal
}
