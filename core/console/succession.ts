/**
 * A certificate that takes over from another one of the same party: whether it can, what it changes, and what breaks on which day. Both count side by
 * side until the older one ends, so that the party may change over whenever it likes. Pure.
 */
import { X509Certificate } from 'node:crypto'
import type { CertificateRecord, DirectoryParts, PartyRecord } from '#core/directory.ts'
import type { PartyId } from '#core/message.ts'
import { algorithmOf } from '#core/signature/algorithms.ts'
import { type Certificate, certificateOf } from '#core/signature/certificate.ts'
import { isMadeFor } from '#core/trust.ts'
import { refusal } from './refusal.ts'

export interface Wish {
  readonly party: PartyId
  /** SHA-256 of the one that it takes over from. */
  readonly succeeds: string
  readonly use: CertificateRecord['use']
  /** Of what was uploaded, PEM or DER; of several certificates the first. */
  readonly certificate: Uint8Array
  /** When the older one stops to count, if sooner than it ends by itself. */
  readonly until?: Date | undefined
}

/**
 * Why it cannot take over:
 * - `unreadable`: it is no certificate; `private-key`: one comes with its private key, which nobody but its party may have
 * - `over`: it has ended; `algorithm`: its key is none that the hub takes; `purpose`: it is made for something else (RFC 5280, section 4.2.1.12)
 * - `no-authority`: an anchor has to be one (`cA`); `same`: this party has it already; `elsewhere`: another party has it
 */
export type Unfit = 'unreadable' | 'private-key' | 'over' | 'algorithm' | 'purpose' | 'no-authority' | 'same' | 'elsewhere'

/**
 * What happens on a day:
 * - `begins`, `ends`: from when the new one counts, and until when the older one
 * - `gap`: from here until the new one begins nothing of this use is valid: the party is refused
 * - `shorter`: the new one ends before the older one would have; `renew`: another one is needed by then
 */
export interface Turn {
  readonly at: Date
  readonly what: 'begins' | 'ends' | 'gap' | 'shorter' | 'renew'
}

export interface Succession {
  readonly fresh: CertificateRecord
  readonly older: CertificateRecord
  readonly turns: readonly Turn[]
  readonly next: DirectoryParts
}

/** Throws NOT_FOUND for a party or certificate that is not there, CERTIFICATE_UNFIT with the reason in `issues`. */
export function successionOf(now: DirectoryParts, wish: Wish, at: Date): Succession {
  const party = now.parties.find(({ id }) => id === wish.party)
  const older = party?.certificates.find(({ sha256, use }) => sha256 === wish.succeeds && use === wish.use)
  if (!party || !older) throw refusal('NOT_FOUND')
  const fresh = recordOf(certificateIn(wish.certificate), older)
  refuseUnfit(fresh, now.parties, party, at)
  const until = wish.until && wish.until < older.validUntil ? wish.until : older.validUntil
  const shortened = { ...older, validUntil: until }
  const certificates = [...party.certificates.map((one) => (one === older ? shortened : one)), fresh]
  const parties = now.parties.map((one) => (one === party ? { ...party, certificates } : one))
  return { fresh, older: shortened, turns: turnsOf(fresh, older, until, party), next: { ...now, parties } }
}

const unfit = (why: Unfit) => refusal('CERTIFICATE_UNFIT', { issues: [{ path: '/certificate', expected: why }] })

function certificateIn(bytes: Uint8Array): Certificate {
  if (Buffer.from(bytes).includes('PRIVATE KEY')) throw unfit('private-key')
  try {
    return certificateOf(new X509Certificate(bytes).raw)
  } catch {
    throw unfit('unreadable')
  }
}

/** Known as the older one is: by itself, or as the anchor of one exact subject. */
function recordOf({ sha256, der, validFrom, validUntil }: Certificate, { use, by, subject }: CertificateRecord): CertificateRecord {
  return { use, by, sha256, der, subject, status: 'active', validFrom, validUntil }
}

function refuseUnfit(fresh: CertificateRecord, parties: readonly PartyRecord[], party: PartyRecord, at: Date): void {
  const certificate = certificateOf(fresh.der)
  const holder = parties.find(({ certificates }) =>
    certificates.some(({ sha256, use, by }) => sha256 === fresh.sha256 && use === fresh.use && by === fresh.by),
  )
  if (fresh.validUntil <= at) throw unfit('over')
  if (holder === party) throw unfit('same')
  // An anchor may stand behind several parties; a leaf is one party's.
  if (holder && fresh.by === 'leaf') throw unfit('elsewhere')
  if (fresh.by === 'anchor') {
    if (!certificate.x509.ca) throw unfit('no-authority')
    return
  }
  if (!algorithmOf(certificate.publicKey)) throw unfit('algorithm')
  if (!isMadeFor(fresh.use, certificate)) throw unfit('purpose')
}

function turnsOf(fresh: CertificateRecord, older: CertificateRecord, until: Date, party: PartyRecord): readonly Turn[] {
  const begins = fresh.validFrom
  const covers = (one: CertificateRecord): boolean =>
    one !== older && one.use === fresh.use && one.status === 'active' && one.validUntil >= begins
  const gap = until < begins && !party.certificates.some(covers)
  const turns: readonly Turn[] = [
    { at: begins, what: 'begins' },
    { at: until, what: 'ends' },
    ...(gap ? [{ at: until, what: 'gap' } as const] : []),
    { at: fresh.validUntil, what: fresh.validUntil < older.validUntil ? 'shorter' : 'renew' },
  ]
  return turns.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}
