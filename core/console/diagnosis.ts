/** What developers need to help: how the hub stands, in counts, codes and times. It has no place for a person, a key or an address. */
import type { Directory } from '#core/resolve.ts'
import type { RuleSet } from '#schemas/agreements/rule-set.ts'
import type { Alert, AlertSettings } from './alerts.ts'
import type { OwnCertificate, Standing } from './overview.ts'

interface Seen {
  readonly standing: Standing
  readonly directory: Directory
  readonly own: readonly OwnCertificate[]
  readonly ruleSets: readonly RuleSet[]
  readonly alerts: readonly Alert[]
  readonly alertSettings: AlertSettings
}

export function diagnosisOf({ standing, directory, own, ruleSets, alerts, alertSettings }: Seen) {
  const { parties: stands, failures, overdue, dueSoon, p95DeliveryMs } = standing
  return {
    held: directory.held,
    parties: directory.parties.map(({ id, status, endpoint, certificates }) => ({
      party: id,
      status,
      transport: endpoint.transport,
      certificates: certificates.map(({ use, by, status: state, validUntil }) => ({ use, by, status: state, validUntil })),
      ...stands.find(({ party }) => party === id),
    })),
    failures,
    clocks: { overdue, dueSoon },
    p95DeliveryMs,
    own: own.map(({ use, validUntil }) => ({ use, validUntil })),
    ruleSets: ruleSets.map(({ id, version }) => ({ id, version, confirmed: [...directory.confirmations(id, version)].sort() })),
    alerts,
    alertSettings,
  }
}
