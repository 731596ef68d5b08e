/** Text is made smaller before it is encrypted: afterwards neither the database nor a backup can. The first byte says whether it was. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'

const AS_IT_IS = 0
const DEFLATED = 1

/** Beyond this it would keep the process from other work for more than a millisecond, and what is larger is mostly base64 of what is compressed already. */
const MOST_BYTES = 65_536
/** What a message of a few kilobytes needs: larger tables take longer to clear than to use. */
const QUICKLY = { level: 1, memLevel: 5, windowBits: 12 }

export function packed(plain: Uint8Array): Buffer {
  const deflated = plain.length > MOST_BYTES ? undefined : deflateRawSync(plain, QUICKLY)
  return deflated && deflated.length < plain.length
    ? Buffer.concat([Buffer.of(DEFLATED), deflated])
    : Buffer.concat([Buffer.of(AS_IT_IS), plain])
}

export function unpacked(bytes: Uint8Array): Buffer {
  const rest = Buffer.from(bytes.buffer, bytes.byteOffset + 1, bytes.length - 1)
  return bytes[0] === DEFLATED ? inflateRawSync(rest) : rest
}
