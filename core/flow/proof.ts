/** Who sent it: the peer at the door, the signer, and whether the signer may still sign. */
import type { Dialect } from '#core/adapter.ts'
import type { PartyRecord, RevocationPolicy } from '#core/directory.ts'
import { hubError } from '#core/errors.ts'
import { dialectOf, type Hub } from '#core/hub.ts'
import type { DocumentKind, Envelope, Inbound, MediaType, SignatureProfile, Signer, Verified } from '#core/message.ts'
import { verifyDocument } from '#core/signature/document.ts'

const TAKEN: Record<SignatureProfile, readonly MediaType[]> = {
  xades: ['application/xml'],
  wss: ['application/soap+xml'],
  jades: ['application/json', 'application/jose'],
  jws: ['application/json', 'application/jose'],
}

/** How far ahead of ours a partner's clock may be. */
const AHEAD_S = 300
const WINDOW_S = 86_400

export function senderOf(hub: Hub, inbound: Pick<Inbound, 'peer'>): PartyRecord {
  const { peer } = inbound
  if (!peer) throw hubError('SENDER_UNKNOWN', { detail: 'No TLS client certificate was presented.' })
  const party = hub.directory().peerOf(peer, hub.clock.now())
  if (party) return party
  const shown = 'brokerUser' in peer ? 'broker user' : 'folder' in peer ? 'folder' : 'TLS client certificate'
  throw hubError('SENDER_UNKNOWN', { detail: `The ${shown} is not registered for an active party.` })
}

/** The signature holds and was made by a certificate of this very party. */
export async function verifiedOf(
  hub: Pick<Hub, 'dialects' | 'directory'>,
  inbound: Pick<Inbound, 'bytes' | 'mediaType' | 'signature'>,
  party: PartyRecord,
  kind: DocumentKind = 'Message',
): Promise<Verified> {
  const dialect = dialectOf(hub, party)
  const taken = TAKEN[party.endpoint.signature]
  if (!taken.includes(inbound.mediaType)) {
    throw hubError('MEDIA_TYPE', { detail: `This party is registered to send ${taken.join(' or ')}.` })
  }
  const directory = hub.directory()
  const expect = { kind, root: kind === 'Message' ? dialect.root : undefined, token: dialect.token, from: 'partner' } as const
  const verified = await verifyDocument(inbound, expect, (sha256, der) => {
    const signer = directory.signerOf(sha256, der)
    return signer?.party === party.id ? signer : undefined
  })
  if (kind === 'Message') demandToken(dialect, verified)
  return verified
}

function demandToken({ token }: Dialect, verified: Verified): void {
  if (!token) return
  const missing = { rule: 'required', path: `Security/${token.name}`, expected: token.name, hint: 'Every message carries it, signed.' }
  const issues = verified.token ? token.issuesOf(verified.token) : [missing]
  if (issues.length > 0) throw hubError('PAYLOAD_INVALID', { stage: 'envelope', issues })
}

/** Certificate and signing time of a message, looked at only after duplicates have left. */
export async function trustOf(hub: Hub, envelope: Envelope): Promise<void> {
  const { header, verified } = envelope
  const found = hub.directory().agreement(header.from, header.to, header.type, hub.clock.now(), header.agreement)
  if (typeof found === 'string') return signerMayStillSign(hub, verified.signer)
  const { signingWindowS, revocation } = found.agreement
  signerMayStillSign(hub, verified.signer, signingWindowS)
  await revocationOf(hub, verified.signer, revocation)
}

/** Nobody is asked here: what the issuer has said so far counts. A certificate that was never seen, because its party is known by its anchor, is asked about from now on. */
async function revocationOf(hub: Hub, { party, certificate }: Signer, policy: RevocationPolicy): Promise<void> {
  if (policy === 'none') return
  const status = hub.directory().statusOf(certificate.sha256)
  if (!status) await hub.store.revocation.watch([{ party, use: 'signing', certificate }], hub.clock.now())
  if (policy === 'hard' && status?.state !== 'good') {
    throw hubError('CERTIFICATE_UNTRUSTED', { stage: 'trust', detail: 'The issuer of the certificate has not said yet that it is good.' })
  }
}

/** Also for receipts: the certificate is active and within its dates, and the signature is neither old nor from the future. */
export function signerMayStillSign(hub: Pick<Hub, 'directory' | 'clock'>, signer: Signer, windowS: number = WINDOW_S): void {
  const now = hub.clock.now()
  const { certificate } = signer
  const registered = hub.directory().signerOf(certificate.sha256, certificate.der)
  if (!registered) throw hubError('CERTIFICATE_UNTRUSTED', { stage: 'trust' })
  if (registered.record.status === 'revoked') throw hubError('CERTIFICATE_REVOKED')
  if (!hub.directory().isAnchored(registered.party, certificate, now)) {
    throw hubError('CERTIFICATE_UNTRUSTED', { stage: 'trust', detail: 'The certificate does not come from a trust anchor of its party.' })
  }
  for (const dates of [certificate, registered.record]) {
    if (now < dates.validFrom) throw hubError('CERTIFICATE_NOT_YET_VALID')
    if (now > dates.validUntil) throw hubError('CERTIFICATE_EXPIRED')
  }
  const ageS = (now.getTime() - signer.signedAt.getTime()) / 1000
  if (ageS > windowS) throw hubError('SIGNING_TIME', { detail: 'The signature is older than the agreement allows.' })
  if (signer.signedUntil && now > signer.signedUntil) throw hubError('SIGNING_TIME', { detail: 'The Timestamp has expired.' })
  if (ageS < -AHEAD_S) throw hubError('SIGNING_TIME', { detail: 'The signing time lies ahead of the clock of the hub.' })
}
