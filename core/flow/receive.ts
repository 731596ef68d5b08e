/**
 * A message arrives: proven, judged, stored, receipted, in this order and no other (contract, section 3).
 * Every entrance ends here; nothing is promised before it is stored.
 */
import type { PartyRecord } from '#core/directory.ts'
import { ERRORS, HubError, hubError } from '#core/errors.ts'
import { dialectOf, HUB, type Hub, replyProfile } from '#core/hub.ts'
import type { Inbound, SignedDocument } from '#core/message.ts'
import type { Acceptance, LogFields } from '#core/ports.ts'
import { type CaseStep, rulesOf } from '#core/rules/case.ts'
import { signDocument } from '#core/signature/document.ts'
import { receiptBytesOf } from '#core/signature/receipt.ts'
import { attachmentsOf } from './attachments.ts'
import { type CaseClocks, clocksOfMessage } from './case-clocks.ts'
import { bodyOf, type Canonical, duplicateOf, envelopeOf } from './content.ts'
import { senderOf, trustOf, verifiedOf } from './proof.ts'
import { type Route, routeOf } from './route.ts'

/** What is known of a message when nothing speaks against it any more. */
export interface Judged {
  readonly inbound: Inbound
  readonly canonical: Canonical
  readonly step: CaseStep
  readonly attachments: readonly string[]
  readonly clocks: CaseClocks
  readonly route: Route
}

/** How often a message is judged again because its case moved meanwhile. */
const ROUNDS = 8

/** Answers with the signed receipt; throws HubError with the contract's code. */
export async function receive(hub: Hub, inbound: Inbound): Promise<SignedDocument> {
  const sender = senderOf(hub, inbound)
  try {
    return await accepted(hub, inbound, sender)
  } catch (fault) {
    await refused(hub, sender, fault)
    throw fault
  }
}

/** Everything but storing. A duplicate leaves with its first receipt before anything later is looked at. */
export async function judge(hub: Hub, inbound: Inbound, sender: PartyRecord): Promise<Judged | { readonly first: SignedDocument }> {
  const verified = await verifiedOf(hub, inbound, sender)
  const envelope = envelopeOf(hub, verified, sender)
  const { messageId, conversationId } = envelope.header
  const known = await hub.store.known(sender.id, messageId, conversationId)
  const first = duplicateOf(known.first, envelope)
  if (first) return { first }
  trustOf(hub, envelope)
  const canonical = bodyOf(hub, envelope, sender)
  const pathOf = (pointer: string) => dialectOf(hub, sender).pathOf(pointer, envelope.header.type)
  const step = rulesOf(canonical.message, known.conversation, hub.clock.now(), pathOf)
  const attachments = await attachmentsOf(hub, canonical.message, pathOf)
  const route = routeOf(hub, canonical.message, pathOf)
  const clocks = clocksOfMessage(hub, canonical.message, known.conversation, inbound.receivedAt)
  return { inbound, canonical, step, attachments, clocks, route }
}

async function accepted(hub: Hub, inbound: Inbound, sender: PartyRecord): Promise<SignedDocument> {
  for (let round = 0; round < ROUNDS; round++) {
    const judged = await judge(hub, inbound, sender)
    if ('first' in judged) {
      hub.log.info('message.repeated', { requestId: inbound.requestId, party: sender.id })
      return judged.first
    }
    const receipt = await receiptFor(hub, judged)
    if ((await hub.store.accept(acceptanceOf(hub, judged, receipt))) === 'accepted') {
      hub.wake.notify()
      hub.log.info('message.accepted', lineOf(hub, judged))
      return receipt
    }
  }
  throw hubError('STORE_UNAVAILABLE', { detail: 'The case is changing too quickly; send the same bytes again.', retryAfterS: 1 })
}

/** What is refused to a proven party is part of the audit trail; strangers are only counted. */
async function refused(hub: Hub, sender: PartyRecord, fault: unknown): Promise<void> {
  if (!(fault instanceof HubError) || ERRORS[fault.code].fault === 'hub') return
  await hub.store.refused({ event: 'SubmissionRejection', party: sender.id, at: hub.clock.now(), code: fault.code })
}

function lineOf(hub: Hub, { inbound, canonical }: Judged): LogFields {
  const { messageId, conversationId, from, to, type } = canonical.message.header
  const durationMs = hub.clock.now().getTime() - inbound.receivedAt.getTime()
  return { requestId: inbound.requestId, messageId, conversationId, party: from, to, type, count: inbound.bytes.length, durationMs }
}

async function receiptFor(hub: Hub, judged: Judged): Promise<Acceptance['receipt']> {
  const { message, verified, sender, contentDigest } = judged.canonical
  const now = hub.clock.now()
  const receiptId = hub.ids.uuid()
  const dialect = dialectOf(hub, sender)
  const bytes = receiptBytesOf(
    {
      receiptId,
      messageId: message.header.messageId,
      conversationId: message.header.conversationId,
      digest: verified.digest,
      ...(verified.signatureDigest === undefined ? {} : { signatureDigest: verified.signatureDigest }),
      contentDigest,
      event: 'SubmissionAcceptance',
      at: now.toISOString(),
      by: HUB,
      ...(judged.route.notCarried.length === 0 ? {} : { notCarried: [...judged.route.notCarried] }),
    },
    dialect.syntax,
  )
  return { ...(await signDocument('Receipt', bytes, replyProfile(dialect), hub.keys.signing(), now)), receiptId }
}

function acceptanceOf(hub: Hub, judged: Judged, receipt: Acceptance['receipt']): Acceptance {
  const {
    inbound,
    canonical,
    step,
    route,
    clocks: { clocks, ...pinned },
  } = judged
  const { header } = canonical.message
  const { verified } = canonical
  return {
    message: {
      messageId: header.messageId,
      conversationId: header.conversationId,
      inReplyTo: header.inReplyTo,
      from: header.from,
      to: header.to,
      type: header.type,
      version: header.version,
      agreement: header.agreement,
      createdAt: new Date(header.createdAt),
      expiresAt: header.expiresAt === undefined ? undefined : new Date(header.expiresAt),
      receivedAt: inbound.receivedAt,
      signedAt: verified.signer.signedAt,
      signerSha256: verified.signer.certificate.sha256,
      mediaType: inbound.mediaType,
      digest: verified.digest,
      signatureDigest: verified.signatureDigest,
      contentDigest: canonical.contentDigest,
      original: inbound.bytes,
      signature: inbound.signature,
      content: canonical.content,
    },
    receipt,
    deliveries: route.deliveries,
    attachments: judged.attachments,
    conversation: {
      id: header.conversationId,
      agreement: header.agreement,
      participants: [...new Set([...step.participants, header.from, header.to, ...(header.copyTo ?? [])])],
      state: step.state,
      length: step.length,
      ...pinned,
    },
    clocks,
    audit: {
      event: 'SubmissionAcceptance',
      party: header.from,
      at: hub.clock.now(),
      messageId: header.messageId,
      digest: verified.digest,
    },
  }
}
