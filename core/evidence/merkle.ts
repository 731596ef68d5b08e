/** Merkle trees as RFC 9162, section 2.1, has them (the same as RFC 6962): SHA-256, leaves and nodes told apart by their first byte. */
import { hash } from 'node:crypto'

const LEAF = Buffer.of(0)
const NODE = Buffer.of(1)

/** SHA-256 over all of them, in this order: the root. */
export function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return hash('sha256', '', 'buffer')
  const [first, second] = halves(leaves)
  return second.length === 0 ? leafOf(first[0] ?? new Uint8Array()) : nodeOf(rootOf(first), rootOf(second))
}

/** What has to be hashed in, from the leaf up, to come to the root (section 2.1.3.1). */
export function pathOf(leaves: readonly Uint8Array[], index: number): readonly Uint8Array[] {
  const [first, second] = halves(leaves)
  if (second.length === 0) return []
  return index < first.length ? [...pathOf(first, index), rootOf(second)] : [...pathOf(second, index - first.length), rootOf(first)]
}

/** The root to which a leaf and its path lead in a tree of `size` leaves (section 2.1.3.2); `undefined` when they can lead to none. */
export function rootFrom(leaf: Uint8Array, index: number, size: number, path: readonly Uint8Array[]): Uint8Array | undefined {
  if (!(Number.isSafeInteger(index) && Number.isSafeInteger(size) && 0 <= index && index < size)) return undefined
  const [last, ...below] = path.toReversed()
  if (size === 1) return last === undefined ? leafOf(leaf) : undefined
  if (last === undefined) return undefined
  const split = splitOf(size)
  const inFirst = index < split
  const part = inFirst ? rootFrom(leaf, index, split, below.reverse()) : rootFrom(leaf, index - split, size - split, below.reverse())
  return part && (inFirst ? nodeOf(part, last) : nodeOf(last, part))
}

const leafOf = (data: Uint8Array): Uint8Array => hash('sha256', Buffer.concat([LEAF, data]), 'buffer')
const nodeOf = (left: Uint8Array, right: Uint8Array): Uint8Array => hash('sha256', Buffer.concat([NODE, left, right]), 'buffer')

/** The first half is the largest full tree that leaves something over; a single leaf is a half of its own. */
function halves(leaves: readonly Uint8Array[]): readonly [readonly Uint8Array[], readonly Uint8Array[]] {
  const split = splitOf(leaves.length)
  return [leaves.slice(0, split), leaves.slice(split)]
}

/** The largest power of two below `size`; 1 for 1. */
const splitOf = (size: number): number => (size < 2 ? 1 : 2 ** Math.floor(Math.log2(size - 1)))
