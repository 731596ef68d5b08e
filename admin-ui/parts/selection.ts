/** Which rows are chosen: outside of React's tree, so that ticking one draws one row and not fifty. */
import { useSyncExternalStore } from 'react'

export interface Selection {
  readonly has: (key: string) => boolean
  readonly toggle: (key: string) => void
  readonly set: (keys: readonly string[]) => void
  readonly keys: () => readonly string[]
  readonly subscribe: (told: () => void) => () => void
}

export const useChosen = (selection: Selection, key: string): boolean => useSyncExternalStore(selection.subscribe, () => selection.has(key))
export const useChosenKeys = (selection: Selection): readonly string[] => useSyncExternalStore(selection.subscribe, selection.keys)
