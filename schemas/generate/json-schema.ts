/** Writes the published JSON Schema (2020-12). */
import type { Leaf, ModelType, RecordType } from '#schemas/vocabulary.ts'
import type { Words } from '#schemas/words.ts'
import { bodies, type Definitions, definitionOf, fieldsOf, fileOf, isList, NAMESPACE, NEWEST, nameOf } from './definitions.ts'

type Json = { readonly [keyword: string]: unknown }

/** The root is a message; receipts and problems are `#/$defs/Receipt` and `#/$defs/Problem`. */
export function jsonSchema({ version, leaves, records }: Definitions): Json {
  const defs = [
    ...leaves.map((leaf) => [nameOf(leaf), leafSchema(leaf)]),
    ...records.map((record) => [nameOf(record), recordSchema(record)]),
  ]
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: version === NEWEST ? NAMESPACE : `urn:korpu:message:${version}`,
    title: `Körpü message, version ${version}`,
    description: inBoth([
      `Header and body of a readmission message. Says exactly the same as ${fileOf(version, 'xsd')}.`,
      `Readmissiya mesajının başlığı və məzmunu. ${fileOf(version, 'xsd')} ilə tamamilə eyni məzmunu ifadə edir.`,
    ]),
    type: 'object',
    properties: { header: { $ref: '#/$defs/Header' }, body: { type: 'object' } },
    required: ['header', 'body'],
    additionalProperties: false,
    allOf: bodies.map(bodyRule),
    $defs: Object.fromEntries(defs),
  }
}

function bodyRule({ type, record }: (typeof bodies)[number]): Json {
  const header = { type: 'object', properties: { type: { const: type } }, required: ['type'] }
  return {
    if: { type: 'object', properties: { header }, required: ['header'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: { body: refTo(record) } }, // oxlint-disable-line unicorn/no-thenable
  }
}

export function leafSchema(leaf: Leaf): Json {
  const { type, pattern, maxLength, minimum, maximum } = leaf
  const { codes } = leaf.facts
  const facets = { type, pattern, maxLength, minimum, maximum, ...(codes && { enum: Object.keys(codes.codes) }) }
  return { ...facets, description: inBoth(definitionOf(leaf)) }
}

function recordSchema(record: RecordType): Json {
  const fields = fieldsOf(record)
  return {
    type: 'object',
    description: inBoth(record.facts.definition),
    properties: Object.fromEntries(fields.map((field) => [field.name, { ...schemaOf(field.type), description: inBoth(field.definition) }])),
    required: fields.filter((field) => field.required).map((field) => field.name),
    additionalProperties: false,
  }
}

function schemaOf(type: ModelType): Json {
  if (!isList(type)) return refTo(type)
  return { type: 'array', minItems: 1, maxItems: type.maxItems, items: schemaOf(type.items) }
}

const refTo = (type: Leaf | RecordType): Json => ({ $ref: `#/$defs/${nameOf(type)}` })

/** JSON Schema has one description, in no language: the first line is English, the second Azerbaijani. */
const inBoth = (words: Words): string => words.join('\n')
