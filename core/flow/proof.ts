/** Who sent it: the TLS client, the signer, and whether the signer may still sign. */
import type { PartyRecord } from '#core/directory.ts'
import { hubError } from '#core/errors.ts'
import { dialectOf, type Hub } from '#core/hub.ts'
import type { DocumentKind, Envelope, Inbound, MediaType, Signer, Syntax, Verified } from '#core/message.ts'
import { verifyDocument } from '#core/signature/document.ts'

const TAKEN: Record<Syntax, readonly MediaType[]> = {
  xml: ['application/xml'],
  json: ['application/json', 'application/jose'],
}

/** How far ahead of ours a partner's clock may be. */
const AHEAD_S = 300
const WINDOW_S = 86_400

export function senderOf(hub: Hub, inbound: Pick<Inbound, 'peer'>): PartyRecord {
  if (!inbound.peer) throw hubError('SENDER_UNKNOWN', { detail: 'No TLS client certificate was presented.' })
  const party = hub.directory().peerOf(inbound.peer, hub.clock.now())
  if (!party) throw hubError('SENDER_UNKNOWN', { detail: 'The TLS client certificate is not registered for an active party.' })
  return party
}

/** The signature holds and was made by a certificate of this very party. */
export function verifiedOf(
  hub: Hub,
  inbound: Pick<Inbound, 'bytes' | 'mediaType' | 'signature'>,
  party: PartyRecord,
  kind: DocumentKind = 'Message',
): Promise<Verified> {
  const dialect = dialectOf(hub, party)
  if (!TAKEN[dialect.syntax].includes(inbound.mediaType)) {
    throw hubError('MEDIA_TYPE', { detail: `This party is registered to send ${TAKEN[dialect.syntax].join(' or ')}.` })
  }
  const directory = hub.directory()
  return verifyDocument(inbound, { kind, root: kind === 'Message' ? dialect.root : undefined, from: 'partner' }, (sha256, der) => {
    const signer = directory.signerOf(sha256, der)
    return signer?.party === party.id ? signer : undefined
  })
}

/** Certificate and signing time of a message, looked at only after duplicates have left. */
export function trustOf(hub: Hub, envelope: Envelope): void {
  const { header, verified } = envelope
  const found = hub.directory().agreement(header.from, header.to, header.type, hub.clock.now(), header.agreement)
  signerMayStillSign(hub, verified.signer, typeof found === 'string' ? WINDOW_S : found.agreement.signingWindowS)
}

/** Also for receipts: the certificate is active and within its dates, and the signature is neither old nor from the future. */
export function signerMayStillSign(hub: Hub, signer: Signer, windowS: number = WINDOW_S): void {
  const now = hub.clock.now()
  const { certificate } = signer
  const registered = hub.directory().signerOf(certificate.sha256, certificate.der)
  if (!registered) throw hubError('CERTIFICATE_UNTRUSTED', { stage: 'trust' })
  if (registered.record.status === 'revoked') throw hubError('CERTIFICATE_REVOKED')
  for (const dates of [certificate, registered.record]) {
    if (now < dates.validFrom) throw hubError('CERTIFICATE_NOT_YET_VALID')
    if (now > dates.validUntil) throw hubError('CERTIFICATE_EXPIRED')
  }
  const ageS = (now.getTime() - signer.signedAt.getTime()) / 1000
  if (ageS > windowS) throw hubError('SIGNING_TIME', { detail: 'The signature is older than the agreement allows.' })
  if (ageS < -AHEAD_S) throw hubError('SIGNING_TIME', { detail: 'The signing time lies ahead of the clock of the hub.' })
}
