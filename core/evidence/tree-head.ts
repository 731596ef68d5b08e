/** What the hub signs about its audit trail: the root of a Merkle tree over links, and the tree head before it. */
import { canonicalJson } from '#core/codec/jcs.ts'
import type { StoredTreeHead } from '#core/ports.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import { signDetached } from '#core/signature/jws.ts'
import type { SigningKey } from '#core/signature/key.ts'
import { rootOf } from './merkle.ts'

export interface TreeHead {
  readonly number: number
  readonly at: string
  /** How many links it covers. */
  readonly size: number
  /** Lower-case hex, as `previous`. */
  readonly root: string
  /** SHA-256 of the tree head before, none for the first: whoever keeps one can tell that nothing before it was changed. */
  readonly previous?: string
}

/** The head that follows `previous`, over these leaves. */
export async function treeHeadAfter(
  previous: StoredTreeHead | undefined,
  leaves: readonly Uint8Array[],
  key: SigningKey,
  at: Date,
): Promise<StoredTreeHead> {
  const head: TreeHead = {
    number: (previous?.number ?? 0) + 1,
    at: at.toISOString(),
    size: leaves.length,
    root: Buffer.from(rootOf(leaves)).toString('hex'),
    ...(previous ? { previous: sha256Hex(previous.bytes) } : {}),
  }
  const bytes = Buffer.from(canonicalJson({ ...head }))
  return { number: head.number, at, bytes, signature: await signDetached('TreeHead', bytes, key, at) }
}
