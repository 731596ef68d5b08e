/**
 * Timestamps of an authority over tree heads. Everything that the audit trail records, receipts among it, lies in the Merkle tree of some tree head, and
 * one token covers all tree heads that have none yet: an authority that is slow or away costs nobody anything, and its token still says when.
 */
import { canonicalJson } from './codec/jcs.ts'
import type { StoredTreeHead } from './ports.ts'
import { sha256Hex } from './signature/digest.ts'

/** Stamps a SHA-256. Throws when there is no token that proves anything. */
export interface TimestampAuthority {
  stamp(imprint: Uint8Array): Promise<{ readonly token: Uint8Array; readonly at: Date }>
}

export interface StoredTimestamp {
  /** From 1. */
  readonly number: number
  readonly at: Date
  /** What was stamped: the tree heads and their digests, as `stampedList` writes them. */
  readonly list: Uint8Array
  /** DER. */
  readonly token: Uint8Array
}

export interface Timestamps {
  /** Tree heads without a timestamp, oldest first. */
  owed(limit: number): Promise<readonly StoredTreeHead[]>
  /** `heads` are the numbers of those that it covers; one that has a timestamp keeps it. */
  add(timestamp: Omit<StoredTimestamp, 'number'>, heads: readonly number[]): Promise<void>
  covering(head: number): Promise<StoredTimestamp | undefined>
}

export const STAMPED = 'korpu-stamped-1'

export interface StampedList {
  readonly format: string
  /** SHA-256 of their bytes, lower-case hex. */
  readonly treeHeads: readonly { readonly number: number; readonly sha256: string }[]
}

/** JSON in RFC 8785 form. */
export const stampedList = (heads: readonly StoredTreeHead[]): Uint8Array =>
  Buffer.from(canonicalJson({ format: STAMPED, treeHeads: heads.map(({ number, bytes }) => ({ number, sha256: sha256Hex(bytes) })) }))
