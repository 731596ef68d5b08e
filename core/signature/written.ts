/** The parts that every XML signature is written with, in canonical form. */
import { hash } from 'node:crypto'
import type { Element } from '#core/message.ts'
import { DIGEST_METHODS, type DigestName, DS } from './xades-names.ts'

type Attributes = Readonly<Record<string, string>>

/** What a reference is to: bytes, or their digest where nobody has them as a whole. */
export type Content = { readonly bytes: Uint8Array } | { readonly digest: Uint8Array }

export const elementIn =
  (namespace: string) =>
  (name: string, attributes: Attributes, content: string | readonly Element[] = ''): Element => ({
    name,
    namespace,
    attributes,
    children: typeof content === 'string' ? [] : content,
    text: typeof content === 'string' ? content : '',
  })
const ds = elementIn(DS)

export function reference(attributes: Attributes, transforms: readonly string[], digest: DigestName, content: Content): Element {
  const steps = transforms.map((algorithm) => ds('Transform', { Algorithm: algorithm }))
  return ds('Reference', attributes, [...(steps.length > 0 ? [ds('Transforms', {}, steps)] : []), ...digested(digest, content)])
}

export function digested(name: DigestName, content: Content): readonly Element[] {
  const digest = 'digest' in content ? base64(content.digest) : hash(name, content.bytes, 'base64')
  return [ds('DigestMethod', { Algorithm: DIGEST_METHODS[name] }), ds('DigestValue', {}, digest)]
}

// Canonical bytes end with the end tag of the root, so the last `</` starts it.
export function withLastChild(bytes: Uint8Array, ...children: readonly Uint8Array[]): Uint8Array {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf('</')
  return Buffer.concat([bytes.subarray(0, end), ...children, bytes.subarray(end)])
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
