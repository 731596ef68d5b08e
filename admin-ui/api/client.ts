/** The hub's API, typed by the hub's own routes. */
import { QueryClient } from '@tanstack/react-query'
import { hc, parseResponse } from 'hono/client'
import type { ConsoleApi } from '#routes/console/api.ts'
import { type Fault, faultOf } from './fault.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Fault
  }
}

/** Who has touched neither key nor mouse for so long is not there: what the page asks by itself then does not keep the session alive. */
const PRESENT_MS = 60_000
let touchedAt = Date.now()
const touched = (): void => {
  touchedAt = Date.now()
}
for (const kind of ['pointerdown', 'keydown', 'wheel']) addEventListener(kind, touched, { passive: true, capture: true })

const headers = (): Record<string, string> => (Date.now() - touchedAt < PRESENT_MS ? {} : { 'korpu-background': '1' })

export const api = hc<ConsoleApi>('/api', { headers })

/** The answer as its type says, or a `Fault`. */
export const ask: typeof parseResponse = async (response) => {
  try {
    return await parseResponse(response)
  } catch (error) {
    throw faultOf(error)
  }
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A no stays a no; what did not answer is asked twice more.
      retry: (count, fault) => count < 2 && (fault.status === 0 || fault.status >= 502),
      refetchOnWindowFocus: true,
    },
  },
})
