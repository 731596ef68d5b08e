/**
 * An ECDSA signature value in its two forms: r and s one after the other, as long as the curve's order (IEEE P1363), and as OpenSSL has it
 * (`SEQUENCE { INTEGER, INTEGER }`, X9.62). For curves of up to 384 bits: every length is one byte.
 */

const SEQUENCE = 0x30
const INTEGER = 0x02

/** @param raw of an even length. */
export function derOf(raw: Uint8Array): Uint8Array {
  const half = raw.length / 2
  const content = Buffer.concat([integerOf(raw.subarray(0, half)), integerOf(raw.subarray(half))])
  return Buffer.concat([Buffer.of(SEQUENCE, content.length), content])
}

/** @param der as OpenSSL has made it. */
export function rawOf(der: Uint8Array, integerBytes: number): Uint8Array {
  const raw = new Uint8Array(2 * integerBytes)
  let from = 2
  for (const until of [integerBytes, 2 * integerBytes]) {
    const length = der[from + 1] ?? 0
    const integer = significant(der.subarray(from + 2, from + 2 + length))
    raw.set(integer, until - integer.length)
    from += 2 + length
  }
  return raw
}

/** DER: no more bytes than it takes, and a leading zero where the first bit would be a sign. */
function integerOf(bytes: Uint8Array): Uint8Array {
  const least = significant(bytes)
  const value = (least[0] ?? 0x80) >= 0x80 ? Buffer.concat([Buffer.of(0), least]) : least
  return Buffer.concat([Buffer.of(INTEGER, value.length), value])
}

function significant(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0)
  return bytes.subarray(first === -1 ? bytes.length : first)
}
