/** Makes the signature of the contract (section 2). */
import { xmlBytesOf } from '#core/codec/xml-writer.ts'
import type { SigningKey } from './key.ts'
import { withLastChild } from './written.ts'
import { DOCUMENT_TRANSFORMS, digestNameFor } from './xades-names.ts'
import { type Signing, signatureOf, signedInfoOf } from './xades-parts.ts'

/**
 * The same bytes with an enveloped XAdES baseline B-B signature (EN 319 132-1) as last child of the root.
 * `bytes` must be in exclusive canonical form, as `xmlBytesOf` and `canonicalXmlOf` give it, and unsigned.
 */
export async function signXades(bytes: Uint8Array, key: SigningKey, signedAt: Date): Promise<Uint8Array> {
  const signed = [{ id: 'korpu-document', uri: '', transforms: DOCUMENT_TRANSFORMS, bytes, mediaType: 'application/xml' }]
  const signing = signingWith(key, signedAt)
  const signedInfo = signedInfoOf(signed, signing)
  const value = await key.sign(xmlBytesOf(signedInfo))
  return withLastChild(bytes, xmlBytesOf(signatureOf(signed, signing, signedInfo, value)))
}

export function signingWith({ algorithm, certificate }: SigningKey, at: Date): Signing {
  return { method: algorithm.xml, digest: digestNameFor(algorithm), certificate, at }
}
