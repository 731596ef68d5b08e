/**
 * ZIP (APPNOTE 6.3) in one form only: entries stored one after the other, without compression, comments, dates or attributes. So the same entries are
 * always the same bytes, and whoever reads can tell of every byte whether it is what was written.
 */
import { crc32 } from 'node:zlib'

export interface Entry {
  /** ASCII, with `/` between folders. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** One whose bytes nobody has to hold in memory: read when it is written. */
export interface Flowing {
  readonly name: string
  readonly size: number
  /** CRC-32 as in ISO 3309. Finds accidents; signatures find the rest. */
  readonly crc: number
  readonly chunks: () => AsyncIterable<Uint8Array>
}

export interface Archive {
  /** In bytes, all of it. */
  readonly size: number
  readonly chunks: () => AsyncIterable<Uint8Array>
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const LOCAL_LENGTH = 30
const VERSION = 20
/** 1 January 1980: the containers say elsewhere, and signed, when they were made. */
const DATE = 0x21
const NAME = /^(?!.*\.\.)\w[\w./-]*$/

export function zipOf(entries: readonly Entry[]): Uint8Array {
  const measured = entries.map(measuredOf)
  return Buffer.concat([...entries.flatMap(({ bytes }, index) => [localOf(measured[index] as Measured), bytes]), directoryOf(measured)])
}

/** The same archive, given piece by piece. */
export function archiveOf(entries: readonly (Entry | Flowing)[]): Archive {
  const measured = entries.map((entry) => ('bytes' in entry ? measuredOf(entry) : entry))
  const directory = directoryOf(measured)
  return {
    size: spaceOf(measured) + directory.length,
    chunks: async function* () {
      for (const [index, entry] of entries.entries()) {
        yield localOf(measured[index] as Measured)
        if ('bytes' in entry) yield entry.bytes
        else yield* entry.chunks()
      }
      yield directory
    },
  }
}

type Measured = Pick<Flowing, 'name' | 'size' | 'crc'>

const measuredOf = ({ name, bytes }: Entry): Measured => ({ name, size: bytes.length, crc: crc32(bytes) })

export interface Unzipped {
  readonly entries: readonly Entry[]
  /** Names of entries whose checksum is not that of their bytes, and `undefined` for anything else that is not as `zipOf` writes it. */
  readonly damaged: readonly (string | undefined)[]
}

export function unzipped(archive: Uint8Array): Unzipped {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  const entries: Entry[] = []
  const wrong: string[] = []
  let at = 0
  while (at + LOCAL_LENGTH <= bytes.length && bytes.readUInt32LE(at) === LOCAL) {
    const start = at + LOCAL_LENGTH + bytes.readUInt16LE(at + 26)
    const end = start + bytes.readUInt32LE(at + 22)
    const entry = { name: bytes.toString('latin1', at + LOCAL_LENGTH, start), bytes: bytes.subarray(start, end) }
    if (end > bytes.length || !NAME.test(entry.name)) break
    if (bytes.readUInt32LE(at + 14) !== crc32(entry.bytes)) wrong.push(entry.name)
    entries.push(entry)
    at = end
  }
  const isSame = wrong.length > 0 || Buffer.compare(zipOf(entries), bytes) === 0
  const isTwice = new Set(entries.map(({ name }) => name)).size < entries.length
  return { entries, damaged: isSame && !isTwice ? wrong : [...wrong, undefined] }
}

function localOf({ name, size, crc }: Measured): Buffer {
  const header = Buffer.alloc(LOCAL_LENGTH)
  header.writeUInt32LE(LOCAL, 0)
  header.writeUInt16LE(VERSION, 4)
  header.writeUInt16LE(DATE, 12)
  header.writeUInt32LE(crc, 14)
  header.writeUInt32LE(size, 18)
  header.writeUInt32LE(size, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, Buffer.from(name, 'latin1')])
}

/** One header an entry, as the local one from its version to its lengths, between what only the directory says; then the end of the archive. */
function directoryOf(entries: readonly Measured[]): Buffer {
  let at = 0
  const headers = entries.map((entry) => {
    const header = Buffer.alloc(46)
    header.writeUInt32LE(CENTRAL, 0)
    header.writeUInt16LE(VERSION, 4)
    localOf(entry).copy(header, 6, 4, LOCAL_LENGTH)
    header.writeUInt32LE(at, 42)
    at += spaceOf([entry])
    return Buffer.concat([header, Buffer.from(entry.name, 'latin1')])
  })
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(
    headers.reduce((sum, { length }) => sum + length, 0),
    12,
  )
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...headers, end])
}

const spaceOf = (entries: readonly Measured[]): number =>
  entries.reduce((sum, { name, size }) => sum + LOCAL_LENGTH + name.length + size, 0)
