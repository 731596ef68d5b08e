/** Makes the signature of the contract (section 2). Every part is written in canonical form, so nothing is parsed to sign it. */
import { hash } from 'node:crypto'
import { xmlBytesOf } from '#core/codec/xml-writer.ts'
import type { Element } from '#core/message.ts'
import type { SigningKey } from './key.ts'
import {
  DIGEST_METHODS,
  type DigestName,
  DOCUMENT_TRANSFORMS,
  DS,
  EXCLUSIVE_C14N,
  PROPERTIES_TRANSFORMS,
  SIGNED_PROPERTIES_TYPE,
  XADES,
} from './xades-names.ts'

// One signature a document, so its Ids can be the same in all.
const SIGNATURE_ID = 'korpu-signature'
const PROPERTIES_ID = 'korpu-signed-properties'
const DOCUMENT_ID = 'korpu-document'

type Attributes = Readonly<Record<string, string>>
type Content = string | readonly Element[]

const elementIn =
  (namespace: string) =>
  (name: string, attributes: Attributes, content: Content = ''): Element => ({
    name,
    namespace,
    attributes,
    children: typeof content === 'string' ? [] : content,
    text: typeof content === 'string' ? content : '',
  })
const ds = elementIn(DS)
const xades = elementIn(XADES)

/**
 * The same bytes with an enveloped XAdES baseline B-B signature (EN 319 132-1) as last child of the root.
 * `bytes` must be in exclusive canonical form, as `xmlBytesOf` and `canonicalXmlOf` give it, and unsigned.
 */
export async function signXades(bytes: Uint8Array, key: SigningKey, signedAt: Date): Promise<Uint8Array> {
  const digest = key.algorithm.hash ?? 'sha256'
  const properties = signedProperties(key.certificate, signedAt)
  const signedInfo = ds('SignedInfo', {}, [
    ds('CanonicalizationMethod', { Algorithm: EXCLUSIVE_C14N }),
    ds('SignatureMethod', { Algorithm: key.algorithm.xml }),
    reference({ Id: DOCUMENT_ID, URI: '' }, DOCUMENT_TRANSFORMS, digest, bytes),
    reference({ Type: SIGNED_PROPERTIES_TYPE, URI: `#${PROPERTIES_ID}` }, PROPERTIES_TRANSFORMS, digest, xmlBytesOf(properties)),
  ])
  const value = await key.sign(xmlBytesOf(signedInfo))
  const signature = ds('Signature', { Id: SIGNATURE_ID }, [
    signedInfo,
    ds('SignatureValue', {}, base64(value)),
    ds('KeyInfo', {}, [ds('X509Data', {}, [ds('X509Certificate', {}, base64(key.certificate))])]),
    ds('Object', {}, [xades('QualifyingProperties', { Target: `#${SIGNATURE_ID}` }, [properties])]),
  ])
  return withLastChild(bytes, xmlBytesOf(signature))
}

function signedProperties(certificate: Uint8Array, signedAt: Date): Element {
  return xades('SignedProperties', { Id: PROPERTIES_ID }, [
    xades('SignedSignatureProperties', {}, [
      xades('SigningTime', {}, signedAt.toISOString()),
      xades('SigningCertificateV2', {}, [xades('Cert', {}, [xades('CertDigest', {}, digested('sha256', certificate))])]),
    ]),
    xades('SignedDataObjectProperties', {}, [
      xades('DataObjectFormat', { ObjectReference: `#${DOCUMENT_ID}` }, [xades('MimeType', {}, 'application/xml')]),
    ]),
  ])
}

function reference(attributes: Attributes, transforms: readonly string[], digest: DigestName, bytes: Uint8Array): Element {
  const steps = transforms.map((algorithm) => ds('Transform', { Algorithm: algorithm }))
  return ds('Reference', attributes, [ds('Transforms', {}, steps), ...digested(digest, bytes)])
}

function digested(name: DigestName, bytes: Uint8Array): readonly Element[] {
  return [ds('DigestMethod', { Algorithm: DIGEST_METHODS[name] }), ds('DigestValue', {}, hash(name, bytes, 'base64'))]
}

// Canonical bytes end with the end tag of the root, so the last `</` starts it.
function withLastChild(bytes: Uint8Array, child: Uint8Array): Uint8Array {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf('</')
  return Buffer.concat([bytes.subarray(0, end), child, bytes.subarray(end)])
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
