/**
 * SOAP 1.2 with WS-Security (X.509 token profile 1.1.1), in the one form of the SOAP binding (decision 0025). No Id is ever looked up: the parts that must be signed
 * are known by their place, and the references must name exactly these.
 */
import { type ParsedXml, parseXml, xmlTreeOf } from '#core/codec/xml.ts'
import { hubError } from '#core/errors.ts'
import type { Element } from '#core/message.ts'
import { verifyRaw } from './algorithms.ts'
import { sha256Hex } from './digest.ts'
import { leafText, outsideProfile } from './grammar.ts'
import { algorithmFor, canonicalPart, demandDigest, demandUniqueIds } from './proven.ts'
import type { SignerOf } from './signer.ts'
import { at, attribute, bytesOf, type Digest, demandEqual, demandTransforms, digestOf, timeOf } from './values.ts'
import { type EnvelopeParts, type Placed, partsOf } from './wss-grammar.ts'
import { ANONYMOUS, BASE64, ID, X509_TOKEN } from './wss-names.ts'
import { DS, EXCLUSIVE_C14N, PROPERTIES_TRANSFORMS } from './xades-names.ts'
import type { ExpectedXml, VerifiedXml } from './xades-verify.ts'

export interface ExpectedEnvelope extends ExpectedXml {
  readonly action: string
  /** What may stand in Security beside the signature; it must then be signed. */
  readonly token: { readonly name: string; readonly namespace: string } | undefined
}

export interface VerifiedEnvelope extends VerifiedXml {
  /** MessageID, which an answer relates to. */
  readonly envelopeId: string
  readonly token: Element | undefined
}

/** The root of the answer is the child of Body. Throws as `verifyXades` does; an expired Timestamp is judged with the certificate, not here. */
export function verifyWss(bytes: Uint8Array, expect: ExpectedEnvelope, signerOf: SignerOf): VerifiedEnvelope {
  using document = parseXml(bytes)
  const envelope = xmlTreeOf(document)
  demandOneSignature(envelope)
  const parts = partsOf(envelope, expect.token)
  demandUniqueIds([envelope])
  const content = contentOf(parts.body, expect)
  const envelopeId = addressOf(parts, expect.action)
  const certificate = certificateIn(parts)
  const references = referencesOf(parts)
  const known = signerOf(sha256Hex(certificate), certificate)
  if (!known) throw hubError('CERTIFICATE_UNTRUSTED', { stage: 'verify' })
  const signedInfo = at(parts.signature.element, 'SignedInfo')
  const algorithm = algorithmFor(attribute(at(signedInfo, 'SignatureMethod'), 'Algorithm'), known.certificate)
  const canonical = canonicalParts(document, [
    ...references.map(({ part }) => part),
    { element: signedInfo, path: [...parts.signature.path, 0] },
  ])
  for (const { part, digest } of references) {
    demandDigest(canonical.get(part.element) ?? NOTHING, digest, `${part.element.name} is not what was signed`)
  }
  const value = bytesOf(at(parts.signature.element, 'SignatureValue'))
  if (!verifyRaw(algorithm, canonical.get(signedInfo) ?? NOTHING, known.certificate.publicKey, value)) {
    throw outsideProfile('The SignatureValue does not hold for SignedInfo and this certificate')
  }
  const signer = { party: known.party, certificate: known.certificate, ...lifetimeOf(parts.timestamp.element) }
  return { root: content, signer, digest: sha256Hex(bytes), envelopeId, token: parts.token?.element }
}

const NOTHING = new Uint8Array()

function demandOneSignature(envelope: Element): void {
  const count = signaturesIn(envelope)
  if (count === 0) throw hubError('SIGNATURE_MISSING', { stage: 'verify' })
  if (count > 1) throw outsideProfile('There is more than one Signature')
}

function signaturesIn(element: Element): number {
  const own = element.namespace === DS && element.name === 'Signature' ? 1 : 0
  return element.children.reduce((count, child) => count + signaturesIn(child), own)
}

