/** The directory, made ready for look-ups: who connects, who signed, what is agreed. Built once per revision; every look-up judges anew. */
import {
  type AgreementRecord,
  type AnchorRecord,
  CALENDAR_SCOPE,
  type CertificateRecord,
  type DirectoryData,
  type KnownStatus,
  type PartyRecord,
  scopeOf,
  stateOf,
} from './directory.ts'
import type { FolderPeer, MessageType, PartyId, Peer } from './message.ts'
import type { Certificate } from './signature/certificate.ts'
import { chainOf, isMadeFor, isValidAt, parsedCertificate, subjectOf } from './trust.ts'

export interface Directory {
  readonly revision: number
  readonly parties: readonly PartyRecord[]
  party(id: PartyId): PartyRecord | undefined

  /** The party behind a TLS client, by a certificate that is active and valid now, behind a broker's user, or behind a folder; a withdrawn party is nobody. */
  peerOf(peer: Peer, now: Date): PartyRecord | undefined

  /**
   * Whose signing certificate this is. Revoked and outdated ones are found too, because validity is judged after the signature:
   * `record` says how. A certificate known by its anchor is found only when its DER is given.
   */
  signerOf(sha256: string, der?: Uint8Array): RegisteredSigner | undefined

  /** Whether the party's anchors of this moment, where it has some, have issued the certificate. */
  isAnchored(party: PartyId, certificate: Certificate, now: Date, issuers?: readonly Uint8Array[]): boolean

  /** The anchor that has issued a certificate of the party itself, and tells whether it was revoked. */
  issuerOf(party: PartyId, certificate: Certificate): { readonly anchor: AnchorRecord; readonly certificate: Certificate } | undefined

  /** Whether an agreement under which the party sends asks for the revocation of its certificates. */
  asksRevocation(party: PartyId): boolean

  /** The newest that is known about its revocation; `undefined` when its issuer has said nothing so far. */
  statusOf(sha256: string): KnownStatus | undefined

  /** The record of a certificate that is registered as a leaf. */
  certificateRecord(sha256: string): CertificateRecord | undefined

  /** The newest agreement in force for this type from one party to another, under a rule set when one is named. */
  agreement(
    from: PartyId,
    to: PartyId,
    type: MessageType,
    at: Date,
    ruleSet?: string,
  ): { readonly agreement: AgreementRecord } | 'missing' | 'expired'

  /** What a party is competent for; `undefined` where no party of its state has a role. */
  rolesOf(id: PartyId): PartyRecord['roles'] | undefined

  /** What of this version of a rule set was confirmed, and which years of calendars: rows (`T7`) and years (`AZE 2028`). */
  confirmations(ruleSet: string, version: number): ReadonlySet<string>

  /** The hub was restored from a backup and nobody has resumed it yet: it delivers nothing, and takes only what it has receipted before. */
  readonly held: boolean

  /** Whether a receipt of this time may be for a message that was lost because a backup was brought back. */
  inGap(at: Date): boolean
}

/** A message is in a backup once it is committed, a moment after its receipt was signed. */
const UNDER_WAY_MS = 60_000

interface RegisteredSigner {
  readonly party: PartyId
  readonly certificate: Certificate
  readonly record: CertificateRecord
}

