/** Says in the log when the last certificate of a party and use comes to its end: 60, 30, 14, 7 and 1 days before, and when it is over. Every process says it. */
import type { CertificateRecord, PartyRecord } from '#core/directory.ts'
import { HUB, type Hub } from '#core/hub.ts'
import type { PartyId } from '#core/message.ts'
import { type Repeating, repeat } from '#core/repeat.ts'

const WARN_DAYS = [60, 30, 14, 7, 1, 0]
const DAY_MS = 86_400_000
const LOOK_MS = 3_600_000
/** Soon after a start: by then the log is being read. */
const FIRST_MS = 10_000

type Ending = Pick<CertificateRecord, 'use' | 'validUntil'>

export interface Expiring {
  readonly party: PartyId
  readonly use: CertificateRecord['use']
  /** Whole days left; 0 when it is over. */
  readonly days: number
}

/** Where a successor is active already, its end counts. */
export function endsOf(party: PartyId, certificates: readonly Ending[]): readonly (Ending & { readonly party: PartyId })[] {
  return (['tls', 'signing'] as const).flatMap((use) => {
    const ends = certificates.filter((one) => one.use === use).map(({ validUntil }) => validUntil.getTime())
    return ends.length === 0 ? [] : [{ party, use, validUntil: new Date(Math.max(...ends)) }]
  })
}

/** Those that have come to a day of warning since the last look; at the first look, those that are past one. */
export function expiringSince(
  ends: readonly (Ending & { readonly party: PartyId })[],
  since: Date | undefined,
  now: Date,
): readonly Expiring[] {
  return ends.flatMap(({ party, use, validUntil }) => {
    const isNew = WARN_DAYS.some((days) => {
      const from = validUntil.getTime() - days * DAY_MS
      return from <= now.getTime() && (since === undefined || from > since.getTime())
    })
    return isNew ? [{ party, use, days: Math.max(0, Math.ceil((validUntil.getTime() - now.getTime()) / DAY_MS)) }] : []
  })
}

export function warnOfExpiry(hub: Pick<Hub, 'directory' | 'log'>, own: readonly Ending[], since: Date | undefined, now: Date): void {
  const ofParty = ({ id, certificates }: PartyRecord) =>
    endsOf(
      id,
      certificates.filter(({ status }) => status === 'active'),
    )
  const parties = hub.directory().parties.filter(({ status }) => status !== 'withdrawn')
  for (const { party, use, days } of expiringSince([...endsOf(HUB, own), ...parties.flatMap(ofParty)], since, now)) {
    if (days === 0) hub.log.error('certificate.expired', { party, type: use })
    else hub.log.warn('certificate.expiring', { party, type: use, count: days })
  }
}

export function startExpiryWarnings(hub: Hub, own: () => readonly Ending[]): Repeating {
  let since: Date | undefined
  const turn = async (): Promise<number> => {
    const now = hub.clock.now()
    warnOfExpiry(hub, own(), since, now)
    since = now
    return LOOK_MS
  }
  return repeat(FIRST_MS, turn, (fault) => hub.log.error('expiry.failed', {}, fault))
}
