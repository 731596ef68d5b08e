/**
 * Parties with queues at a broker (contract, section 3): what the hub delivers goes into `korpu.out.<party>`, what the party sends comes out of
 * `korpu.in.<party>`. A broker that is away is an unreachable party to deliveries, and a door that nobody comes through; both end by themselves.
 */
import type { QueueAnswer, Queued, Taken } from '#core/flow/queued.ts'
import type { DocumentKind, PartyId } from '#core/message.ts'
import type { Log, PushTransport } from '#core/ports.ts'
import { type BrokerSettings, type Door, type Letter, type Link, NoSuchQueue, openLink, type QueueNames } from './amqp.ts'
import { TAKEN_OVER } from './taken-over.ts'

export interface PartyQueues extends PushTransport {
  /** From now on takes what `parties`, asked again and again, put into their queues. `undefined`: it goes to another hub. */
  follow(parties: () => readonly PartyId[], take: (queued: Queued) => Promise<Taken | undefined>): void
  /** Takes nothing new, and waits for what is in hand. */
  stop(): Promise<void>
}

const ANSWER_TIMEOUT_MS = 30_000
const LOOK_MS = 1_000

export const queuesOf = (party: PartyId): QueueNames => ({ in: `korpu.in.${party}`, out: `korpu.out.${party}`, dead: 'korpu.dead' })

export function partyQueues(settings: BrokerSettings, log: Log): PartyQueues {
  let link: Link | undefined
  const doors = new Map<PartyId, Door>()
  /** Whose queue was not there. */
  const gone = new Set<PartyId>()
  let parties: () => readonly PartyId[] = () => []
  let take: (queued: Queued) => Promise<Taken | undefined> = async () => undefined
  let stopped = false
  let away = false
  let timer: NodeJS.Timeout | undefined
  let look: Promise<void> | undefined

  /** Queues that are gone (deleted, or lost by a broker that died soon after it had made them) are made again at the next look. */
  const publish = async (party: PartyId, queue: string, letter: Letter, timeoutMs: number): Promise<void> => {
    if (!link) throw new Error('the broker is away')
    try {
      await link.publish(queue, letter, timeoutMs)
    } catch (fault) {
      if (fault instanceof NoSuchQueue && queue === queuesOf(party).out) gone.add(party)
      throw fault
    }
  }

  /** Until the broker has it. When the hub stops or the connection ends before, the letter comes again, and with it its answer. */
  const answered = async (party: PartyId, letter: Letter, given: QueueAnswer, isOpen: () => boolean): Promise<boolean> => {
    const usual = queuesOf(party).out
    for (let queue = answerQueueOf(usual, letter); !stopped && isOpen(); queue = usual) {
      try {
        await publish(party, queue, answerLetter(given, letter), ANSWER_TIMEOUT_MS)
        return true
      } catch (fault) {
        log.error('queue.unanswered', { party }, fault)
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
      }
    }
    return false
  }

  const openDoor = async (through: Link, party: PartyId): Promise<void> => {
    const door = await through.open(queuesOf(party), async (letter, isOpen) => {
      const taken = await take(queuedOf(party, letter))
      if (!taken || (taken.answer && !(await answered(party, letter, taken.answer, isOpen)))) return undefined
      return taken.become
    })
    doors.set(party, door)
  }

  /** Queues that somebody has made otherwise keep one party out, and nobody else. */
  const openDoors = async (through: Link, wanted: readonly PartyId[]): Promise<void> => {
    for (const party of wanted) {
      try {
        if (!doors.get(party)?.isOpen()) await openDoor(through, party)
        else if (gone.has(party)) await through.make(queuesOf(party))
        gone.delete(party)
      } catch (fault) {
        log.error('queue.unusable', { party }, fault)
      }
    }
  }

  const closeDoor = async (party: PartyId): Promise<void> => {
    await doors.get(party)?.close()
    doors.delete(party)
  }

  const tend = async (): Promise<void> => {
    if (!link?.isOpen()) {
      doors.clear()
      link = await openLink(settings)
      away = false
      log.info('broker.reached', {})
    }
    const wanted = parties()
    for (const party of doors.keys()) if (!wanted.includes(party)) await closeDoor(party)
    await openDoors(link, wanted)
  }

  const again = async (): Promise<void> => {
    try {
      await tend()
    } catch (fault) {
      if (!away) log.error('broker.unreachable', {}, fault)
      away = true
    }
    if (!stopped) timer = setTimeout(begin, LOOK_MS)
  }
  const begin = (): void => {
    look = again()
  }
  begin()

  return {
    push: async ({ party, deliveryId, messageId, document, trace, timeoutMs }) => {
      await publish(party, queuesOf(party).out, deliveryLetter({ deliveryId, messageId, document, trace }), timeoutMs)
      return TAKEN_OVER
    },
    follow: (whose, how) => {
      parties = whose
      take = how
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await look
      await Promise.all([...doors.keys()].map(closeDoor))
    },
    close: async () => {
      stopped = true
      clearTimeout(timer)
      await link?.close()
    },
  }
}

/** Under these names documents are signed, too. */
const typeOf = (kind: DocumentKind): string => `korpu-${kind.toLowerCase()}`

const signatureHeader = (signature: string | undefined) => (signature === undefined ? {} : { 'JWS-Signature': signature })

function deliveryLetter({
  deliveryId,
  messageId,
  document,
  trace,
}: Pick<Parameters<PushTransport['push']>[0], 'deliveryId' | 'messageId' | 'document' | 'trace'>): Letter {
  return {
    type: typeOf('Message'),
    messageId: deliveryId,
    contentType: document.mediaType,
    headers: {
      'Idempotency-Key': `"${deliveryId}"`,
      'Korpu-Message-Id': messageId,
      ...signatureHeader(document.signature),
      ...(trace === undefined ? {} : { traceparent: trace }),
    },
    bytes: document.bytes,
  }
}

/** What does not say that it is a receipt is taken for a message, and must then be one. */
function queuedOf(party: PartyId, { bytes, type, contentType, userId, headers, returned = 0 }: Letter): Queued {
  const textIn = (name: string): string | undefined => (typeof headers?.[name] === 'string' ? headers[name] : undefined)
  return {
    party,
    peer: userId === undefined ? undefined : { brokerUser: userId },
    kind: type === typeOf('Receipt') ? 'Receipt' : 'Message',
    contentType,
    bytes,
    signature: textIn('JWS-Signature'),
    trace: textIn('traceparent'),
    returned,
  }
}

/** The party may name another queue of its own; any other name leads to the usual one, so that nobody writes to others through the hub. */
function answerQueueOf(usual: string, { replyTo }: Letter): string {
  return replyTo?.startsWith(`${usual}.`) ? replyTo : usual
}

function answerLetter({ kind, mediaType, bytes, signature }: QueueAnswer, { correlationId, messageId }: Letter): Letter {
  return {
    type: typeOf(kind),
    contentType: mediaType,
    correlationId: correlationId ?? messageId,
    headers: signatureHeader(signature),
    bytes,
  }
}
