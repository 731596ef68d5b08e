/** The attachments of the Store in memory. */
import type { PartyId } from '#core/message.ts'
import type { Attachments, NewAttachment, StoredAttachment } from '#core/ports.ts'

interface Kept extends Omit<NewAttachment, 'size' | 'expiresAt'> {
  readonly chunks: Uint8Array[]
  mediaType: string | undefined
  size: number
  /** `undefined` once a message names it. */
  expiresAt: Date | undefined
}

export interface MemoryAttachments extends Attachments {
  /** They do not expire any more; false when one is gone. */
  name(attachmentIds: readonly string[]): boolean
  /** Those of these ids, as a message names them. */
  named(attachmentIds: readonly string[]): readonly StoredAttachment[]
  /** With the last message that named them. */
  forget(attachmentIds: readonly string[]): void
}

/** @param wasSent whether a message that names the attachment was sent to the party */
export function memoryAttachments(wasSent: (party: PartyId, attachmentId: string) => boolean): MemoryAttachments {
  const kept = new Map<string, Kept>()
  const drop = async (attachmentId: string): Promise<void> => {
    if (kept.get(attachmentId)?.expiresAt) kept.delete(attachmentId)
  }
  const rank = (one: Kept, party: PartyId): number => (one.party === party ? 2 : 0) + (one.expiresAt ? 0 : 1)

  return {
    begin: async (upload, quotaBytes) => {
      const waiting = kept.values().filter(({ party, expiresAt }) => party === upload.party && expiresAt)
      if (waiting.reduce((sum, { size }) => sum + size, upload.size) > quotaBytes) return 'full'
      kept.set(upload.attachmentId, { ...upload, chunks: [], mediaType: undefined })
      return 'begun'
    },
    append: async (attachmentId, number, bytes) => {
      const one = kept.get(attachmentId)
      if (one?.chunks.length !== number) throw new Error('no such upload, or not its next chunk')
      one.chunks.push(Uint8Array.from(bytes))
    },
    finish: async (attachmentId, arrived) => {
      const one = kept.get(attachmentId)
      if (!one) throw new Error('the upload expired before it was finished')
      Object.assign(one, arrived)
      for (const earlier of kept.values()) {
        if (earlier !== one && earlier.party === one.party && earlier.digest === one.digest && earlier.mediaType && earlier.expiresAt)
          kept.delete(earlier.attachmentId)
      }
    },
    drop,
    find: async (party, digests) =>
      digests.flatMap((digest) => {
        const [best] = kept
          .values()
          .filter((one) => one.digest === digest && one.mediaType && (one.party === party || wasSent(party, one.attachmentId)))
          .toArray()
          .sort((a, b) => rank(b, party) - rank(a, party))
        return best ? [storedOf(best)] : []
      }),
    chunk: async (attachmentId, number) => kept.get(attachmentId)?.chunks[number],
    expire: async (now, limit) => {
      const over = kept
        .values()
        .filter(({ expiresAt }) => expiresAt && expiresAt <= now)
        .take(limit)
        .toArray()
      for (const { attachmentId } of over) kept.delete(attachmentId)
      return over.length
    },
    named: (attachmentIds) => attachmentIds.flatMap((id) => kept.get(id) ?? []).map(storedOf),
    forget: (attachmentIds) => {
      for (const attachmentId of attachmentIds) kept.delete(attachmentId)
    },
    name: (attachmentIds) => {
      const named = attachmentIds.map((attachmentId) => kept.get(attachmentId))
      if (named.includes(undefined)) return false
      for (const one of named) if (one) one.expiresAt = undefined
      return true
    },
  }
}

const storedOf = ({ attachmentId, digest, size, mediaType = '' }: Kept): StoredAttachment => ({ attachmentId, digest, size, mediaType })
