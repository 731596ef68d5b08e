/** Every night somebody looks whether the audit trail still holds: whichever process comes first. */
import { HOME } from '#core/console/deadlines.ts'
import type { Verifying } from '#core/console/verifying.ts'
import type { Clock, Log } from '#core/ports.ts'
import { type Repeating, repeat } from '#core/repeat.ts'

const LOOK_MS = 300_000
/** The hour of the night in Baku, when the least is exchanged. */
const HOUR = 2
const HOUR_MS = 3_600_000

/** The last time that it was night. */
export function lastNight(now: Date): Date {
  const hour = Number(now.toLocaleTimeString('en-GB', { timeZone: HOME.timeZone, hour: '2-digit', hourCycle: 'h23' }))
  const hoursAgo = (hour - HOUR + 24) % 24
  return new Date(now.getTime() - (now.getTime() % HOUR_MS) - hoursAgo * HOUR_MS)
}

/** Also when it was never done, or could not be finished: that is not left until the night. */
export async function verifyNightly(verifying: Pick<Verifying, 'last' | 'begin'>, now: Date): Promise<void> {
  const { state, begunAt } = await verifying.last()
  if (state === 'failed' || begunAt === undefined || begunAt < lastNight(now)) await verifying.begin()
}

export const startNightly = (verifying: Verifying, { clock, log }: { readonly clock: Clock; readonly log: Log }): Repeating =>
  repeat(
    LOOK_MS,
    async () => {
      await verifyNightly(verifying, clock.now())
      return LOOK_MS
    },
    (fault) => log.error('audit.unverified', {}, fault),
  )
