/** What every XAdES signature of the hub is made of, written in exclusive canonical form so that nothing is parsed to sign it. */
import { xmlBytesOf } from '#core/codec/xml-writer.ts'
import type { Element } from '#core/message.ts'
import { base64, type Content, digested, elementIn, reference } from './written.ts'
import { type DigestName, DS, EXCLUSIVE_C14N, PROPERTIES_TRANSFORMS, SIGNED_PROPERTIES_TYPE, XADES } from './xades-names.ts'

// One signature a document, so its Ids can be the same in all.
const SIGNATURE_ID = 'korpu-signature'
const PROPERTIES_ID = 'korpu-signed-properties'

const ds = elementIn(DS)
const xades = elementIn(XADES)

/** What is signed: bytes or their digest, how they come from what `URI` names, and their media type. */
export type Signed = Content & {
  readonly id: string
  readonly uri: string
  readonly transforms: readonly string[]
  readonly mediaType: string
}

/** What the signer says beside it. */
export interface Signing {
  /** SignatureMethod (RFC 9231). */
  readonly method: string
  readonly digest: DigestName
  /** DER. */
  readonly certificate: Uint8Array
  readonly at: Date
}

/** EN 319 132-1, baseline B-B: when, by which certificate, what of which type. */
function signedProperties(signed: readonly Signed[], { certificate, at }: Signing): Element {
  const formats = signed.map(({ id, mediaType }) =>
    xades('DataObjectFormat', { ObjectReference: `#${id}` }, [xades('MimeType', {}, mediaType)]),
  )
  return xades('SignedProperties', { Id: PROPERTIES_ID }, [
    xades('SignedSignatureProperties', {}, [
      xades('SigningTime', {}, at.toISOString()),
      xades('SigningCertificateV2', {}, [xades('Cert', {}, [xades('CertDigest', {}, digested('sha256', { bytes: certificate }))])]),
    ]),
    xades('SignedDataObjectProperties', {}, formats),
  ])
}

/** What the signature value is over, once it is in canonical form. */
export function signedInfoOf(signed: readonly Signed[], signing: Signing): Element {
  const { digest } = signing
  const properties = { bytes: xmlBytesOf(signedProperties(signed, signing)) }
  return ds('SignedInfo', {}, [
    ds('CanonicalizationMethod', { Algorithm: EXCLUSIVE_C14N }),
    ds('SignatureMethod', { Algorithm: signing.method }),
    ...signed.map((one) => reference({ Id: one.id, URI: one.uri }, one.transforms, digest, one)),
    reference({ Type: SIGNED_PROPERTIES_TYPE, URI: `#${PROPERTIES_ID}` }, PROPERTIES_TRANSFORMS, digest, properties),
  ])
}

export function signatureOf(signed: readonly Signed[], signing: Signing, signedInfo: Element, value: Uint8Array): Element {
  return ds('Signature', { Id: SIGNATURE_ID }, [
    signedInfo,
    ds('SignatureValue', {}, base64(value)),
    ds('KeyInfo', {}, [ds('X509Data', {}, [ds('X509Certificate', {}, base64(signing.certificate))])]),
    ds('Object', {}, [xades('QualifyingProperties', { Target: `#${SIGNATURE_ID}` }, [signedProperties(signed, signing)])]),
  ])
}
