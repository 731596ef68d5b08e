/** The steps of proving an XML signature that every profile takes. */
import { hash } from 'node:crypto'
import { canonicalXmlOf, detachXml, type ParsedXml } from '#core/codec/xml.ts'
import type { Element } from '#core/message.ts'
import { ALGORITHMS, type Algorithm } from './algorithms.ts'
import type { Certificate } from './certificate.ts'
import { outsideProfile } from './grammar.ts'
import type { Digest } from './values.ts'

const ID_NAME = /^(?:.*\})?I[dD]$|^\{http:\/\/www\.w3\.org\/XML\/1998\/namespace\}id$/
const NCNAME = /^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u

export function demandUniqueIds(roots: readonly Element[]): void {
  const seen = new Set<string>()
  const visit = (element: Element): void => {
    for (const [name, value] of Object.entries(element.attributes)) {
      if (!ID_NAME.test(name)) continue
      if (!NCNAME.test(value)) throw outsideProfile('An Id is not a name')
      if (seen.has(value)) throw outsideProfile('An Id stands twice')
      seen.add(value)
    }
    element.children.forEach(visit)
  }
  roots.forEach(visit)
}

/** The row of the registered key; the message may only choose the hash where the key leaves it open. */
export function algorithmFor(method: string, certificate: Certificate): Algorithm {
  const algorithm = ALGORITHMS.find((row) => row.xml === method && row.fits(certificate.publicKey))
  if (!algorithm) throw outsideProfile('The SignatureMethod does not fit the registered key')
  return algorithm
}

export function demandDigest(bytes: Uint8Array, digest: Digest, rule: string): void {
  if (!hash(digest.name, bytes, 'buffer').equals(digest.value)) throw outsideProfile(rule)
}

// Canonicalised in a document of its own: libxml2 would otherwise ask back for every node whether it belongs.
export function canonicalPart(document: ParsedXml, ...path: readonly number[]): Uint8Array {
  using part = detachXml(document, ...path)
  if (!part) throw outsideProfile('A signed part is missing')
  return canonicalXmlOf(part)
}
