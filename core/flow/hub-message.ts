/** What the hub itself says in a case. */
import { contentDigestOf, contentOf } from '#core/codec/jcs.ts'
import type { PartyRecord } from '#core/directory.ts'
import { HUB, type Hub } from '#core/hub.ts'
import type { Header, Message } from '#core/message.ts'
import type { HubMessage, NewDelivery } from '#core/ports.ts'
import { saidOf } from '#core/statistics/said.ts'
import { FIRST_VERSION } from '#schemas/index.ts'

type Head = Required<Pick<Header, 'conversationId' | 'inReplyTo' | 'to' | 'type' | 'agreement'>> & Pick<Header, 'copyTo'>

/** A message of the hub, new and made now. */
export function hubMessage(hub: Hub, head: Head, body: object): HubMessage['message'] {
  const now = hub.clock.now()
  const header: Header = {
    messageId: hub.ids.uuid(),
    ...head,
    from: HUB,
    version: FIRST_VERSION,
    createdAt: now.toISOString(),
    nonce: hub.ids.nonce(),
  }
  const message = { header, body } as Message
  const { conversationId, inReplyTo, to, type, agreement } = head
  return {
    messageId: header.messageId,
    conversationId,
    inReplyTo,
    from: HUB,
    to,
    type,
    version: header.version,
    agreement,
    createdAt: now,
    expiresAt: undefined,
    content: contentOf(message),
    contentDigest: contentDigestOf(message),
    facts: saidOf(type, body),
  }
}

/** Due now; tried for `validityS` seconds. */
export function deliveryTo(hub: Hub, { id, endpoint }: PartyRecord, validityS: number): NewDelivery {
  const now = hub.clock.now()
  return {
    deliveryId: hub.ids.uuid(),
    party: id,
    transport: endpoint.transport,
    dueAt: now,
    expiresAt: new Date(now.getTime() + validityS * 1000),
  }
}
