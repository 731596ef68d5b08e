/**
 * Who may connect, who may sign, and who may send what to whom: parties, certificates and agreements, resolved once per change.
 *
 * Recognition is by certificate alone: the leaf's SHA-256 is registered, or its trust anchor and the exact subject identifier.
 */
import type { AuthorityRole } from '#schemas/agreements/competence.ts'
import type { Side } from './clocks/clock.ts'
import type { MessageType, PartyId, SignatureProfile, Transport } from './message.ts'
import type { CertificateStatus } from './pki/status.ts'

export interface CertificateRecord {
  readonly use: 'tls' | 'signing'
  /** A leaf known by its SHA-256 (`leaf`), or the anchor that must have issued it together with `subject` (`anchor`). */
  readonly by: 'leaf' | 'anchor'
  /** SHA-256 of the DER below, lower-case hex. */
  readonly sha256: string
  /** DER of the leaf or of the anchor. */
  readonly der: Uint8Array
  /** The exact subject, one line, RFC 4514 order as written in the certificate; only with `anchor`. */
  readonly subject: string | undefined
  readonly status: 'active' | 'pending' | 'withdrawn' | 'revoked'
  readonly validFrom: Date
  readonly validUntil: Date
}

/** A CA that may have issued certificates of a party, and where it tells what it has revoked. */
export interface AnchorRecord {
  /** SHA-256 of the DER below, lower-case hex. */
  readonly sha256: string
  readonly der: Uint8Array
  readonly status: 'active' | 'pending' | 'withdrawn'
  readonly validFrom: Date
  readonly validUntil: Date
  /** Addresses of its OCSP responders and revocation lists, in the order in which they are asked; no others ever are. */
  readonly ocsp: readonly string[]
  readonly crl: readonly string[]
}

/**
 * What an agreement asks for about the revocation of its sender's certificates. What is known to be revoked is refused whatever it says.
 * - `none`: nothing
 * - `soft`: the issuer is asked beside the traffic; until it has answered, evidence is pending
 * - `hard`: moreover a certificate about which its issuer has never said that it is good is refused
 */
export const REVOCATION_POLICIES = ['none', 'soft', 'hard'] as const
export type RevocationPolicy = (typeof REVOCATION_POLICIES)[number]

/** The newest that an issuer has said about a certificate. */
export interface KnownStatus extends Pick<CertificateStatus, 'state' | 'revokedAt'> {
  readonly sha256: string
  readonly party: PartyId
}

/** Seconds; exponential with jitter, until the delivery expires. */
export interface RetrySchedule {
  readonly firstS: number
  readonly factor: number
  readonly maxS: number
  /** 0.2 = each wait is between 80 % and 120 %. */
  readonly jitter: number
}

/** A party that does not answer is probed, one delivery at a time, until it does. */
export interface BreakerPolicy {
  /** Attempts in a row without an answer (none at all, 408, 429 or 5xx) after which only probes go out. */
  readonly failures: number
  /** Longest wait between two probes; until then waits grow as those of the retry schedule. */
  readonly maxProbeS: number
}

/** What a party may ask of one hub process; beyond it the answer is 429 with `Retry-After`. */
export interface Allowance {
  /** Requests per second, on the average. */
  readonly perSecond: number
  /** How many may come at once after a pause. */
  readonly burst: number
  /** How many may be under way at once. */
  readonly atOnce: number
}

/** How a party is reached. */
export interface Endpoint {
  readonly transport: Transport
  /** For push `https://…`, for SFTP `sftp://account@server:port/folder`. */
  readonly url: string | undefined
  /** Keys that the party's file server may show, as `ssh-keygen -l` writes them: `SHA256:` and base64. Only for SFTP. */
  readonly hostKeys: readonly string[]
  readonly signature: SignatureProfile
  readonly timeoutS: number
  /** How long a receipt may be owed after 202. */
  readonly receiptTimeoutS: number
  readonly retry: RetrySchedule
  readonly breaker: BreakerPolicy
  /** How many deliveries may be out at once. */
  readonly parallel: number
}

export interface PartyRecord {
  readonly id: PartyId
  readonly title: string
  /** `xml` or `json` for the canonical standard, else an adapter's folder. */
  readonly dialect: string
  /** Newest version of the message standard that it takes; with a dialect of its own, the one that the dialect is mapped from. */
  readonly version: string
  readonly status: 'active' | 'held' | 'withdrawn'
  readonly endpoint: Endpoint
  readonly allowance: Allowance
  readonly certificates: readonly CertificateRecord[]
  /** Where there are some, every certificate of the party must come from one of them. Windows may overlap. */
  readonly anchors: readonly AnchorRecord[]
  /** The name that the party, and nobody else, has at the broker; `undefined` when it has no queues there. */
  readonly brokerUser: string | undefined
  /** PEM of the anchors that the party's server certificate must chain to. */
  readonly serverAnchors: readonly string[]
  /** The state it acts for, and its time zone: whose calendar counts for limits, and where their days end. Without it no limit runs for or against it. */
  readonly home: Side | undefined
  /** What it is competent for in its state. Where no party of a state has a role, nobody asks; where one has, the others may send only what needs none. */
  readonly roles: readonly AuthorityRole[]
  /** A test system of the party: the partner lab may be run against it in production too. */
  readonly test: boolean
}

/** Parties of one state have ids that begin alike, up to the first hyphen. */
export const stateOf = (party: PartyId): string => party.replace(/-.*/, '')

/** Who may send which types to whom (ebMS: P-Mode). One row a pair of parties and direction. */
export interface AgreementRecord {
  readonly id: string
  readonly from: PartyId
  readonly to: PartyId
  /** The rule set, as in the header's `agreement`. */
  readonly ruleSet: string
  readonly types: readonly MessageType[]
  readonly validFrom: Date
  readonly validUntil: Date | undefined
  /** Which delivery-notices the sender wants. */
  readonly notices: 'none' | 'failures' | 'all'
  /** How old, and how far ahead, a signing time may be. */
  readonly signingWindowS: number
  /** How long a delivery is tried when the message itself does not say. */
  readonly validityS: number
  /** Where it differs from that of the recipient's endpoint. */
  readonly retry: RetrySchedule | undefined
  /** As many of the sender's deliveries may wait for the recipient; beyond it messages are refused until some have left. Without it all are taken. */
  readonly maxBacklog: number | undefined
  readonly revocation: RevocationPolicy
}

/** An administrator has read, in the text that binds, what a rule set or a calendar only supposed. */
export interface Confirmation {
  /** `eu-az-2014:1`, a version of a rule set, or `calendar`. */
  readonly scope: string
  /** A row (`T7`), or a year of a state's calendar (`AZE 2028`). */
  readonly item: string
}

export const CALENDAR_SCOPE = 'calendar'

/** Of a version of a rule set. */
export const scopeOf = (ruleSet: string, version: number): string => `${ruleSet}:${version}`

/** What an operator's party file sets. */
export type DirectoryParts = Pick<DirectoryData, 'parties' | 'agreements'>

/** A backup was brought back. Receipts given between the two moments may be for messages that the hub no longer knows. */
export interface Restoration {
  readonly backupAt: Date
  readonly restoredAt: Date
  /** Until then the hub is held. */
  readonly resumedAt: Date | undefined
}

export interface DirectoryData {
  readonly revision: number
  readonly parties: readonly PartyRecord[]
  readonly agreements: readonly AgreementRecord[]
  readonly confirmations: readonly Confirmation[]
  readonly restorations: readonly Restoration[]
  readonly statuses: readonly KnownStatus[]
}
