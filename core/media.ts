/** What bytes are, told by how they begin: the kinds of file that may travel beside a message, and nothing else. */

interface MediaRow {
  readonly mediaType: string
  /** Of the name of a file. */
  readonly ending: string
  readonly source: string
  /** How a file of this kind begins; `undefined` stands for a byte that may be anything. */
  readonly begins: readonly (number | undefined)[]
}

const ascii = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0))
const any = (count: number): readonly undefined[] => Array.from({ length: count })

/** JPEG 2000 signature box, then a file type box of any length up to its brand. */
const JPEG_2000_BOXES = [0, 0, 0, 12, ...ascii('jP  '), 0x0d, 0x0a, 0x87, 0x0a, ...any(4), ...ascii('ftyp')]

// biome-ignore format: a table is read by its rows
export const MEDIA: readonly MediaRow[] = [
  { mediaType: 'image/jpeg', ending: 'jpg', source: 'ISO/IEC 10918-1, annex B: SOI and the next marker', begins: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/png', ending: 'png', source: 'ISO/IEC 15948, section 5.2', begins: [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jp2', ending: 'jp2', source: 'ISO/IEC 15444-1, annex I: brand jp2', begins: [...JPEG_2000_BOXES, ...ascii('jp2 ')] },
  { mediaType: 'image/jpx', ending: 'jpx', source: 'ISO/IEC 15444-2, annex M: brand jpx', begins: [...JPEG_2000_BOXES, ...ascii('jpx ')] },
  { mediaType: 'image/j2c', ending: 'j2c', source: 'ISO/IEC 15444-1, annex A: a codestream without boxes, SOC and SIZ', begins: [0xff, 0x4f, 0xff, 0x51] },
  { mediaType: 'application/pdf', ending: 'pdf', source: 'ISO 32000-1, section 7.5.2; here at the very start', begins: ascii('%PDF-') },
  { mediaType: 'image/x-wsq', ending: 'wsq', source: 'IAFIS-IC-0110 (WSQ), section 3: SOI and the next marker; the name is not registered', begins: [0xff, 0xa0, 0xff] },
  { mediaType: 'application/x-ansi-nist', ending: 'an2', source: 'ANSI/NIST-ITL 1, traditional encoding: field 1.001; the name is not registered', begins: ascii('1.001:') },
  { mediaType: 'application/x-ansi-nist', ending: 'an2', source: 'ANSI/NIST-ITL 1-2000: the same field with leading zeros', begins: ascii('1.01:') },
]

/** Media types that are taken as attachments. */
export const ATTACHMENT_MEDIA_TYPES: readonly string[] = [...new Set(MEDIA.map(({ mediaType }) => mediaType))]

/** The media type of a file by its first bytes (24 are enough); `undefined` for every kind that is not taken. */
export function mediaTypeOf(first: Uint8Array): string | undefined {
  return MEDIA.find(({ begins }) => begins.every((byte, at) => (byte ?? first[at]) === first[at] && at < first.length))?.mediaType
}
