/** XAdES baseline B-B, enveloped, in the one form of the contract (section 2): a fixed profile instead of a general verifier. */
import { canonicalXmlOf, detachXml, type ParsedXml, parseXml, xmlTreeOf } from '#core/codec/xml.ts'
import { hubError } from '#core/errors.ts'
import type { Element, Signer } from '#core/message.ts'
import { verifyRaw } from './algorithms.ts'
import { sha256Hex } from './digest.ts'
import { outsideProfile } from './grammar.ts'
import { algorithmFor, canonicalPart, demandDigest, demandUniqueIds } from './proven.ts'
import type { SignerOf } from './signer.ts'
import { claimsOf } from './xades-claims.ts'
import { DS } from './xades-names.ts'

/** The root that the bytes must have: a receipt can never pass for a message. */
export interface ExpectedXml {
  readonly root: { readonly name: string; readonly namespace: string }
}

export interface VerifiedXml {
  /** Made of exactly what was hashed: the document without its Signature. */
  readonly root: Element
  readonly signer: Signer
  /** SHA-256 of the bytes as they arrived, lower-case hex. */
  readonly digest: string
}

/**
 * Proves who signed the bytes. Throws PAYLOAD_MALFORMED, SIGNATURE_MISSING, CERTIFICATE_UNTRUSTED (nobody's certificate), or
 * SIGNATURE_INVALID with the rule that was broken. Validity and revocation of the certificate are not judged here.
 */
export function verifyXades(bytes: Uint8Array, expect: ExpectedXml, signerOf: SignerOf): VerifiedXml {
  using document = parseXml(bytes)
  using signature = signatureOf(document)
  const root = xmlTreeOf(document)
  const signatureTree = xmlTreeOf(signature)
  demandRoot(root, expect)
  const claims = claimsOf(signatureTree)
  demandUniqueIds([root, signatureTree])
  demandDigest(claims.certificate, claims.signingCertificate, 'SigningCertificateV2 is not the certificate in KeyInfo')
  const known = signerOf(sha256Hex(claims.certificate), claims.certificate)
  if (!known) throw hubError('CERTIFICATE_UNTRUSTED', { stage: 'verify' })
  const algorithm = algorithmFor(claims.algorithm, known.certificate)
  demandDigest(canonicalXmlOf(document), claims.document, 'The document is not what was signed')
  demandDigest(canonicalPart(signature, 3, 0, 0), claims.signedProperties, 'The SignedProperties are not what was signed')
  if (!verifyRaw(algorithm, canonicalPart(signature, 0), known.certificate.publicKey, claims.signatureValue)) {
    throw outsideProfile('The SignatureValue does not hold for SignedInfo and this certificate')
  }
  return { root, signer: { party: known.party, certificate: known.certificate, signedAt: claims.signedAt }, digest: sha256Hex(bytes) }
}

function signatureOf(document: ParsedXml): ParsedXml {
  const last = detachXml(document, -1)
  if (last && last.root.name === 'Signature' && last.root.namespaceUri === DS) return last
  using other = last
  const elsewhere = [document, other].some((part) => part && hasSignature(xmlTreeOf(part)))
  if (elsewhere) throw outsideProfile('The Signature is not the last child of the root')
  throw hubError('SIGNATURE_MISSING', { stage: 'verify' })
}

function demandRoot(root: Element, expect: ExpectedXml): void {
  const { name, namespace } = expect.root
  if (root.name !== name || root.namespace !== namespace) throw outsideProfile(`The root must be ${name}`)
  if (hasSignature(root)) throw outsideProfile('There is more than one Signature')
}

function hasSignature(element: Element): boolean {
  return (element.namespace === DS && element.name === 'Signature') || element.children.some(hasSignature)
}
