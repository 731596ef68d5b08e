/**
 * How files are named that go to and fro (partner guide): `<name>.<kind>.<ending>`, beside it `.sha256` in the form of sha256sum, and `.jws` with a
 * detached signature.
 */
import type { Queued } from '#core/flow/queued.ts'
import type { DocumentKind, MediaType } from '#core/message.ts'

export const CHECKSUM = '.sha256'
export const SIGNATURE = '.jws'

const ENDINGS: Readonly<Record<MediaType, string>> = {
  'application/xml': 'xml',
  'application/json': 'json',
  'application/jose': 'jose',
  'application/soap+xml': 'soap',
}

export function fileNameOf(name: string, kind: DocumentKind, mediaType: string): string {
  const usual = mediaType.replace('problem+', '')
  return `${name}.${kind.toLowerCase()}.${ENDINGS[usual as MediaType] ?? 'txt'}`
}

export interface NamedFile {
  /** What its answer is named after. */
  readonly name: string
  /** What does not say that it is a receipt is taken for a message, and must then be one. */
  readonly kind: Queued['kind']
  readonly mediaType: MediaType | undefined
}

/** `undefined` for what is not meant for the hub: hidden files, and names that are no plain ones. */
export function namedFile(file: string): NamedFile | undefined {
  const [, name, kind, ending] = /^([A-Za-z0-9][A-Za-z0-9._-]{0,99}?)(?:\.(message|receipt))?\.([a-z]{1,8})$/.exec(file) ?? []
  if (name === undefined || file.endsWith(SIGNATURE)) return undefined
  const mediaType = (Object.keys(ENDINGS) as MediaType[]).find((type) => ENDINGS[type] === ending)
  return { name, kind: kind === 'receipt' ? 'Receipt' : 'Message', mediaType }
}

export const checksumLine = (digest: string, file: string): string => `${digest}  ${file}\n`

/** `undefined` while the line is not whole. */
export function digestIn(checksum: string): string | undefined {
  return /^([0-9a-f]{64}) [ *]\S+\r?\n/.exec(checksum)?.[1]
}
