/** Looks every half minute whether a rule finds something, and tells the channels of what is new; in quiet hours they are told when those are over. */
import { type Alerts, audible, type Channel, findingsOf, type Notice } from '#core/console/alerts.ts'
import type { OwnCertificate } from '#core/console/overview.ts'
import type { Reading } from '#core/console/reading.ts'
import type { Verification } from '#core/console/verifying.ts'
import type { Hub } from '#core/hub.ts'
import { type Repeating, repeat } from '#core/repeat.ts'

const EVERY_MS = 30_000

export interface Alerting extends Pick<Hub, 'clock' | 'directory' | 'log'> {
  readonly alerts: Alerts
  readonly reading: Pick<Reading, 'standing'>
  readonly own: readonly OwnCertificate[]
  readonly channels: readonly Channel[]
  readonly verification: () => Promise<Verification>
  readonly environment: string
  /** Told how many began or ended. */
  readonly changed: (count: number) => void
}

export const startAlerting = (alerting: Alerting): Repeating =>
  repeat(
    EVERY_MS,
    async () => {
      await lookForAlerts(alerting)
      return EVERY_MS
    },
    (fault) => alerting.log.error('alerts.failed', {}, fault),
  )

/** One look. */
export async function lookForAlerts(alerting: Alerting): Promise<void> {
  const { alerts, reading, clock, directory, own, verification, changed, channels } = alerting
  const now = clock.now()
  const settings = await alerts.settings()
  const findings = findingsOf(settings, await reading.standing(now), directory(), own, await verification(), now)
  const count = await alerts.found(findings, now)
  if (count > 0) changed(count)
  if (channels.length === 0) return
  const fresh = await alerts.take(audible(settings, now), now)
  if (fresh.length === 0) return
  const { told } = await tell(alerting, { at: now.toISOString(), environment: alerting.environment, alerts: fresh, test: false })
  if (told === 0) await alerts.giveBack(fresh)
}

/** To every channel, whether or not another one fails. */
export async function tell({ channels, log }: Pick<Alerting, 'channels' | 'log'>, notice: Notice) {
  const results = await Promise.all(
    channels.map(async (channel) => {
      try {
        await channel.send({ ...notice, alerts: notice.alerts.map(({ rule, party, value }) => ({ rule, party, value })) })
        return { kind: channel.kind, ok: true as const }
      } catch (fault) {
        log.error('alert.unsent', {}, fault)
        return { kind: channel.kind, ok: false as const }
      }
    }),
  )
  return { results, told: results.filter(({ ok }) => ok).length }
}
