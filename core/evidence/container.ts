/** The container: ASiC-E with one XAdES signature of the hub over everything in it (EN 319 162-1, section 4.4). */
import { xmlBytesOf } from '#core/codec/xml-writer.ts'
import type { Element, SignedDocument } from '#core/message.ts'
import type { RevocationAnswer } from '#core/revocation.ts'
import type { Certificate } from '#core/signature/certificate.ts'
import type { SigningKey } from '#core/signature/key.ts'
import { type DigestedFile, type File, signBeside } from '#core/signature/xades-beside.ts'
import type { StoredTimestamp } from '#core/timestamps.ts'
import {
  CHAIN,
  CONTAINER_TYPE,
  certificateIn,
  deliveredIn,
  documentFiles,
  fileOf,
  handedOverIn,
  MANIFEST,
  MIMETYPE,
  ORIGINAL,
  RECEIPT,
  REPORT,
  revocationIn,
  SIGNATURES,
  STATEMENT,
  stampedIn,
  tokenIn,
  treeHeadIn,
} from './files.ts'
import type { EvidenceRecord } from './record.ts'
import { reportOf } from './report.ts'
import type { Statement, Step } from './statement.ts'
import { type Archive, archiveOf, type Flowing } from './zip.ts'

/** An attachment as a file: digested and measured, its bytes still where they are kept. */
export type Attached = DigestedFile & Flowing

export interface Dossier {
  readonly record: EvidenceRecord
  readonly attached: readonly Attached[]
  readonly statement: Statement
  readonly steps: readonly Step[]
  readonly treeHeads: ReadonlyMap<number, SignedDocument>
  /** Of everyone whose signature is in it. */
  readonly certificates: readonly Certificate[]
  /** What the issuers of these have said last, by the SHA-256 of the certificate. */
  readonly answers: ReadonlyMap<string, RevocationAnswer>
  /** Over the tree heads, as far as the authority has answered. */
  readonly timestamps: readonly StoredTimestamp[]
}

export async function containerOf(dossier: Dossier, key: SigningKey, at: Date): Promise<Archive> {
  const files = [...filesOf(dossier), ...dossier.attached]
  const signed = [fileOf(MIMETYPE, CONTAINER_TYPE), ...files, fileOf(MANIFEST, manifestOf(files))]
  return archiveOf([...signed, fileOf(SIGNATURES, await signBeside(signed, key, at))])
}

function filesOf({ record, statement, steps, treeHeads, certificates, answers, timestamps }: Dossier): readonly File[] {
  return [
    fileOf(REPORT, reportOf(statement, steps)),
    fileOf(STATEMENT, lines(statement)),
    fileOf(CHAIN, lines({ steps })),
    ...documentFiles(ORIGINAL, record.original),
    ...documentFiles(RECEIPT, record.receipt),
    ...record.deliveries.flatMap(({ deliveryId, document, receipt }) => [
      ...documentFiles(deliveredIn(deliveryId), document),
      ...documentFiles(handedOverIn(deliveryId), receipt),
    ]),
    ...[...treeHeads].flatMap(([number, head]) => documentFiles(treeHeadIn(number), head)),
    ...certificates.map(({ sha256, der }) => fileOf(certificateIn(sha256), der)),
    ...timestamps.flatMap(({ number, list, token }) => [fileOf(stampedIn(number), list), fileOf(tokenIn(number), token)]),
    ...[...answers].map(([sha256, { kind, bytes }]) => fileOf(revocationIn(sha256, kind), bytes)),
  ]
}

const lines = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`

const ODF = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'

/** The list of files as OpenDocument has it (part 3, section 3.2), which readers of ASiC expect. */
function manifestOf(files: readonly Pick<File, 'name' | 'mediaType'>[]): Uint8Array {
  const entry = (path: string, type: string): Element => ({
    name: 'file-entry',
    namespace: ODF,
    attributes: { [`{${ODF}}full-path`]: path, [`{${ODF}}media-type`]: type },
    children: [],
    text: '',
  })
  const children = [entry('/', CONTAINER_TYPE), ...files.map(({ name, mediaType }) => entry(name, mediaType))]
  return xmlBytesOf({ name: 'manifest', namespace: ODF, attributes: { [`{${ODF}}version`]: '1.2' }, children, text: '' })
}
