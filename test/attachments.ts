/** Binaries beside messages, as parties bring and name them. */
import { randomBytes } from 'node:crypto'
import { type Upload, upload } from '#core/flow/upload.ts'
import type { PartyId } from '#core/message.ts'
import { sha256Hex } from '#core/signature/digest.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { LIMITS } from './exchange.ts'
import type { MemoryHub } from './hub.ts'
import { keysOf } from './parties.ts'

/** A scan, as far as its first bytes go. */
export const scan = (size: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)])

async function* inPieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export const bring = (memory: MemoryHub, party: PartyId, bytes: Uint8Array, more: Partial<Upload> = {}): Promise<void> =>
  upload(
    memory.hub,
    {
      peer: keysOf(party).peer,
      requestId: 'r',
      digest: sha256Hex(bytes),
      size: bytes.length,
      mediaType: undefined,
      bytes: inPieces(bytes),
      ...more,
    },
    LIMITS,
  )

export const named = (bytes: Uint8Array, more: object = {}) => ({
  digest: sha256Hex(bytes),
  size: bytes.length,
  mediaType: 'application/pdf',
  title: 'Şəxsiyyət vəsiqəsinin surəti',
  ...more,
})

/** The body of an application whose evidence names them. */
export function naming(...attachments: readonly object[]): object {
  const { body } = sampleOf('readmission-application', 'small')
  return { ...body, evidence: [{ code: 'P01', attachments }] }
}
