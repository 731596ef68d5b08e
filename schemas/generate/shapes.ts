/** Writes the tables of the XML reader and writer, and what a sender is told about each type. */
import type { ModelType, RecordType } from '#schemas/vocabulary.ts'
import { bodies, type Definitions, fieldsOf, isList, isRecord, nameOf, statements } from './definitions.ts'
import { GENERATED } from './notice.ts'

export function shapesSource({ leaves, records }: Definitions): string {
  const roots = ['Header', ...statements.map(nameOf)].map((name) => `  ${name},`)
  const types = bodies.map(({ type, record }) => `  '${type}': ${nameOf(record)},`)
  const elements = bodies.map(({ type, record }) => `  '${type}': '${nameOf(record)}',`)
  const expected = leaves.map((leaf) => `  ${nameOf(leaf)}: ${JSON.stringify(leaf.facts.expected[0])},`)
  return `${GENERATED}
import type { RecordShape } from '#schemas/shape.ts'
import type { MessageType } from './types.ts'

${records.map(recordSource).join('\n\n')}

/** By message type, and \`Header\`, \`Receipt\`, \`Problem\`. */
export const SHAPES: { readonly [name in MessageType | 'Header' | 'Receipt' | 'Problem']: RecordShape } = {
${[...roots, ...types].join('\n')}
}

/** Element of each body. */
export const ELEMENTS: { readonly [type in MessageType]: string } = {
${elements.join('\n')}
}

/** What is expected of a leaf, by the name of its type. */
export const EXPECTED: { readonly [type: string]: string } = {
${expected.join('\n')}
}
`
}

function recordSource(record: RecordType): string {
  const fields = fieldsOf(record).map(
    ({ name, element, required, type }) =>
      `    { name: '${name}', element: '${element}', required: ${required}, shape: ${shapeSource(type)} },`,
  )
  return `const ${nameOf(record)}: RecordShape = {\n  kind: 'record',\n  name: '${nameOf(record)}',\n  fields: [\n${fields.join('\n')}\n  ],\n}`
}

function shapeSource(type: ModelType): string {
  if (isList(type)) return `{ kind: 'list', item: '${type.facts.item}', shape: ${shapeSource(type.items)} }`
  if (isRecord(type)) return nameOf(type)
  return `{ kind: '${type.facts.kind}', type: '${nameOf(type)}' }`
}
