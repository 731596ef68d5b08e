/**
 * What a party has put into its queue at a broker, or into a folder of its file server: proven, then taken as over HTTPS. The answer goes into the
 * party's other queue or folder. The document stays where it is until this has said what becomes of it: nothing is let go before it is stored.
 */
import { ERRORS, HubError, hubError } from '#core/errors.ts'
import { dialectOf, type Hub } from '#core/hub.ts'
import { MESSAGE_LIMIT_BYTES, mediaTypeOf } from '#core/inbound.ts'
import type { BrokerPeer, DocumentKind, FolderPeer, Inbound, PartyId, Peer } from '#core/message.ts'
import { problemFor, problemFormOf } from '#core/problem.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import { acknowledge } from './acknowledge.ts'
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

/** How often a document is tried that breaks the hub itself. One that kills it a broker counts. */
const TRIES = 3
const PAUSE_MS = 1_000

/** Waits for as long as the store is away. `undefined`: the hub stops, nothing is known, it stays for another. */
export async function takeQueued(hub: Hub, queued: Queued, pauseMs = PAUSE_MS): Promise<Taken | undefined> {
  for (let attempt = 1; !hub.stopping.aborted; ) {
    try {
      return await taken(hub, queued, attempt >= TRIES)
    } catch (fault) {
      const code = fault instanceof HubError ? fault.code : 'INTERNAL'
      hub.log.error('queue.waiting', { party: queued.party, code, attempt }, fault)
      if (code === 'INTERNAL') attempt++
      await paused(pauseMs, hub.stopping)
    }
  }
  return undefined
}

/** Throws what passes by itself, and what is broken until it has been tried often enough. */
async function taken(hub: Hub, queued: Queued, last: boolean): Promise<Taken> {
  const requestId = hub.ids.uuid()
  const { peer } = queued
  try {
    refuseStrangers(hub, queued.party, peer)
  } catch (fault) {
    return aside(hub, queued, fault, { requestId, peer: undefined })
  }
  try {
    return { become: 'done', answer: await answerTo(hub, queued, requestId) }
  } catch (fault) {
    if (!(fault instanceof HubError) || fault.kind === 'broken') {
      if (!last) throw fault
      return aside(hub, queued, fault, { requestId, peer })
    }
    if (ERRORS[fault.code].retryable) throw fault
    hub.log.info('request.refused', { requestId, party: queued.party, code: fault.code, stage: fault.stage })
    return { become: 'done', answer: await problemOf(hub, queued, fault, { requestId, peer }) }
  }
}

async function answerTo(hub: Hub, queued: Queued, requestId: string): Promise<QueueAnswer | undefined> {
  const { peer, bytes, signature, contentType, digest, trace } = queued
  if (bytes.length > MESSAGE_LIMIT_BYTES) throw hubError('PAYLOAD_TOO_LARGE')
  if (bytes.length === 0) throw hubError('PAYLOAD_MALFORMED', { stage: 'receive', detail: 'The body is empty.' })
  if (digest !== undefined && sha256Hex(bytes) !== digest) {
    throw hubError('PAYLOAD_MALFORMED', { stage: 'receive', detail: 'The file is not the one that its checksum was made of.' })
  }
  const inbound: Inbound = { bytes, mediaType: mediaTypeOf(contentType), signature, peer, receivedAt: hub.clock.now(), requestId, trace }
  if (queued.kind === 'Receipt') {
    await acknowledge(hub, inbound)
    return undefined
  }
  const receipt = await receive(hub, inbound)
  return { kind: 'Receipt', mediaType: receipt.mediaType, bytes: receipt.bytes, signature: receipt.signature }
}

function refuseStrangers(hub: Hub, party: PartyId, peer: Peer | undefined): void {
  if (!peer) throw hubError('SENDER_UNKNOWN', { detail: 'The property user_id is missing: set it to the name of your broker user.' })
  if (senderOf(hub, { peer }).id !== party) throw hubError('SENDER_UNKNOWN', { detail: 'This queue or folder belongs to another party.' })
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
