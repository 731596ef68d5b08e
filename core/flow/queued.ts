/**
 * What a party has put into its queue at a broker, or into a folder of its file server: proven, then taken as over HTTPS. The answer goes into the
 * party's other queue or folder. The document stays where it is until this has said what becomes of it: nothing is let go before it is stored.
 */
import type { PartyRecord } from '#core/directory.ts'
import { ERRORS, HubError, hubError } from '#core/errors.ts'
import { dialectOf, type Hub } from '#core/hub.ts'
import { MESSAGE_LIMIT_BYTES, mediaTypeOf } from '#core/inbound.ts'
import type { BrokerPeer, DocumentKind, FolderPeer, Inbound, PartyId, Peer } from '#core/message.ts'
import { problemFor, problemFormOf } from '#core/problem.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import { acknowledge } from './acknowledge.ts'
import type { Admission } from './admission.ts'
import { senderOf } from './proof.ts'
import { receive } from './receive.ts'

export interface Queued {
  /** Whose queue or folder it lay in. */
  readonly party: PartyId
  /** Who alone can have put it there, in the word of the broker or of the file server; `undefined` when the broker says nothing. */
  readonly peer: BrokerPeer | FolderPeer | undefined
  readonly kind: 'Message' | 'Receipt'
  readonly contentType: string | undefined
  readonly bytes: Uint8Array
  readonly signature: string | undefined
  /** SHA-256 of the bytes as the party says, where it has to. */
  readonly digest?: string
  /** As in `Inbound`. */
  readonly trace?: string | undefined
  /** How often a broker gave it to a hub before that did not answer for it. */
  readonly returned?: number
}

export interface QueueAnswer {
  readonly kind: Exclude<DocumentKind, 'Message'>
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly signature: string | undefined
}

/** `done`: it may leave. `dead`: nobody has taken it and sending it again would not help; it is kept for operators. */
export interface Taken {
  readonly become: 'done' | 'dead'
  readonly answer: QueueAnswer | undefined
}

/** How often a document is tried that breaks the hub itself. */
const TRIES = 3
/**
 * One that came back so often may be what kills the hubs that take it: it is not looked at any more. Generous, since hubs that stop give back
 * what they have; less than the broker's own limit, beyond which it would set it aside without a word.
 */
const RETURNS = 16
const PAUSE_MS = 1_000

/** Waits for its turn, and for as long as the store is away. `undefined`: the hub stops, nothing is known, it stays for another. */
export async function takeQueued(hub: Hub, door: Admission, queued: Queued, pauseMs = PAUSE_MS): Promise<Taken | undefined> {
  for (let attempt = 1; !hub.stopping.aborted; ) {
    try {
      return await taken(hub, door, queued, attempt >= TRIES)
    } catch (fault) {
      const code = fault instanceof HubError ? fault.code : 'INTERNAL'
      const line = { party: queued.party, code, attempt }
      if (code === 'RATE_LIMITED') hub.log.info('queue.waiting', line)
      else hub.log.error('queue.waiting', line, fault)
      if (code === 'INTERNAL') attempt++
      await paused(pauseMs, hub.stopping)
    }
  }
  return undefined
}

/** Throws what passes by itself, and what is broken until it has been tried often enough. */
async function taken(hub: Hub, door: Admission, queued: Queued, last: boolean): Promise<Taken> {
  const asking: Asking = { requestId: hub.ids.uuid(), peer: queued.peer }
  let sender: PartyRecord
  try {
    sender = ownerOf(hub, queued)
  } catch (fault) {
    return aside(hub, queued, fault, { ...asking, peer: undefined })
  }
  if ((queued.returned ?? 0) >= RETURNS) {
    return aside(hub, queued, hubError('INTERNAL', { detail: 'Hubs have ended over it again and again.' }), asking)
  }
  try {
    return { become: 'done', answer: await answerTo(hub, door, { ...queued, sender }, asking) }
  } catch (fault) {
    if (!(fault instanceof HubError) || fault.kind === 'broken') {
      if (!last) throw fault
      return aside(hub, queued, fault, asking)
    }
    if (ERRORS[fault.code].retryable) throw fault
    hub.log.info('request.refused', { requestId: asking.requestId, party: queued.party, code: fault.code, stage: fault.stage })
    return { become: 'done', answer: await problemOf(hub, queued, fault, asking) }
  }
}

async function answerTo(
  hub: Hub,
  door: Admission,
  { bytes, signature, contentType, digest, trace, kind, sender }: Queued & { readonly sender: PartyRecord },
  asking: Asking,
): Promise<QueueAnswer | undefined> {
  if (bytes.length > MESSAGE_LIMIT_BYTES) throw hubError('PAYLOAD_TOO_LARGE')
  if (bytes.length === 0) throw hubError('PAYLOAD_MALFORMED', { stage: 'receive', detail: 'The body is empty.' })
  if (digest !== undefined && sha256Hex(bytes) !== digest) {
    throw hubError('PAYLOAD_MALFORMED', { stage: 'receive', detail: 'The file is not the one that its checksum was made of.' })
  }
  const mediaType = mediaTypeOf(contentType)
  using _request = door.enter(sender)
  using _room = await door.room.enter(sender.id, bytes.length)
  using _turn = await door.turns.enter(sender.id, door.weightOf(bytes.length))
  const inbound: Inbound = { bytes, mediaType, signature, receivedAt: hub.clock.now(), trace, ...asking }
  if (kind === 'Receipt') {
    await acknowledge(hub, inbound)
    return undefined
  }
  const receipt = await receive(hub, inbound)
  return { kind: 'Receipt', mediaType: receipt.mediaType, bytes: receipt.bytes, signature: receipt.signature }
}

/** Throws where somebody else has put it there. */
function ownerOf(hub: Hub, { party, peer }: Queued): PartyRecord {
  if (!peer) throw hubError('SENDER_UNKNOWN', { detail: 'The property user_id is missing: set it to the name of your broker user.' })
  const sender = senderOf(hub, { peer })
  if (sender.id !== party) throw hubError('SENDER_UNKNOWN', { detail: 'This queue or folder belongs to another party.' })
  return sender
}

interface Asking {
  readonly requestId: string
  readonly peer: Peer | undefined
}

/** Kept where it came from, and in the audit trail of the party whose queue it is. */
async function aside(hub: Hub, queued: Queued, fault: unknown, asking: Asking): Promise<Taken> {
  const code = fault instanceof HubError ? fault.code : 'INTERNAL'
  await hub.store.refused({ event: 'SubmissionRejection', party: queued.party, at: hub.clock.now(), code })
  hub.log.error('queue.dead', { requestId: asking.requestId, party: queued.party, code }, fault)
  return { become: 'dead', answer: await problemOf(hub, queued, fault, asking) }
}

async function problemOf(hub: Hub, { party: id }: Queued, fault: unknown, asking: Asking): Promise<QueueAnswer> {
  const party = hub.directory().party(id)
  const form = party ? problemFormOf(party, dialectOf(hub, party)) : 'json'
  const { mediaType, bytes, signature } = await problemFor(hub, fault, { ...asking, form })
  return { kind: 'Problem', mediaType, bytes, signature }
}

function paused(ms: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stopping.aborted) return resolve()
    const over = (): void => {
      clearTimeout(timer)
      stopping.removeEventListener('abort', over)
      resolve()
    }
    const timer = setTimeout(over, ms)
    stopping.addEventListener('abort', over)
  })
}
