/**
 * A message arrives: proven, judged, stored, receipted, in this order and no other (contract, section 3).
 * Every entrance ends here; nothing is promised before it is stored.
 */
import type { PartyRecord } from '#core/directory.ts'
import { erasuresOf } from '#core/erasure.ts'
import { ERRORS, HubError, hubError } from '#core/errors.ts'
import { dialectOf, HUB, type Hub, replyProfile } from '#core/hub.ts'
import type { Flag, Inbound, SignedDocument } from '#core/message.ts'
import type { Acceptance, LogFields } from '#core/ports.ts'
import { referencesOf } from '#core/references.ts'
import { type CaseStep, rulesOf } from '#core/rules/case.ts'
import { signDocument } from '#core/signature/document.ts'
import { receiptBytesOf } from '#core/signature/receipt.ts'
import { saidOf } from '#core/statistics/said.ts'
import { UNWATCHED, type Watched } from '#core/watch.ts'
import { attachmentsOf } from './attachments.ts'
import { type CaseClocks, circumstancesOf, clocksOfMessage } from './case-clocks.ts'
import { bodyOf, type Canonical, duplicateOf, envelopeOf } from './content.ts'
import { refuseWhileHeld } from './held.ts'
import { senderOf, trustOf, verifiedOf } from './proof.ts'
import { type Route, refuseBacklog, routeOf } from './route.ts'
import { asOf, fitting, type ShownReceipt, shownReceiptOf } from './shown-receipt.ts'
import { straightFor } from './straight.ts'

/** What is known of a message when nothing speaks against it any more. */
export interface Judged {
  readonly inbound: Inbound
  /** The receipt under which it had been accepted before a backup was brought back. */
  readonly shown: ShownReceipt | undefined
  readonly canonical: Canonical
  readonly step: CaseStep
  readonly flags: readonly Flag[]
  readonly attachments: readonly string[]
  readonly clocks: CaseClocks
  readonly route: Route
}

/** How often a message is judged again because its case moved meanwhile. */
const ROUNDS = 8

/** Answers with the signed receipt; throws HubError with the contract's code. */
export function receive(hub: Hub, inbound: Inbound): Promise<SignedDocument> {
  return hub.watch.act('receive', { caller: inbound.trace }, async (watched) => {
    const sender = senderOf(hub, inbound)
    watched.note({ requestId: inbound.requestId, party: sender.id })
    try {
      return await accepted(hub, inbound, sender, watched)
    } catch (fault) {
      await refused(hub, sender, fault)
      throw fault
    }
  })
}

/** Everything but storing. A duplicate leaves with its first receipt before anything later is looked at. */
export async function judge(
  hub: Hub,
  inbound: Inbound,
  sender: PartyRecord,
  { stage, note }: Watched = UNWATCHED,
): Promise<Judged | { readonly first: SignedDocument }> {
  const verified = await stage('verify', () => verifiedOf(hub, inbound, sender))
  const envelope = stage('envelope', () => envelopeOf(hub, verified, sender))
  const { messageId, conversationId, type } = envelope.header
  note({ messageId, conversationId, type })
  const known = await stage('duplicate', () => hub.store.known(sender.id, messageId, conversationId))
  const first = duplicateOf(known.first, envelope)
  if (first) return { first }
  const shown = await shownReceiptOf(hub, inbound, envelope)
  if (!shown) refuseWhileHeld(hub)
  const then = shown ? asOf(hub, shown) : hub
  const receivedAt = shown?.at ?? inbound.receivedAt
  await stage('trust', () => trustOf(then, envelope))
  const canonical = stage('schema', () => bodyOf(then, envelope, sender))
  const pathOf = (pointer: string) => dialectOf(hub, sender).pathOf(pointer, envelope.header.type)
  const circumstances = circumstancesOf(then, canonical.message, known.conversation, receivedAt)
  const { step, flags } = stage('rules', () =>
    fitting(hub, shown, () => rulesOf(canonical.message, known.conversation, circumstances, pathOf)),
  )
  const attachments = await stage('attachments', () => attachmentsOf(hub, canonical.message, pathOf))
  const route = stage('route', () => routeOf(then, canonical.message, pathOf))
  if (!shown) await refuseBacklog(then, canonical.message, route)
  const clocks = clocksOfMessage(then, canonical.message, known.conversation, receivedAt)
  return { inbound: { ...inbound, receivedAt }, shown, canonical, step, flags, attachments, clocks, route }
}