function contentOf({ element }: Placed, { root }: ExpectedXml): Element {
  const [content] = element.children
  if (content?.name !== root.name || content.namespace !== root.namespace) throw outsideProfile(`Body must hold ${root.name}`)
  return content
}

function addressOf({ addressing }: EnvelopeParts, action: string): string {
  const text = (name: string) => leafText(addressing.get(name)?.element ?? missing(name))
  demandEqual(text('Action'), action, `Action must be ${action}`)
  const reply = addressing.get('ReplyTo')
  if (reply) demandEqual(leafText(at(reply.element, 'Address')), ANONYMOUS, 'ReplyTo must be anonymous: answers go back on the connection')
  return text('MessageID')
}

function missing(name: string): never {
  throw outsideProfile(`${name} is missing`)
}

/** DER of the certificate that the signature points at. */
function certificateIn({ certificate, signature }: EnvelopeParts): Uint8Array {
  const { element } = certificate
  const pointer = at(signature.element, 'KeyInfo', 'SecurityTokenReference', 'Reference')
  demandEqual(attribute(pointer, 'URI'), `#${attribute(element, ID)}`, 'SecurityTokenReference is not to the BinarySecurityToken')
  for (const type of [attribute(element, 'ValueType'), pointer.attributes.ValueType ?? X509_TOKEN]) {
    demandEqual(type, X509_TOKEN, 'The token must be one X.509 v3 certificate')
  }
  demandEqual(attribute(element, 'EncodingType'), BASE64, 'BinarySecurityToken must be base64')
  return bytesOf(element)
}

interface Reference {
  readonly part: Placed
  readonly digest: Digest
}

/** Everything that is believed must be signed, and nothing else but the certificate may be. */
function referencesOf({ addressing, timestamp, token, body, certificate, signature }: EnvelopeParts): readonly Reference[] {
  const demanded = [...addressing.values(), timestamp, ...(token ? [token] : []), body]
  const parts = new Map([...demanded, certificate].map((part) => [`#${attribute(part.element, ID)}`, part]))
  const signedInfo = at(signature.element, 'SignedInfo')
  demandEqual(attribute(at(signedInfo, 'CanonicalizationMethod'), 'Algorithm'), EXCLUSIVE_C14N, 'SignedInfo is not in exclusive C14N')
  const references = signedInfo.children
    .filter(({ name }) => name === 'Reference')
    .map((reference) => {
      const uri = attribute(reference, 'URI')
      const part = parts.get(uri) ?? outside()
      parts.delete(uri)
      demandTransforms(reference, PROPERTIES_TRANSFORMS, 'Each part must be transformed by exclusive C14N alone')
      return { part, digest: digestOf(reference) }
    })
  const unsigned = demanded.find((part) => !references.some((reference) => reference.part === part))
  if (unsigned) throw outsideProfile(`${unsigned.element.name} is not signed`)
  return references
}

function outside(): never {
  throw outsideProfile('A Reference is to something outside the profile, or to the same part twice')
}

/** From the last to the first: what is taken out does not move what stands before it. */
function canonicalParts(document: ParsedXml, parts: readonly Placed[]): ReadonlyMap<Element, Uint8Array> {
  const backwards = [...parts].sort((a, b) => -comparePaths(a.path, b.path))
  return new Map(backwards.map(({ element, path }) => [element, canonicalPart(document, ...path)]))
}

function comparePaths(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((step, index) => step !== b[index])
  return differs === -1 ? a.length - b.length : (a[differs] ?? 0) - (b[differs] ?? -1)
}

function lifetimeOf(timestamp: Element) {
  const expires = timestamp.children.find(({ name }) => name === 'Expires')
  return { signedAt: timeOf(at(timestamp, 'Created')), ...(expires ? { signedUntil: timeOf(expires) } : {}) }
}
