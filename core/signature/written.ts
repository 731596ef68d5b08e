/** The parts that every XML signature is written with, in canonical form. */
import { hash } from 'node:crypto'
import type { Element } from '#core/message.ts'
import { DIGEST_METHODS, type DigestName, DS } from './xades-names.ts'

type Attributes = Readonly<Record<string, string>>
type Content = string | readonly Element[]

export const elementIn =
  (namespace: string) =>
  (name: string, attributes: Attributes, content: Content = ''): Element => ({
    name,
    namespace,
    attributes,
    children: typeof content === 'string' ? [] : content,
    text: typeof content === 'string' ? content : '',
  })
const ds = elementIn(DS)

export function reference(attributes: Attributes, transforms: readonly string[], digest: DigestName, bytes: Uint8Array): Element {
  const steps = transforms.map((algorithm) => ds('Transform', { Algorithm: algorithm }))
  return ds('Reference', attributes, [...(steps.length > 0 ? [ds('Transforms', {}, steps)] : []), ...digested(digest, bytes)])
}

export function digested(name: DigestName, bytes: Uint8Array): readonly Element[] {
  return [ds('DigestMethod', { Algorithm: DIGEST_METHODS[name] }), ds('DigestValue', {}, hash(name, bytes, 'base64'))]
}

// Canonical bytes end with the end tag of the root, so the last `</` starts it.
export function withLastChild(bytes: Uint8Array, ...children: readonly Uint8Array[]): Uint8Array {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf('</')
  return Buffer.concat([bytes.subarray(0, end), ...children, bytes.subarray(end)])
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
