/** Does the same again and again, one turn after another, until it is stopped. */
export interface Repeating {
  /** Starts no further turn, and waits for the one under way. */
  readonly stop: () => Promise<void>
}

/** Resolves to the pause until the next turn, in milliseconds; `undefined` when there shall be none. */
type Turn = () => Promise<number | undefined>

/** The first turn comes after `pauseMs`, and so does the one after a fault: that ends a turn, never the repeating. */
export function repeat(pauseMs: number, turn: Turn, failed: (fault: unknown) => void): Repeating {
  let stopped = false
  let underWay = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  const take = async (): Promise<void> => {
    let nextMs: number | undefined = pauseMs
    try {
      nextMs = await turn()
    } catch (fault) {
      failed(fault)
    }
    if (nextMs !== undefined) after(nextMs)
  }
  const after = (ms: number): void => {
    if (stopped) return
    timer = setTimeout(() => {
      underWay = take()
    }, ms)
  }

  after(pauseMs)
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await underWay
    },
  }
}
