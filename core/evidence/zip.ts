/**
 * ZIP (APPNOTE 6.3) in one form only: entries stored one after the other, without compression, comments, dates or attributes. So the same entries are
 * always the same bytes, and whoever reads can tell of every byte whether it is what was written.
 */

export interface Entry {
  /** ASCII, with `/` between folders. */
  readonly name: string
  readonly bytes: Uint8Array
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
  const places = entries.map((entry, index) => ({ entry, at: entries.slice(0, index).reduce((sum, one) => sum + spaceOf(one), 0) }))
  const locals = entries.flatMap((entry) => [localOf(entry, crcOf(entry.bytes)), entry.bytes])
  const directory = Buffer.concat(places.map(({ entry, at }) => centralOf(entry, at)))
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(
    entries.reduce((sum, entry) => sum + spaceOf(entry), 0),
    16,
  )
  return Buffer.concat([...locals, directory, end])
}

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
    if (bytes.readUInt32LE(at + 14) !== crcOf(entry.bytes)) wrong.push(entry.name)
    entries.push(entry)
    at = end
  }
  const isSame = wrong.length > 0 || Buffer.compare(zipOf(entries), bytes) === 0
  const isTwice = new Set(entries.map(({ name }) => name)).size < entries.length
  return { entries, damaged: isSame && !isTwice ? wrong : [...wrong, undefined] }
}

function localOf({ name, bytes }: Entry, crc: number): Buffer {
  const header = Buffer.alloc(LOCAL_LENGTH)
  header.writeUInt32LE(LOCAL, 0)
  header.writeUInt16LE(VERSION, 4)
  header.writeUInt16LE(DATE, 12)
  header.writeUInt32LE(crc, 14)
  header.writeUInt32LE(bytes.length, 18)
  header.writeUInt32LE(bytes.length, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, Buffer.from(name, 'latin1')])
}

/** As the local header, from its version to its lengths, between what only the directory says. */
function centralOf(entry: Entry, at: number): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(CENTRAL, 0)
  header.writeUInt16LE(VERSION, 4)
  localOf(entry, crcOf(entry.bytes)).copy(header, 6, 4, LOCAL_LENGTH)
  header.writeUInt32LE(at, 42)
  return Buffer.concat([header, Buffer.from(entry.name, 'latin1')])
}

const spaceOf = ({ name, bytes }: Entry): number => LOCAL_LENGTH + name.length + bytes.length

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 as in ISO 3309. Finds accidents; signatures find the rest. */
function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0)
  return ~crc >>> 0
}
