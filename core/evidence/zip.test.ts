import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unzipped, zipOf } from './zip.ts'

const ENTRIES = [
  { name: 'mimetype', bytes: Buffer.from('application/vnd.etsi.asic-e+zip') },
  { name: 'folder/empty.txt', bytes: Buffer.of() },
  { name: 'folder/other.bin', bytes: Buffer.from([0, 255, 80, 75, 3, 4]) },
]

describe('a ZIP archive', () => {
  it('is read as it was written, whatever it holds', () => {
    const entries = fc.uniqueArray(fc.record({ name: fc.stringMatching(/^\w[\w/-]{0,20}$/), bytes: fc.uint8Array() }), {
      selector: ({ name }) => name,
    })
    fc.assert(
      fc.property(entries, (list) => {
        const { entries: read, damaged } = unzipped(zipOf(list))
        expect(damaged).toEqual([])
        expect(read.map(({ name, bytes }) => ({ name, bytes: [...bytes] }))).toEqual(
          list.map(({ name, bytes }) => ({ name, bytes: [...bytes] })),
        )
      }),
    )
  })

  it('starts with its first entry, uncompressed and at the offset where readers of ASiC look for it', () => {
    const bytes = Buffer.from(zipOf(ENTRIES))
    expect(bytes.toString('latin1', 0, 4)).toBe('PK\x03\x04')
    expect(bytes.toString('latin1', 30, 69)).toBe('mimetypeapplication/vnd.etsi.asic-e+zip')
    expect(bytes.readUInt32LE(14)).toBe(crc32(ENTRIES[0]?.bytes ?? ''))
  })

  it('shows every byte that was changed, and names the entry whose content it is', () => {
    const bytes = zipOf(ENTRIES)
    for (let at = 0; at < bytes.length; at++) {
      const { damaged } = unzipped(bytes.with(at, (bytes[at] ?? 0) ^ 1))
      expect(damaged, `byte ${at}`).not.toEqual([])
      if (at >= 38 && at < 69) expect(damaged).toEqual(['mimetype'])
    }
  })

  it.each([
    ['cut off', (bytes: Uint8Array) => bytes.subarray(0, -1)],
    ['with something behind it', (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.of(0)])],
    ['with something before it', (bytes: Uint8Array) => Buffer.concat([Buffer.of(0), bytes])],
    ['with one name twice', () => zipOf([...ENTRIES, ...ENTRIES])],
    ['with a name that leads out of it', () => zipOf([{ name: 'a/../../b', bytes: Buffer.of() }])],
    ['that is none', () => Buffer.from('no archive')],
    ['that is empty', () => Buffer.of()],
  ])('%s is not taken for whole', (_, change) => {
    expect(unzipped(change(zipOf(ENTRIES))).damaged).toContain(undefined)
  })
})
