/**
 * AES-256-GCM as the store uses it: nonce (12 bytes, random) || ciphertext || tag (16 bytes). What the bytes are, down to the row that they stand in,
 * is authenticated with them (NIST SP 800-38D, additional authenticated data): moved to another row they do not open.
 */
import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

export function encrypted(key: Uint8Array | KeyObject, about: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, nonce)
  cipher.setAAD(Buffer.from(about))
  const ciphertext = cipher.update(plain)
  cipher.final()
  return Buffer.concat([nonce, ciphertext, cipher.getAuthTag()])
}

/** Throws when a byte was changed, or when they are not what they should be `about`. */
export function decrypted(key: Uint8Array | KeyObject, about: string, bytes: Uint8Array): Buffer {
  const end = bytes.length - TAG_BYTES
  if (end < NONCE_BYTES) throw unreadable(about)
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(about))
  decipher.setAuthTag(bytes.subarray(end))
  const plain = decipher.update(bytes.subarray(NONCE_BYTES, end))
  try {
    decipher.final()
  } catch {
    throw unreadable(about)
  }
  return plain
}

const unreadable = (about: string): Error => new Error(`what the store keeps is not what was stored: ${about}`)
