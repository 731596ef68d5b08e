/**
 * A backup as a file: gzip over frames of one letter, four bytes of length (big-endian) and content. `H` opens it (JSON), `T` opens a table (JSON),
 * `R` holds rows of it as PostgreSQL's COPY writes them in text format, and `E` ends it (JSON) with counts and digests. A file without its end is no backup.
 */
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { PlainError } from '#core/plain-error.ts'

export type FrameKind = 'H' | 'T' | 'R' | 'E'

export interface Frame {
  readonly kind: FrameKind
  readonly content: Buffer
}

const HEAD_BYTES = 5
const MAX_BYTES = 2 ** 20
/** Of JSON: every chain of the audit trail has a line in the end. */
const MAX_JSON_BYTES = 64 * 2 ** 20

export function* framesOf(kind: FrameKind, content: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at === 0 || at < content.length; at += MAX_BYTES) {
    const part = kind === 'R' ? content.subarray(at, at + MAX_BYTES) : content
    const head = Buffer.alloc(HEAD_BYTES)
    head.write(kind, 'latin1')
    head.writeUInt32BE(part.length, 1)
    yield head
    yield part
    if (kind !== 'R') return
  }
}

export const jsonFrame = (kind: FrameKind, value: object): Generator<Uint8Array> => framesOf(kind, Buffer.from(JSON.stringify(value)))

export async function* readFrames(file: string): AsyncGenerator<Frame> {
  const source = createReadStream(file)
  const plain = source.pipe(createGunzip())
  source.on('error', (fault) => plain.destroy(fault))
  let held: Buffer = Buffer.alloc(0)
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
      let at = 0
      while (held.length - at >= HEAD_BYTES) {
        const kind = held.toString('latin1', at, at + 1)
        const length = held.readUInt32BE(at + 1)
        if (!isKind(kind) || length > (kind === 'R' ? MAX_BYTES : MAX_JSON_BYTES)) throw damaged(file)
        if (held.length - at - HEAD_BYTES < length) break
        yield { kind, content: held.subarray(at + HEAD_BYTES, at + HEAD_BYTES + length) }
        at += HEAD_BYTES + length
      }
      held = held.subarray(at)
    }
  } catch (fault) {
    const { code = '' } = fault as { readonly code?: string }
    throw code.startsWith('Z_') ? damaged(file, fault) : fault
  } finally {
    source.destroy()
  }
  if (held.length > 0) throw damaged(file)
}

const isKind = (letter: string): letter is FrameKind => ['H', 'T', 'R', 'E'].includes(letter)

export const damaged = (file: string, cause?: unknown): PlainError =>
  new PlainError(`${file} is no backup of a hub, or is damaged.`, 'Take another copy; nothing of this one was used.', cause)
