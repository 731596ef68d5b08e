/** Light or dark: as the system has it, until somebody chooses here. The choice stays in this browser. */
import { useSyncExternalStore } from 'react'

export type Scheme = 'light' | 'dark'

const KEPT_AS = 'korpu-theme'
const listeners = new Set<() => void>()
let chosen: Scheme = document.documentElement.dataset.mantineColorScheme === 'dark' ? 'dark' : 'light'

function choose(scheme: Scheme): void {
  chosen = scheme
  document.documentElement.dataset.mantineColorScheme = scheme
  try {
    localStorage.setItem(KEPT_AS, scheme)
  } catch {
    // Nothing but the choice is lost.
  }
  for (const told of listeners) told()
}

export function useTheme() {
  const scheme = useSyncExternalStore(
    (told) => {
      listeners.add(told)
      return () => listeners.delete(told)
    },
    () => chosen,
  )
  return { scheme, toggle: () => choose(scheme === 'dark' ? 'light' : 'dark') }
}
