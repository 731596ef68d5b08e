/**
 * XAdES over files that stand beside it, as ASiC-E asks (EN 319 162-1, section 4.4): one signature of the hub, references by file name. It is written in
 * one form, so that it is verified by writing it again: what is not byte for byte the same is refused, and nothing in it can mean something else.
 */
import { hash } from 'node:crypto'
import { parseXml, xmlTreeOf } from '#core/codec/xml.ts'
import { xmlBytesOf } from '#core/codec/xml-writer.ts'
import type { Element } from '#core/message.ts'
import { ALGORITHMS, verifyRaw } from './algorithms.ts'
import { type Certificate, certificateOf } from './certificate.ts'
import type { SigningKey } from './key.ts'
import { digestNameFor } from './xades-names.ts'
import { type Signed, signatureOf, signedInfoOf } from './xades-parts.ts'
import { signingWith } from './xades-sign.ts'

export interface File {
  readonly name: string
  readonly bytes: Uint8Array
  readonly mediaType: string
}

/** A file that is signed by its digest, with the hash of the key's algorithm (`digestNameFor`). */
export interface DigestedFile extends Omit<File, 'bytes'> {
  readonly digest: Uint8Array
}

const ASIC = 'http://uri.etsi.org/02918/v1.2.1#'

export async function signBeside(files: readonly (File | DigestedFile)[], key: SigningKey, at: Date): Promise<Uint8Array> {
  const signed = files.map(referred)
  const signing = signingWith(key, at)
  const signedInfo = signedInfoOf(signed, signing)
  return written(signatureOf(signed, signing, signedInfo, await key.sign(xmlBytesOf(signedInfo))))
}

export interface BesideVerdict {
  /** Who signed; `undefined` when the signature itself does not hold, whatever the files are. */
  readonly signer: { readonly certificate: Certificate; readonly signedAt: Date } | undefined
  /** Files that are not what was signed, signed files that are not there, and files that nobody signed. */
  readonly changed: readonly string[]
}

/** Judges the files in any order. Throws PAYLOAD_MALFORMED for what is no XML; whether the certificate is to be trusted is not judged. */
export function verifyBeside(signature: Uint8Array, files: readonly File[]): BesideVerdict {
  const root = treeOf(signature)
  const signed = signedIn(root)
  const byName = new Map(files.map((file) => [file.name, file]))
  const names = new Set(signed.map(({ name }) => name))
  const changed = [
    ...signed.filter((one) => !isWhatWasSigned(byName.get(one.name), one)).map(({ name }) => name),
    ...files.filter(({ name }) => !names.has(name)).map(({ name }) => name),
  ]
  return { signer: signerOf(signature, root, signed), changed }
}

/** What the signature says that it is over. */
function signedIn(root: Element): readonly DigestedFile[] {
  const types = all(root, 'MimeType')
  return all(root, 'Reference')
    .filter(({ attributes }) => attributes.Type === undefined)
    .map((reference, index) => ({
      name: reference.attributes.URI ?? '',
      mediaType: types[index]?.text ?? '',
      digest: Buffer.from(only(reference, 'DigestValue')?.text ?? '', 'base64'),
    }))
}

function isWhatWasSigned(file: File | undefined, { mediaType, digest }: DigestedFile): boolean {
  const name = digest.length === 48 ? 'sha384' : 'sha256'
  return file?.mediaType === mediaType && hash(name, file.bytes, 'buffer').equals(digest)
}

function signerOf(signature: Uint8Array, root: Element, signed: readonly DigestedFile[]): BesideVerdict['signer'] {
  const text = (name: string): string => only(root, name)?.text ?? ''
  const certificate = parsed(text('X509Certificate'))
  const signedAt = new Date(text('SigningTime'))
  const method = only(root, 'SignatureMethod')?.attributes.Algorithm
  const algorithm = ALGORITHMS.find((row) => row.xml === method && certificate && row.fits(certificate.publicKey))
  if (!certificate || !algorithm || Number.isNaN(signedAt.getTime())) return undefined
  const signing = { method: algorithm.xml, digest: digestNameFor(algorithm), certificate: certificate.der, at: signedAt } as const
  const references = signed.map(referred)
  const signedInfo = signedInfoOf(references, signing)
  const value = Buffer.from(text('SignatureValue'), 'base64')
  if (!Buffer.from(written(signatureOf(references, signing, signedInfo, value))).equals(signature)) return undefined
  return verifyRaw(algorithm, xmlBytesOf(signedInfo), certificate.publicKey, value) ? { certificate, signedAt } : undefined
}

const referred = ({ name, mediaType, ...content }: File | DigestedFile, index: number): Signed => ({
  id: `file-${index}`,
  uri: name,
  transforms: [],
  mediaType,
  ...content,
})

const written = (signature: Element): Uint8Array =>
  xmlBytesOf({ name: 'XAdESSignatures', namespace: ASIC, attributes: {}, children: [signature], text: '' })

function treeOf(bytes: Uint8Array): Element {
  using document = parseXml(bytes)
  return xmlTreeOf(document)
}

const all = (element: Element, name: string): readonly Element[] =>
  element.name === name ? [element] : element.children.flatMap((child) => all(child, name))

const only = (element: Element, name: string): Element | undefined => all(element, name)[0]

function parsed(base64: string): Certificate | undefined {
  try {
    return certificateOf(Buffer.from(base64, 'base64'))
  } catch {
    return undefined
  }
}
