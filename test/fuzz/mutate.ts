/** Bytes like others, but wrong: the same for the same seed, so that whatever is found can be found again. */

export type Random = () => number

/** Mulberry32: 32 bits of state are plenty for telling inputs apart. From 0 to 1. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What parsers have stumbled over before. */
const TOKENS: readonly string[] = [
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<!--',
  '<![CDATA[',
  '<?x?>',
  '&#0;',
  '&a;',
  'xmlns:a="b"',
  'xml:id="a"',
  '\u0000',
  '\ufeff',
  '\ud83d',
  '{"__proto__":1}',
  '1e999',
  '-0',
  '"a":1,"a":2',
  '[[[[[[[[[[[[[[[[',
  '{"":{"":{"":',
  '%s%n',
  '../../..',
  '=?utf-8?q?',
  '\r\n\r\n',
  '0x80',
  'MIIB',
  '....',
]

type Change = (bytes: Buffer, other: Buffer, random: Random) => Buffer

const upTo = (random: Random, most: number): number => Math.floor(random() * (most + 1))

function piece(bytes: Buffer, random: Random): readonly [from: number, to: number] {
  const from = upTo(random, bytes.length)
  return [from, Math.min(bytes.length, from + upTo(random, Math.min(64, bytes.length)))]
}

const CHANGES: readonly Change[] = [
  (bytes, _, random) => {
    const copy = Buffer.from(bytes)
    if (copy.length > 0) copy[upTo(random, copy.length - 1)] = upTo(random, 255)
    return copy
  },
  (bytes, _, random) => bytes.subarray(0, upTo(random, bytes.length)),
  (bytes, _, random) => {
    const [from, to] = piece(bytes, random)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  },
  (bytes, _, random) => {
    const [from, to] = piece(bytes, random)
    const again = Array.from({ length: 1 + upTo(random, 200) }, () => bytes.subarray(from, to))
    return Buffer.concat([bytes.subarray(0, to), ...again, bytes.subarray(to)])
  },
  (bytes, _, random) => {
    const at = upTo(random, bytes.length)
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(TOKENS[upTo(random, TOKENS.length - 1)] ?? ''), bytes.subarray(at)])
  },
  (bytes, other, random) => {
    const [from, to] = piece(other, random)
    const at = upTo(random, bytes.length)
    return Buffer.concat([bytes.subarray(0, at), other.subarray(from, to), bytes.subarray(at)])
  },
]

const MOST_BYTES = 65_536

/** One to four changes. */
export function mutated(seeds: readonly Uint8Array[], random: Random): Buffer {
  const seed = (): Buffer => Buffer.from(seeds[upTo(random, seeds.length - 1)] ?? [])
  let bytes = seed()
  for (let left = 1 + upTo(random, 3); left > 0; left--) bytes = CHANGES[upTo(random, CHANGES.length - 1)]?.(bytes, seed(), random) ?? bytes
  return bytes.subarray(0, MOST_BYTES)
}
