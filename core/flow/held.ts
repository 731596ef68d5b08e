/** A hub that was restored from a backup, until somebody resumes it. */
import { hubError } from '#core/errors.ts'
import type { Hub } from '#core/hub.ts'

const AGAIN_S = 60

/** Throws HUB_PAUSED. */
export function refuseWhileHeld(hub: Hub, detail?: string): void {
  if (hub.directory().held) throw hubError('HUB_PAUSED', { retryAfterS: AGAIN_S, ...(detail === undefined ? {} : { detail }) })
}
