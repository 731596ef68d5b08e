/** Reading parties, certificates and agreements, as they stood together at one moment. */
import type { Pool } from 'pg'
import type {
  AgreementRecord,
  AnchorRecord,
  CertificateRecord,
  Confirmation,
  DirectoryData,
  KnownStatus,
  PartyRecord,
  Restoration,
  RetrySchedule,
} from '#core/directory.ts'
import { run, statement, storeFailure } from './pool.ts'

const REVISION = 'SELECT coalesce(max(revision), 0) AS revision FROM directory_revision'
const PARTIES = `SELECT id, title, dialect, version, status, transport, url, signature, timeout_s AS "timeoutS", receipt_timeout_s AS "receiptTimeoutS",
  retry_first_s AS "firstS", retry_factor AS "factor", retry_max_s AS "maxS", retry_jitter AS "jitter", parallel,
  breaker_failures AS "failures", breaker_probe_s AS "maxProbeS",
  per_second AS "perSecond", burst, at_once AS "atOnce",
  broker_user AS "brokerUser", host_keys AS "hostKeys", server_anchors AS "serverAnchors", state, time_zone AS "timeZone", roles, test
  FROM party ORDER BY id`
const CERTIFICATES = `SELECT party_id AS "partyId", use, by, sha256, der, subject, status, valid_from AS "validFrom", valid_until AS "validUntil"
  FROM certificate ORDER BY id`
const ANCHORS = `SELECT party_id AS "partyId", sha256, der, status, valid_from AS "validFrom", valid_until AS "validUntil", ocsp, crl
  FROM trust_anchor ORDER BY id`
const STATUSES = `SELECT sha256, party, state, revoked_at AS "revokedAt" FROM certificate_status WHERE state IS NOT NULL ORDER BY sha256`
const AGREEMENTS = `SELECT id, sender AS "from", recipient AS "to", rule_set AS "ruleSet", types, valid_from AS "validFrom",
  valid_until AS "validUntil", notices, signing_window_s AS "signingWindowS", validity_s AS "validityS", retry, max_backlog AS "maxBacklog", revocation
  FROM agreement ORDER BY id`
const CONFIRMATIONS = 'SELECT scope, item FROM limit_confirmation ORDER BY scope, item'
const RESTORATIONS = `SELECT backup_at AS "backupAt", restored_at AS "restoredAt", resumed_at AS "resumedAt" FROM restoration ORDER BY id`

type Endpoint = PartyRecord['endpoint']
type PartyRow = Omit<PartyRecord, 'endpoint' | 'allowance' | 'certificates' | 'anchors' | 'brokerUser' | 'home'> &
  Omit<Endpoint, 'url' | 'retry' | 'breaker'> &
  Endpoint['retry'] &
  Endpoint['breaker'] &
  PartyRecord['allowance'] & {
    readonly url: string | null
    readonly brokerUser: string | null
    readonly state: string | null
    readonly timeZone: string | null
  }
type CertificateRow = Omit<CertificateRecord, 'subject'> & { readonly partyId: string; readonly subject: string | null }
type AnchorRow = AnchorRecord & { readonly partyId: string }
type StatusRow = Omit<KnownStatus, 'revokedAt'> & { readonly revokedAt: Date | null }
type RestorationRow = Omit<Restoration, 'resumedAt'> & { readonly resumedAt: Date | null }
type AgreementRow = Omit<AgreementRecord, 'validUntil' | 'retry' | 'maxBacklog'> & {
  readonly validUntil: Date | null
  readonly retry: RetrySchedule | null
  readonly maxBacklog: number | null
}

const CURRENT = statement('directory_revision', REVISION)

export async function directoryRevision(pool: Pool): Promise<number> {
  const [row] = await run<{ readonly revision: number }>(pool, CURRENT, {})
  return row?.revision ?? 0
}

export async function directory(pool: Pool): Promise<DirectoryData> {
  try {
    const client = await pool.connect()
    let failure: unknown
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
      const { rows: revisions } = await client.query<{ readonly revision: number }>(REVISION)
      const { rows: parties } = await client.query<PartyRow>(PARTIES)
      const { rows: certificates } = await client.query<CertificateRow>(CERTIFICATES)
      const { rows: anchors } = await client.query<AnchorRow>(ANCHORS)
      const { rows: statuses } = await client.query<StatusRow>(STATUSES)
      const { rows: agreements } = await client.query<AgreementRow>(AGREEMENTS)
      const { rows: confirmations } = await client.query<Confirmation>(CONFIRMATIONS)
      const { rows: restorations } = await client.query<RestorationRow>(RESTORATIONS)
      await client.query('COMMIT')
      const byParty = Map.groupBy(certificates, ({ partyId }) => partyId)
      const anchorsOf = Map.groupBy(anchors, ({ partyId }) => partyId)
      return {
        revision: revisions[0]?.revision ?? 0,
        parties: parties.map((party) => partyOf(party, byParty.get(party.id) ?? [], anchorsOf.get(party.id) ?? [])),
        agreements: agreements.map((agreement) => ({
          ...agreement,
          validUntil: agreement.validUntil ?? undefined,
          retry: agreement.retry ?? undefined,
          maxBacklog: agreement.maxBacklog ?? undefined,
        })),
        confirmations,
        restorations: restorations.map((restoration) => ({ ...restoration, resumedAt: restoration.resumedAt ?? undefined })),
        statuses: statuses.map((status) => ({ ...status, revokedAt: status.revokedAt ?? undefined })),
      }
    } catch (cause) {
      failure = cause
      throw cause
    } finally {
      client.release(failure !== undefined)
    }
  } catch (failure) {
    throw storeFailure(failure)
  }
}

function partyOf(row: PartyRow, certificates: readonly CertificateRow[], anchors: readonly AnchorRow[]): PartyRecord {
  return {
    id: row.id,
    title: row.title,
    dialect: row.dialect,
    version: row.version,
    status: row.status,
    endpoint: {
      transport: row.transport,
      url: row.url ?? undefined,
      hostKeys: row.hostKeys,
      signature: row.signature,
      timeoutS: row.timeoutS,
      receiptTimeoutS: row.receiptTimeoutS,
      retry: { firstS: row.firstS, factor: row.factor, maxS: row.maxS, jitter: row.jitter },
      breaker: { failures: row.failures, maxProbeS: row.maxProbeS },
      parallel: row.parallel,
    },
    allowance: { perSecond: row.perSecond, burst: row.burst, atOnce: row.atOnce },
    certificates: certificates.map(certificateOf),
    anchors: anchors.map(anchorOf),
    brokerUser: row.brokerUser ?? undefined,
    serverAnchors: row.serverAnchors,
    roles: row.roles,
    test: row.test,
    home: row.state === null || row.timeZone === null ? undefined : { state: row.state, timeZone: row.timeZone },
  }
}

function certificateOf({ use, by, sha256, der, subject, status, validFrom, validUntil }: CertificateRow): CertificateRecord {
  return { use, by, sha256, der, subject: subject ?? undefined, status, validFrom, validUntil }
}

function anchorOf({ sha256, der, status, validFrom, validUntil, ocsp, crl }: AnchorRow): AnchorRecord {
  return { sha256, der, status, validFrom, validUntil, ocsp, crl }
}
