/** The bytes that go to a party: the message in the version and the dialect that it takes, signed by the hub. */
import { contentDigestOf } from '#core/codec/jcs.ts'
import type { PartyRecord } from '#core/directory.ts'
import { hubError } from '#core/errors.ts'
import { dialectOf, type Hub } from '#core/hub.ts'
import type { Message, SignedDocument } from '#core/message.ts'
import { signDocument } from '#core/signature/document.ts'
import type { Watched } from '#core/watch.ts'
import { formFor } from './form.ts'

export interface Encoded {
  readonly document: SignedDocument
  /** Of the version in which the message goes to this party. */
  readonly contentDigest: string
}

/** @param contentDigest of the message as it is. Throws NOT_CARRIED. */
export async function encodedFor(
  hub: Hub,
  party: PartyRecord,
  deliveryId: string,
  { message, contentDigest }: { readonly message: Message; readonly contentDigest: string },
  { stage }: Pick<Watched, 'stage'>,
): Promise<Encoded> {
  const mapped = stage('map', () => mappedFor(hub, party, message, contentDigest))
  const address = { messageId: deliveryId, to: party.endpoint.url, token: dialectOf(hub, party).token?.written }
  const document = await stage('sign', () =>
    signDocument('Message', mapped.bytes, party.endpoint.signature, hub.keys.signing(message.header.agreement), hub.clock.now(), address),
  )
  return { document, contentDigest: mapped.contentDigest }
}

function mappedFor(
  hub: Hub,
  party: PartyRecord,
  message: Message,
  contentDigest: string,
): { readonly bytes: Uint8Array; readonly contentDigest: string } {
  const { message: form } = formFor(hub, party, message)
  if (!form) throw hubError('NOT_CARRIED')
  const digest = form === message ? contentDigest : contentDigestOf(form)
  return {
    bytes: dialectOf(hub, party).bytesOf({ header: { ...form.header, contentDigest: digest }, body: form.body }),
    contentDigest: digest,
  }
}