async function accepted(hub: Hub, inbound: Inbound, sender: PartyRecord, watched: Watched): Promise<SignedDocument> {
  for (let round = 0; round < ROUNDS; round++) {
    const judged = await judge(hub, inbound, sender, watched)
    if ('first' in judged) {
      watched.note({ outcome: 'repeated' })
      hub.log.info('message.repeated', { requestId: inbound.requestId, party: sender.id })
      return judged.first
    }
    const receipt = judged.shown?.receipt ?? (await watched.stage('sign', () => receiptFor(hub, judged)))
    watched.note({ to: judged.canonical.message.header.to })
    const stored = await storedAs(hub, judged, receipt, watched)
    if (stored === 'accepted' || stored === 'leased') {
      watched.note({ outcome: judged.shown ? 'recovered' : 'accepted' })
      // What is leased is on its way.
      const waiting = judged.route.deliveries.slice(stored === 'leased' ? 1 : 0)
      if (waiting.length > 0) hub.wake.notify(...waiting.map(({ party }) => party))
      hub.log.info(judged.shown ? 'message.recovered' : 'message.accepted', lineOf(hub, judged))
      return receipt
    }
  }
  throw hubError('STORE_UNAVAILABLE', { detail: 'The case is changing too quickly; send the same bytes again.', retryAfterS: 1 })
}

type Stored = Awaited<ReturnType<Hub['store']['accept']>>

const ENDS = { leased: 'leased', accepted: 'waiting', moved: 'none', known: 'none', lost: 'unknown' } as const

/** The delivery to the addressee comes first. */
async function storedAs(hub: Hub, judged: Judged, receipt: Acceptance['receipt'], watched: Watched): Promise<Stored> {
  const straight = await straightFor(hub, judged.canonical, judged.route.deliveries[0], watched)
  let stored: Stored | 'lost' = 'lost'
  try {
    stored = await watched.stage('store', () => hub.store.accept(acceptanceOf(hub, judged, receipt, watched.trace), straight?.lease))
    return stored
  } finally {
    straight?.go(ENDS[stored])
  }
}

/** What is refused to a proven party is part of the audit trail; strangers are only counted. */
async function refused(hub: Hub, sender: PartyRecord, fault: unknown): Promise<void> {
  if (!(fault instanceof HubError) || ERRORS[fault.code].fault === 'hub') return
  await hub.store.refused({ event: 'SubmissionRejection', party: sender.id, at: hub.clock.now(), code: fault.code })
}

function lineOf(hub: Hub, { inbound, canonical, flags }: Judged): LogFields {
  const { messageId, conversationId, from, to, type } = canonical.message.header
  const durationMs = hub.clock.now().getTime() - inbound.receivedAt.getTime()
  const about = { requestId: inbound.requestId, messageId, conversationId, party: from, to, type }
  return { ...about, count: inbound.bytes.length, flags: flags.length, durationMs }
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
      ...(judged.flags.length === 0 ? {} : { flagged: [...judged.flags] }),
    },
    dialect.syntax,
  )
  const address = { messageId: receiptId, relatesTo: verified.envelopeId }
  return {
    ...(await signDocument('Receipt', bytes, replyProfile(sender), hub.keys.signing(message.header.agreement), now, address)),
    receiptId,
  }
}

function acceptanceOf(hub: Hub, judged: Judged, receipt: Acceptance['receipt'], trace: string | undefined): Acceptance {
  const {
    inbound,
    canonical,
    step,
    flags,
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
      facts: saidOf(header.type, canonical.message.body),
      flags,
      trace,
    },
    receipt,
    deliveries: route.deliveries,
    erasures: erasuresOf(canonical.message),
    references: referencesOf(canonical.message),
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
