/** The sending party: signs, submits, verifies the hub's receipt; as fast as messages arrive, or at a given rate. */
import type { Syntax } from '#core/message.ts'
import { shiftedClock } from '#demo/clock.ts'
import { type HubClient, hubClient } from '#demo/hub-client.ts'
import { createPartner, type Partner } from '#demo/partner.ts'
import { DIALECT, keysOf, messageOf, PROFILE, signerOf } from './world.ts'

export interface Sender {
  readonly partner: Partner
  readonly client: HubClient
  readonly syntax: Syntax
  readonly sizeBytes: number
}

/** Messages that were sent: when each left, in milliseconds of the epoch. */
export type Sent = Map<string, number>

export function createSender(dir: string, origin: string, syntax: Syntax, sizeBytes: number): Sender {
  const { tls, signing } = keysOf(dir, 'xa')
  const client = hubClient(origin, tls)
  const partner = createPartner({
    party: 'xa',
    dialect: DIALECT[syntax],
    signature: PROFILE[syntax],
    key: signing,
    hubSigner: signerOf(dir, 'hub'),
    client,
    clock: shiftedClock(),
  })
  return { partner, client, syntax, sizeBytes }
}

/** @param acceptedMs gets how long it took until the hub's receipt was here and verified */
async function sendOne({ partner, syntax, sizeBytes }: Sender, sent: Sent, acceptedMs: number[] = []): Promise<string> {
  const { header, body } = messageOf(syntax, sizeBytes)
  const { type, to, conversationId, messageId } = header
  sent.set(messageId, Date.now())
  const began = performance.now()
  await partner.send({ type, to, conversationId, messageId, body })
  acceptedMs.push(performance.now() - began)
  return messageId
}

/** `lanes` senders, each of which sends its next message when the last one has arrived, while `isMore` of what has left so far. */
export async function saturate(
  sender: Sender,
  lanes: number,
  isMore: (sent: Sent) => boolean,
  arrival: (messageId: string) => Promise<void>,
): Promise<Sent> {
  const sent: Sent = new Map()
  const lane = async (): Promise<void> => {
    while (isMore(sent)) await arrival(await sendOne(sender, sent))
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return sent
}

/** `perSecond` messages leave evenly, whatever becomes of them. */
export async function pace(sender: Sender, perSecond: number, seconds: number, acceptedMs?: number[]): Promise<Sent> {
  const sent: Sent = new Map()
  const startedAt = performance.now()
  const under: Promise<string>[] = []
  for (let number = 0; number < perSecond * seconds; number++) {
    const waitMs = startedAt + (number * 1000) / perSecond - performance.now()
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs))
    under.push(sendOne(sender, sent, acceptedMs))
  }
  await Promise.all(under)
  return sent
}

export const until = (untilMs: number) => (): boolean => Date.now() < untilMs

export const upTo =
  (count: number) =>
  (sent: Sent): boolean =>
    sent.size < count
