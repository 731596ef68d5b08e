/** What the console must be able to read again (secrets of authenticator apps) is kept sealed: AES-256-GCM under a key that is not in the database. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { PlainError } from '#core/plain-error.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** @param name whom it belongs to: what is sealed for one opens for no other */
export function seal(key: Uint8Array, name: string, secret: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name))
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
}

/** Throws a `PlainError` when it was sealed under another key. */
export function unseal(key: Uint8Array, name: string, sealed: Uint8Array): Uint8Array {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(name))
    .setAuthTag(bytes.subarray(-TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()])
  } catch (cause) {
    throw new PlainError(
      'A second factor was sealed under another key than this hub has.',
      'Give all hubs of one database the same KORPU_CONSOLE_SECRET.',
      cause,
    )
  }
}
