/** What a Signature of the profile says, read into values. Nothing is proven yet but its form. */
import type { Element } from '#core/message.ts'
import { demandProfile, leafText, outsideProfile } from './xades-grammar.ts'
import {
  DIGEST_METHODS,
  type DigestName,
  DOCUMENT_TRANSFORMS,
  EXCLUSIVE_C14N,
  PROPERTIES_TRANSFORMS,
  SIGNED_PROPERTIES_TYPE,
} from './xades-names.ts'

export interface Digest {
  readonly name: DigestName
  readonly value: Uint8Array
}

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

const SIGNING_TIME = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/
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

function demandTransforms(reference: Element, transforms: readonly string[], rule: string): void {
  const given = at(reference, 'Transforms').children.map((transform) => attribute(transform, 'Algorithm'))
  demandEqual(given.join(' '), transforms.join(' '), rule)
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

function digestOf(element: Element): Digest {
  const method = attribute(at(element, 'DigestMethod'), 'Algorithm')
  const name = (['sha256', 'sha384'] as const).find((known) => DIGEST_METHODS[known] === method)
  if (!name) throw outsideProfile('A DigestMethod is neither SHA-256 nor SHA-384')
  return { name, value: bytesOf(at(element, 'DigestValue')) }
}

function timeOf(element: Element): Date {
  const text = leafText(element)
  const day = SIGNING_TIME.exec(text)?.[1]
  // Date takes 30 February for 2 March.
  if (!day || !new Date(day).toJSON()?.startsWith(day)) throw outsideProfile('SigningTime is not a time with a zone')
  return new Date(text)
}

// Decoders forgive; two texts for the same bytes are one too many. Line breaks are what xmlsec1 and the JDK write.
function bytesOf(element: Element): Uint8Array {
  const text = element.text.replace(/[\t\n\r ]/g, '')
  const bytes = Buffer.from(text, 'base64')
  if (bytes.toString('base64') !== text) throw outsideProfile(`${element.name} is not base64`)
  return bytes
}

function at(element: Element, ...names: readonly string[]): Element {
  let here = element
  for (const name of names) {
    const child = here.children.find((candidate) => candidate.name === name)
    if (!child) throw outsideProfile(`${name} is missing`)
    here = child
  }
  return here
}

function attribute(element: Element, name: string): string {
  return element.attributes[name] ?? ''
}

function demandEqual(given: string, wanted: string, rule: string): void {
  if (given !== wanted) throw outsideProfile(rule)
}
