/** Reads DER (X.690) as far as the extensions of a certificate need it: definite lengths, one byte of tag. Anything else throws. */

export interface Tlv {
  /** The whole first byte: class, constructed and number. */
  readonly tag: number
  readonly value: Buffer
}

export const BOOLEAN = 0x01
export const INTEGER = 0x02
export const BIT_STRING = 0x03
export const OCTET_STRING = 0x04
export const OBJECT_IDENTIFIER = 0x06
export const SEQUENCE = 0x30
export const SET = 0x31
/** `[number]`, constructed. */
export const explicit = (number: number): number => 0xa0 + number

/** All elements that stand in the bytes, one after the other. */
export function elementsIn(bytes: Uint8Array): readonly Tlv[] {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found: Tlv[] = []
  for (let at = 0; at < all.length; ) {
    const { tag, value, end } = elementAt(all, at)
    found.push({ tag, value })
    at = end
  }
  return found
}

/** What the one element in the bytes holds. */
export function inside(bytes: Uint8Array, tag: number): Buffer {
  const [first, ...others] = elementsIn(bytes)
  if (first?.tag !== tag || others.length > 0) throw new Error('not the DER that stands here')
  return first.value
}

/** One element with this tag around what it holds. */
export function elementOf(tag: number, value: Uint8Array): Buffer {
  const { length } = value
  const bytes = [24, 16, 8, 0].map((bits) => (length >>> bits) & 0xff)
  const long = bytes.slice(bytes.findIndex((byte) => byte !== 0))
  return Buffer.concat([Buffer.from(length < 0x80 ? [tag, length] : [tag, 0x80 + long.length, ...long]), value])
}

/** Dotted decimal. */
export function objectIdentifier(value: Uint8Array): string {
  const arcs: number[] = []
  let arc = 0
  for (const byte of value) {
    arc = arc * 128 + (byte & 0x7f)
    if (byte & 0x80) continue
    if (arcs.length > 0) arcs.push(arc)
    else arcs.push(Math.min(2, Math.floor(arc / 40)), arc - 40 * Math.min(2, Math.floor(arc / 40)))
    arc = 0
  }
  return arcs.join('.')
}

function elementAt(all: Buffer, at: number): Tlv & { readonly end: number } {
  const tag = all[at]
  const short = all[at + 1]
  if (tag === undefined || short === undefined || (tag & 0x1f) === 0x1f) throw new Error('not the DER that stands here')
  const lengthBytes = short < 0x80 ? 0 : short & 0x7f
  if (short === 0x80 || lengthBytes > 4 || at + 2 + lengthBytes > all.length) throw new Error('not the DER that stands here')
  const start = at + 2 + lengthBytes
  const length = lengthBytes === 0 ? short : all.readUIntBE(at + 2, lengthBytes)
  if (start + length > all.length) throw new Error('not the DER that stands here')
  return { tag, value: all.subarray(start, start + length), end: start + length }
}
