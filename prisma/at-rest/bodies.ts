/** What of a message stands encrypted in its rows: the original, the content, and the bytes made for each recipient, all with the key of the message. */
import type { PartyId } from '#core/message.ts'
import type { Lease } from '#core/ports.ts'
import { decrypted, encrypted } from './cipher.ts'
import { type DataKey, type DataKeys, type KeyColumns, wrappedIn } from './data-keys.ts'
import { packed, unpacked } from './packed.ts'

export interface MessageKey {
  readonly messageId: string
  readonly from: PartyId
}

export const aboutMessage = ({ messageId, from }: MessageKey): string => `message ${messageId} of ${from}`
const aboutPart = (message: MessageKey, part: 'original' | 'content'): string => `${part} of ${aboutMessage(message)}`
const aboutDelivery = (deliveryId: string): string => `delivery ${deliveryId}`

/** Parameters for the columns of `message_body`, and for the bytes of a delivery that goes out at once. */
export async function bodyOf(
  keys: DataKeys,
  message: MessageKey & { readonly original?: Uint8Array; readonly content: Uint8Array },
  lease: Pick<Lease, 'deliveryId' | 'document'> | undefined,
): Promise<object> {
  const { original, content } = message
  const key = (await keys.make(aboutMessage(message))) ?? null
  const encodedBytes = lease && sentBytes(key, lease.deliveryId, lease.document.bytes)
  if (!key) return { original, content, encodedBytes, keyId: undefined, wrappedKey: undefined }
  return {
    encodedBytes,
    original: original && encrypted(key.secret, aboutPart(message, 'original'), packed(original)),
    content: encrypted(key.secret, aboutPart(message, 'content'), packed(content)),
    keyId: key.keyId,
    wrappedKey: key.wrappedKey,
  }
}

/** The key in the row of a body; `null` where that is not encrypted. */
export function messageKeyIn(keys: DataKeys, message: MessageKey, row: KeyColumns): DataKey | null {
  const wrapped = wrappedIn(row)
  return wrapped ? keys.open(aboutMessage(message), wrapped) : null
}

export function partIn(key: DataKey | null, message: MessageKey, part: 'original' | 'content', bytes: Uint8Array): Uint8Array {
  return key ? unpacked(decrypted(key.secret, aboutPart(message, part), bytes)) : bytes
}

export function sentBytes(key: DataKey | null, deliveryId: string, plain: Uint8Array): Uint8Array {
  return key ? encrypted(key.secret, aboutDelivery(deliveryId), packed(plain)) : plain
}

export function sentBytesIn(key: DataKey | null, deliveryId: string, bytes: Uint8Array): Uint8Array {
  return key ? unpacked(decrypted(key.secret, aboutDelivery(deliveryId), bytes)) : bytes
}
