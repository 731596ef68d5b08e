/** The time as the hub has it: the clock of a screen may be wrong, and that of a demonstration is shifted. */
let aheadMs = 0

export const hubNow = (): number => Date.now() + aheadMs

/** Told with every overview. */
export function setHubTime(at: string): void {
  aheadMs = Date.parse(at) - Date.now()
}
