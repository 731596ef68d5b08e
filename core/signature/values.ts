/** What the leaves of an XML signature say, read into values. */
import type { Element } from '#core/message.ts'
import { leafText, outsideProfile } from './grammar.ts'
import { DIGEST_METHODS, type DigestName } from './xades-names.ts'

export interface Digest {
  readonly name: DigestName
  readonly value: Uint8Array
}

const SIGNING_TIME = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/

export function demandTransforms(reference: Element, transforms: readonly string[], rule: string): void {
  const given = at(reference, 'Transforms').children.map((transform) => attribute(transform, 'Algorithm'))
  demandEqual(given.join(' '), transforms.join(' '), rule)
}

export function digestOf(element: Element): Digest {
  const method = attribute(at(element, 'DigestMethod'), 'Algorithm')
  const name = (['sha256', 'sha384'] as const).find((known) => DIGEST_METHODS[known] === method)
  if (!name) throw outsideProfile('A DigestMethod is neither SHA-256 nor SHA-384')
  return { name, value: bytesOf(at(element, 'DigestValue')) }
}

export function timeOf(element: Element): Date {
  const text = leafText(element)
  const day = SIGNING_TIME.exec(text)?.[1]
  // Date takes 30 February for 2 March.
  if (!day || !new Date(day).toJSON()?.startsWith(day)) throw outsideProfile(`${element.name} is not a time with a zone`)
  return new Date(text)
}

// Decoders forgive; two texts for the same bytes are one too many. Line breaks are what xmlsec1 and the JDK write.
export function bytesOf(element: Element): Uint8Array {
  const text = element.text.replace(/[\t\n\r ]/g, '')
  const bytes = Buffer.from(text, 'base64')
  if (bytes.toString('base64') !== text) throw outsideProfile(`${element.name} is not base64`)
  return bytes
}

export function at(element: Element, ...names: readonly string[]): Element {
  let here = element
  for (const name of names) {
    const child = here.children.find((candidate) => candidate.name === name)
    if (!child) throw outsideProfile(`${name} is missing`)
    here = child
  }
  return here
}

export function attribute(element: Element, name: string): string {
  return element.attributes[name] ?? ''
}

export function demandEqual(given: string, wanted: string, rule: string): void {
  if (given !== wanted) throw outsideProfile(rule)
}
