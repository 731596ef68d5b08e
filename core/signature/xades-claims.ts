/** What a Signature of the profile says, read into values. Nothing is proven yet but its form. */
import type { Element } from '#core/message.ts'
import { leafText, outsideProfile } from './grammar.ts'
import { at, attribute, bytesOf, type Digest, demandEqual, demandTransforms, digestOf, timeOf } from './values.ts'
import { demandProfile } from './xades-grammar.ts'
import { DOCUMENT_TRANSFORMS, EXCLUSIVE_C14N, PROPERTIES_TRANSFORMS, SIGNED_PROPERTIES_TYPE } from './xades-names.ts'

export interface SignatureClaims {
  /** SignatureMethod, as written. */
  readonly algorithm: string
  readonly signatureValue: Uint8Array
  /** DER of the first certificate in KeyInfo. Issuers may follow; trust comes from the directory, so nobody reads them. */
  readonly certificate: Uint8Array
  readonly signingCertificate: Digest
  readonly document: Digest
  readonly signedProperties: Digest
  readonly signedAt: Date
}

const MIME_TYPES: readonly string[] = ['application/xml', 'text/xml']

/** Throws SIGNATURE_INVALID for anything outside the profile (contract, section 2). */
export function claimsOf(signature: Element): SignatureClaims {
  demandProfile(signature)
  const signedInfo = at(signature, 'SignedInfo')
  const qualifying = at(signature, 'Object', 'QualifyingProperties')
  const properties = at(qualifying, 'SignedProperties')
  demandEqual(attribute(qualifying, 'Target'), `#${attribute(signature, 'Id')}`, 'QualifyingProperties/@Target is not the Signature')
  demandEqual(attribute(at(signedInfo, 'CanonicalizationMethod'), 'Algorithm'), EXCLUSIVE_C14N, 'SignedInfo is not in exclusive C14N')
  const references = referencesOf(signedInfo, `#${attribute(properties, 'Id')}`)
  demandDataObjectFormat(properties, references.document)
  return {
    algorithm: attribute(at(signedInfo, 'SignatureMethod'), 'Algorithm'),
    signatureValue: bytesOf(at(signature, 'SignatureValue')),
    certificate: bytesOf(at(signature, 'KeyInfo', 'X509Data', 'X509Certificate')),
    signingCertificate: digestOf(at(properties, 'SignedSignatureProperties', 'SigningCertificateV2', 'Cert', 'CertDigest')),
    document: digestOf(references.document),
    signedProperties: digestOf(references.properties),
    signedAt: timeOf(at(properties, 'SignedSignatureProperties', 'SigningTime')),
  }
}

function referencesOf(signedInfo: Element, propertiesUri: string) {
  const references = signedInfo.children.filter((child) => child.name === 'Reference')
  const document = references.find((reference) => attribute(reference, 'URI') === '')
  const properties = references.find((reference) => attribute(reference, 'URI') === propertiesUri)
  if (!document) throw outsideProfile('No Reference is to the whole document')
  if (!properties) throw outsideProfile('No Reference is to the SignedProperties of this Signature')
  if ('Type' in document.attributes) throw outsideProfile('The Reference to the document must not have a Type')
  demandEqual(attribute(properties, 'Type'), SIGNED_PROPERTIES_TYPE, 'The Reference to the SignedProperties lacks their Type')
  demandTransforms(document, DOCUMENT_TRANSFORMS, 'The document must be transformed by enveloped-signature, then exclusive C14N')
  demandTransforms(properties, PROPERTIES_TRANSFORMS, 'SignedProperties must be transformed by exclusive C14N alone')
  return { document, properties }
}

// Partners may leave it out; where it is given it must speak of the document.
function demandDataObjectFormat(properties: Element, document: Element): void {
  const format = properties.children.find((child) => child.name === 'SignedDataObjectProperties')?.children[0]
  if (!format) return
  const id = document.attributes.Id
  if (id === undefined || attribute(format, 'ObjectReference') !== `#${id}`) {
    throw outsideProfile('DataObjectFormat/@ObjectReference is not the Reference to the document')
  }
  if (!MIME_TYPES.includes(leafText(at(format, 'MimeType')))) throw outsideProfile('DataObjectFormat must say application/xml')
}