export function directoryOf(data: DirectoryData): Directory {
  const parties = new Map(data.parties.map((party) => [party.id, party]))
  const naming = new Set(
    data.parties.filter(({ roles, status }) => roles.length > 0 && status !== 'withdrawn').map(({ id }) => stateOf(id)),
  )
  const tls = registryOf(data.parties, 'tls')
  const signing = registryOf(data.parties, 'signing')
  const brokerUsers = namedBy(data.parties, ({ brokerUser }) => brokerUser ?? [])
  const folders = namedBy(data.parties, foldersOf)
  const statuses = new Map(data.statuses.map((status) => [status.sha256, status]))
  const isRevoked = ({ sha256 }: Certificate): boolean => statuses.get(sha256)?.state === 'revoked'
  const isAnchored: Directory['isAnchored'] = (id, certificate, now, issuers = []) => {
    const { anchors = [] } = parties.get(id) ?? {}
    const between = issuers.map(parsedCertificate).filter(isPresent)
    return anchors.length === 0 || anchors.some((anchor) => isInUse(anchor, now) && cameFrom(anchor, certificate, between))
  }
  const agreements = data.agreements.toSorted((a, b) => b.validFrom.getTime() - a.validFrom.getTime())
  const agreementsOf = Map.groupBy(agreements, ({ from, to }) => `${from} ${to}`)

  return {
    revision: data.revision,
    parties: data.parties,
    party: (id) => parties.get(id),

    peerOf(peer, now) {
      if ('brokerUser' in peer) return brokerUsers.get(peer.brokerUser)
      if ('folder' in peer) return folders.get(folderName(peer))
      const leaf = parsedCertificate(peer.certificate)
      if (!leaf || !isValidAt(leaf, now) || isRevoked(leaf)) return undefined
      const found = registrationsOf(tls, leaf, peer.issuers, now)
      if (found.some(({ record }) => record.status === 'revoked')) return undefined
      const party = soleOf(found.filter(({ record }) => record.status === 'active' && isValidAt(record, now)))?.party
      return party && isAnchored(party.id, leaf, now, peer.issuers) ? party : undefined
    },

    signerOf(sha256, der) {
      const certificate = parsedCertificate(der ?? signing.leaves.get(sha256)?.[0]?.record.der)
      if (certificate?.sha256 !== sha256) return undefined
      const found = registrationsOf(signing, certificate, [])
      const judged = soleOf(found.filter(({ record }) => record.status === 'active' || record.status === 'revoked'))
      const record = judged && isRevoked(certificate) ? { ...judged.record, status: 'revoked' as const } : judged?.record
      return judged && record && { party: judged.party.id, certificate, record }
    },

    isAnchored,

    issuerOf(id, certificate) {
      for (const anchor of parties.get(id)?.anchors ?? []) {
        const issuer = parsedCertificate(anchor.der)
        if (issuer && anchor.status !== 'withdrawn' && chainOf(certificate, [], issuer)) return { anchor, certificate: issuer }
      }
      return undefined
    },

    asksRevocation: (id) => agreements.some(({ from, revocation }) => from === id && revocation !== 'none'),

    statusOf: (sha256) => statuses.get(sha256),

    certificateRecord: (sha256) => (signing.leaves.get(sha256) ?? tls.leaves.get(sha256))?.[0]?.record,

    agreement(from, to, type, at, ruleSet) {
      const between = agreementsOf.get(`${from} ${to}`) ?? []
      const agreed = between.filter((one) => one.types.includes(type) && (ruleSet === undefined || one.ruleSet === ruleSet))
      if (agreed.length === 0) return 'missing'
      const agreement = agreed.find(({ validFrom, validUntil }) => validFrom <= at && (validUntil === undefined || at <= validUntil))
      return agreement ? { agreement } : 'expired'
    },

    rolesOf: (id) => (naming.has(stateOf(id)) ? (parties.get(id)?.roles ?? []) : undefined),

    confirmations(ruleSet, version) {
      const scopes = [scopeOf(ruleSet, version), CALENDAR_SCOPE]
      return new Set(data.confirmations.filter(({ scope }) => scopes.includes(scope)).map(({ item }) => item))
    },

    held: data.restorations.some(({ resumedAt }) => resumedAt === undefined),
    inGap: (at) =>
      data.restorations.some(({ backupAt, restoredAt }) => at.getTime() >= backupAt.getTime() - UNDER_WAY_MS && at <= restoredAt),
  }
}

const isInUse = (anchor: AnchorRecord, now: Date): boolean => anchor.status === 'active' && isValidAt(anchor, now)

function cameFrom({ der }: AnchorRecord, certificate: Certificate, issuers: readonly Certificate[]): boolean {
  const anchor = parsedCertificate(der)
  return anchor !== undefined && chainOf(certificate, issuers, anchor) !== undefined
}

interface Registration {
  readonly party: PartyRecord
  readonly record: CertificateRecord
}

interface Registry {
  readonly use: CertificateRecord['use']
  readonly leaves: ReadonlyMap<string, readonly Registration[]>
  readonly anchors: readonly Registration[]
}

function registryOf(parties: readonly PartyRecord[], use: CertificateRecord['use']): Registry {
  const registrations = parties
    .filter(({ status }) => status !== 'withdrawn')
    .flatMap((party) => party.certificates.filter((record) => record.use === use).map((record) => ({ party, record })))
  return {
    use,
    leaves: Map.groupBy(
      registrations.filter(({ record }) => record.by === 'leaf'),
      ({ record }) => record.sha256,
    ),
    anchors: registrations.filter(({ record }) => record.by === 'anchor'),
  }
}

/** A name that two parties have registered identifies neither. */
function namedBy(
  parties: readonly PartyRecord[],
  namesOf: (party: PartyRecord) => string | readonly string[],
): ReadonlyMap<string, PartyRecord> {
  const named = parties
    .filter(({ status }) => status !== 'withdrawn')
    .flatMap((party) => [namesOf(party)].flat().map((name) => ({ name, party })))
  const users = Map.groupBy(named, ({ name }) => name)
  return new Map([...users].flatMap(([name, [user, other]]) => (user && !other ? [[name, user.party]] : [])))
}

const folderName = ({ folder, hostKey }: FolderPeer): string => `${hostKey} ${folder}`

const foldersOf = ({ endpoint: { transport, url, hostKeys } }: PartyRecord): readonly string[] =>
  transport === 'sftp' && url !== undefined ? hostKeys.map((hostKey) => folderName({ folder: url, hostKey })) : []

/** A leaf that is registered itself, in whatever state, is never looked up by its anchor: else a revoked one would come back that way. */
function registrationsOf(registry: Registry, leaf: Certificate, issuers: readonly Uint8Array[], at?: Date): readonly Registration[] {
  const known = registry.leaves.get(leaf.sha256)
  if (known) return known
  const subject = subjectOf(leaf)
  if (subject === '' || !isMadeFor(registry.use, leaf)) return []
  return registry.anchors.filter(({ record }) => {
    const anchor = record.subject === subject ? parsedCertificate(record.der) : undefined
    const chain = anchor && chainOf(leaf, issuers.map(parsedCertificate).filter(isPresent), anchor)
    return chain?.every((link) => at === undefined || isValidAt(link, at)) ?? false
  })
}

/** What two parties have registered identifies neither; of several records of one party a revocation weighs most. */
function soleOf(found: readonly Registration[]): Registration | undefined {
  const first = found.find(({ record }) => record.status === 'revoked') ?? found[0]
  return found.every(({ party }) => party === first?.party) ? first : undefined
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined
}
