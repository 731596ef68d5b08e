/** The hub at a glance: what fails, what waits, what is late, and what needs a person. */
import type { CertificateRecord } from '#core/directory.ts'
import type { ErrorCode } from '#core/errors.ts'
import type { MessageType, PartyId } from '#core/message.ts'
import type { Directory } from '#core/resolve.ts'
import type { Count } from './reading.ts'

export const SOON_DAYS = 30
const DAY_MS = 86_400_000
/** What waits for longer is trouble. */
const LATE_MS = 900_000

/** What the store says, in one look. */
export interface Standing {
  /** Deliveries that no attempt ends by itself: dead and held ones, and those of the last seven days that expired; the newest 10,000 of each state. */
  readonly failures: readonly FailureGroup[]
  readonly parties: readonly PartyStanding[]
  /** Clocks that are over, and those with three days to go. */
  readonly overdue: Count & { readonly since?: Date }
  readonly dueSoon: Count
  /** Of what was delivered in the last hour. */
  readonly p95DeliveryMs?: number
  readonly lastMessage?: LastMessage
}

export interface FailureGroup {
  readonly party: PartyId
  readonly state: 'dead' | 'held' | 'expired'
  readonly code?: ErrorCode
  readonly count: number
  /** When the oldest of them was accepted. */
  readonly since: Date
}

export interface PartyStanding extends Count {
  readonly party: PartyId
  /** When the oldest of what waits was accepted. */
  readonly oldest?: Date
  readonly lastIn?: Date
  readonly lastOut?: Date
  /** Attempts. */
  readonly failed24h: number
  readonly failedLately: boolean
  /** It does not answer. */
  readonly silentSince?: Date
}

export interface LastMessage {
  readonly messageId: string
  readonly from: PartyId
  readonly type: MessageType
  readonly receivedAt: Date
}

export type PartyState = 'up' | 'degraded' | 'down' | 'held' | 'withdrawn'

/** Something that a person has to do. The page has the words. */
export interface Need {
  readonly kind: 'failures' | 'held' | 'silent' | 'certificate' | 'clock' | 'approval'
  readonly party?: PartyId
  readonly state?: FailureGroup['state']
  readonly code?: ErrorCode
  readonly count: number
  readonly since?: Date
  /** Of a certificate: when it ends. */
  readonly until?: Date
}

export interface OverviewParty {
  readonly id: PartyId
  readonly title: string
  readonly state: PartyState
  readonly backlog: number
  readonly backlogCapped: boolean
  readonly oldest?: Date
  readonly lastIn?: Date
  readonly lastOut?: Date
  readonly failed24h: number
}

export interface Overview {
  readonly at: Date
  readonly failed: number
  readonly waiting: number
  readonly oldestWaiting?: Date
  readonly overdue: number
  readonly dueSoon: number
  readonly p95DeliveryMs?: number
  readonly certificatesSoon: number
  /** The most pressing first. */
  readonly needsYou: readonly Need[]
  readonly parties: readonly OverviewParty[]
  readonly lastMessage?: LastMessage
  /** A backup was brought back and nobody has resumed the hub. */
  readonly hubHeld: boolean
}

export interface OwnCertificate {
  readonly use: CertificateRecord['use']
  readonly validUntil: Date
}

/** @param approvals how many requests wait for somebody, since when */
export function overviewFor(
  standing: Standing,
  directory: Directory,
  own: readonly OwnCertificate[],
  approvals: { readonly count: number; readonly since?: Date },
  at: Date,
): Overview {
  const parties = directory.parties.map((party): OverviewParty => {
    const stands = standing.parties.find((one) => one.party === party.id)
    const { oldest, lastIn, lastOut } = stands ?? {}
    return {
      id: party.id,
      title: party.title,
      state: stateOf(party.status, stands, at),
      backlog: stands?.count ?? 0,
      backlogCapped: stands?.capped ?? false,
      ...(oldest && { oldest }),
      ...(lastIn && { lastIn }),
      ...(lastOut && { lastOut }),
      failed24h: stands?.failed24h ?? 0,
    }
  })
  const ending = endingSoon(directory, own, at)
  const oldest = earliestOf(standing.parties.flatMap((party) => party.oldest ?? []))
  const { overdue, dueSoon, p95DeliveryMs, lastMessage } = standing
  return {
    at,
    failed: standing.failures.reduce((sum, { count }) => sum + count, 0),
    waiting: standing.parties.reduce((sum, { count }) => sum + count, 0),
    ...(oldest && { oldestWaiting: oldest }),
    overdue: overdue.count,
    dueSoon: dueSoon.count,
    ...(p95DeliveryMs !== undefined && { p95DeliveryMs }),
    certificatesSoon: ending.length,
    needsYou: [
      ...standing.failures.map(
        ({ party, state, code, count, since }): Need => ({ kind: 'failures', party, state, ...(code && { code }), count, since }),
      ),
      ...directory.parties
        .filter(({ status }) => status === 'held')
        .map((party): Need => ({ kind: 'held', party: party.id, count: backlogOf(standing, party.id) })),
      ...standing.parties.flatMap(({ party, silentSince, count }): readonly Need[] =>
        silentSince ? [{ kind: 'silent', party, count, since: silentSince }] : [],
      ),
      ...(overdue.count > 0
        ? [{ kind: 'clock', count: overdue.count, ...(overdue.since && { since: overdue.since }) } satisfies Need]
        : []),
      ...(approvals.count > 0
        ? [{ kind: 'approval', count: approvals.count, ...(approvals.since && { since: approvals.since }) } satisfies Need]
        : []),
      ...ending.map(({ party, validUntil }): Need => ({ kind: 'certificate', party, count: 1, until: validUntil })),
    ],
    parties,
    ...(lastMessage && { lastMessage }),
    hubHeld: directory.held,
  }
}

const backlogOf = ({ parties }: Standing, id: PartyId): number => parties.find(({ party }) => party === id)?.count ?? 0

export function stateOf(status: 'active' | 'held' | 'withdrawn', stands: PartyStanding | undefined, at: Date): PartyState {
  if (status !== 'active') return status
  if (stands?.silentSince) return 'down'
  const late = stands?.oldest !== undefined && at.getTime() - stands.oldest.getTime() > LATE_MS
  return late || stands?.failedLately ? 'degraded' : 'up'
}

interface Ending {
  readonly party: PartyId
  readonly validUntil: Date
}

/** Certificates in use, the first to end first; those that have a successor too, until they are withdrawn. */
export function certificateEnds({ parties }: Directory, own: readonly OwnCertificate[]): readonly Ending[] {
  return [
    ...own.map(({ validUntil }) => ({ party: 'hub', validUntil })),
    ...parties
      .filter(({ status }) => status !== 'withdrawn')
      .flatMap(({ id, certificates }) =>
        certificates.filter(({ status, by }) => status === 'active' && by === 'leaf').map(({ validUntil }) => ({ party: id, validUntil })),
      ),
  ].toSorted((a, b) => a.validUntil.getTime() - b.validUntil.getTime())
}

/** Within 30 days, or over already. */
const endingSoon = (directory: Directory, own: readonly OwnCertificate[], at: Date): readonly Ending[] =>
  certificateEnds(directory, own).filter(({ validUntil }) => validUntil.getTime() < at.getTime() + SOON_DAYS * DAY_MS)

function earliestOf(times: readonly Date[]): Date | undefined {
  return times.toSorted((a, b) => a.getTime() - b.getTime())[0]
}
