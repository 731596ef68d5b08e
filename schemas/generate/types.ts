/** Writes the TypeScript interfaces. */
import type { Leaf, ModelType, RecordType } from '#schemas/vocabulary.ts'
import { bodies, type Definitions, definitionOf, fieldsOf, isList, isRecord, nameOf } from './definitions.ts'
import { GENERATED } from './notice.ts'

/** A longer list (countries) is a `string` in TypeScript: a union of hundreds helps nobody. */
const LONGEST_UNION = 60

const MESSAGE = `/** Header and body in canonical form. */
export interface MessageOf<T extends MessageType> {
  readonly header: Header & { readonly type: T }
  readonly body: BodyByType[T]
}

export type Body = BodyByType[MessageType]

/** Any message; \`header.type\` says which body it has. */
export interface Message {
  readonly header: Header
  readonly body: Body
}
`

export function typesSource({ leaves, records }: Definitions): string {
  return [GENERATED, ...leaves.filter(isUnion).map(unionSource), ...records.map(interfaceSource), bodyByType(), MESSAGE].join('\n\n')
}

const isUnion = (leaf: Leaf): boolean => leaf.facts.codes !== undefined && codesOf(leaf).length <= LONGEST_UNION
const codesOf = (leaf: Leaf): readonly string[] => Object.keys(leaf.facts.codes?.codes ?? {})

function unionSource(leaf: Leaf): string {
  return `/** ${definitionOf(leaf)[0]} */\nexport type ${nameOf(leaf)} =\n${codesOf(leaf)
    .map((code) => `  | '${code}'`)
    .join('\n')}`
}

function interfaceSource(record: RecordType): string {
  const fields = fieldsOf(record).map(
    ({ name, required, type, definition: [about] }) => `  /** ${about} */\n  readonly ${name}${required ? '' : '?'}: ${typeScriptOf(type)}`,
  )
  return `/** ${record.facts.definition[0]} */\nexport interface ${nameOf(record)} {\n${fields.join('\n')}\n}`
}

function typeScriptOf(type: ModelType): string {
  if (isList(type)) return `readonly ${typeScriptOf(type.items)}[]`
  if (isRecord(type) || isUnion(type)) return nameOf(type)
  return { text: 'string', integer: 'number', boolean: 'boolean' }[type.facts.kind]
}

function bodyByType(): string {
  const rows = bodies.map(({ type, record }) => `  readonly '${type}': ${nameOf(record)}`)
  return `export interface BodyByType {\n${rows.join('\n')}\n}`
}
