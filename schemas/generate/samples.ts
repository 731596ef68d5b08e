/** Writes the published samples: every type, small and full, in both syntaxes, unsigned. Full ones show the `contentDigest` too. */
import { createHash } from 'node:crypto'
import type { Message, MessageType } from '#schemas/generated/types.ts'
import { header } from '#schemas/model/header.ts'
import { type Size, sampleOf } from '#schemas/samples/messages.ts'
import type { ModelType } from '#schemas/vocabulary.ts'
import { bodies, fieldsOf, isList, isRecord } from './definitions.ts'
import { xmlOf } from './xml.ts'

const SIZES: readonly Size[] = ['small', 'full']

export function sampleFiles(): readonly (readonly [path: string, content: string])[] {
  return bodies.flatMap(({ type, record }) =>
    SIZES.flatMap((size) => {
      const sample = sampleOf(type as MessageType, size)
      const message = size === 'full' ? withDigest(sample) : sample
      const ordered = { header: inOrder(message.header, header), body: inOrder(message.body, record) }
      const path = `published/samples/${type}.${size}`
      return [
        [`${path}.json`, `${JSON.stringify(ordered, null, 2)}\n`],
        [`${path}.xml`, xmlOf(message, record)],
      ] as const
    }),
  )
}

/** Members in the order of the schema, as they stand in XML. */
function inOrder(value: unknown, type: ModelType): unknown {
  if (isList(type)) return (value as readonly unknown[]).map((item) => inOrder(item, type.items))
  if (!isRecord(type)) return value
  const members = value as { readonly [name: string]: unknown }
  const present = fieldsOf(type).filter(({ name }) => name in members)
  return Object.fromEntries(present.map((field) => [field.name, inOrder(members[field.name], field.type)]))
}

function withDigest(message: Message): Message {
  const contentDigest = createHash('sha256').update(canonical(message)).digest('hex')
  return { header: { ...message.header, contentDigest }, body: message.body }
}

/** RFC 8785, as far as this model needs it: whole numbers, member names in ASCII. The hub's own stands in a room that this one must not know. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`
}
