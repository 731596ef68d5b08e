/** Where things stand in a container. */
import { MEDIA } from '#core/media.ts'
import type { MediaType, SignedDocument } from '#core/message.ts'
import type { File } from '#core/signature/xades-beside.ts'

export const MIMETYPE = 'mimetype'
export const CONTAINER_TYPE = 'application/vnd.etsi.asic-e+zip'
export const MANIFEST = 'META-INF/manifest.xml'
export const SIGNATURES = 'META-INF/signatures.xml'
export const STATEMENT = 'statement.json'
export const CHAIN = 'chain.json'
export const REPORT = 'report.html'

/** Without ending, as in `documentFiles`. */
export const ORIGINAL = 'message/original'
export const RECEIPT = 'message/receipt'
export const deliveredIn = (deliveryId: string): string => `deliveries/${deliveryId}/message`
export const handedOverIn = (deliveryId: string): string => `deliveries/${deliveryId}/receipt`
export const attachmentIn = (digest: string, mediaType: string): string =>
  `attachments/${digest}.${MEDIA.find((row) => row.mediaType === mediaType)?.ending ?? 'bin'}`
export const treeHeadIn = (number: number): string => `tree-heads/${number}`
export const stampedIn = (number: number): string => `timestamps/${number}.json`
export const tokenIn = (number: number): string => `timestamps/${number}.tst`
export const revocationIn = (sha256: string, kind: 'ocsp' | 'crl'): string => `revocation/${sha256}.${kind}`
export const certificateIn = (sha256: string): string => `certificates/${sha256}.cer`

const TYPES: Readonly<Record<string, string>> = {
  xml: 'application/xml',
  json: 'application/json',
  jose: 'application/jose',
  jws: 'application/jose',
  html: 'text/html',
  soap: 'application/soap+xml',
  cer: 'application/pkix-cert',
  ocsp: 'application/ocsp-response',
  crl: 'application/pkix-crl',
  tst: 'application/vnd.etsi.timestamp-token',
  bin: 'application/octet-stream',
  ...Object.fromEntries(MEDIA.map(({ ending, mediaType }) => [ending, mediaType])),
}
const ENDINGS: Readonly<Record<MediaType, string>> = {
  'application/xml': 'xml',
  'application/json': 'json',
  'application/jose': 'jose',
  'application/soap+xml': 'soap',
}

export function fileOf(name: string, bytes: Uint8Array | string): File {
  return { name, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes, mediaType: mediaTypeIn(name) }
}

/** As the name of a file in a container tells. */
export const mediaTypeIn = (name: string): string => TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain'

/** A signed document under a name without ending: its bytes, and with `.jws` the signature beside them. */
export function documentFiles(name: string, document: SignedDocument | undefined): readonly File[] {
  if (!document) return []
  const { mediaType, bytes, signature } = document
  return [fileOf(`${name}.${ENDINGS[mediaType]}`, bytes), ...(signature === undefined ? [] : [fileOf(`${name}.jws`, signature)])]
}

/** What `documentFiles` has put there. */
export function documentIn(files: ReadonlyMap<string, File>, name: string): SignedDocument | undefined {
  for (const [mediaType, ending] of Object.entries(ENDINGS) as [MediaType, string][]) {
    const file = files.get(`${name}.${ending}`)
    const signature = files.get(`${name}.jws`)
    if (file) return { mediaType, bytes: file.bytes, signature: signature && Buffer.from(signature.bytes).toString('latin1') }
  }
  return undefined
}
