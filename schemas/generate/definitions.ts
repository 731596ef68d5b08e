/** The model as the writers want it, in one version of the standard: every named type once, and the fields of a record in order. */
import { version as versionCode } from '#schemas/codelists/exchange.ts'
import { BODIES } from '#schemas/model/bodies.ts'
import { header } from '#schemas/model/header.ts'
import { problem } from '#schemas/model/problem.ts'
import { receipt } from '#schemas/model/receipt.ts'
import { code, type Leaf, type ListType, type ModelType, type RecordType } from '#schemas/vocabulary.ts'
import { type Definition, type Words, wordsOf } from '#schemas/words.ts'

export const NAMESPACE = 'urn:korpu:message:1'

/** Numbers of the versions, oldest first. */
export const NUMBERS: readonly string[] = Object.keys(versionCode.codes)
export const NEWEST = NUMBERS.at(-1) ?? ''

/** The newest version has the plain names: whoever takes those has all that may come. */
export const fileOf = (version: string, ending: string): string => `message-${version === NEWEST ? '1' : version}.${ending}`

interface Body {
  /** As in the header. */
  readonly type: string
  readonly record: RecordType
}

export const bodies: readonly Body[] = Object.entries(BODIES).map(([type, record]) => ({ type, record }))

/** What is signed beside messages. */
export const statements: readonly RecordType[] = [receipt, problem]

/** A type as a version has it: without fields and codes that came later. */
export function typeIn<T extends ModelType>(number: string, type: T): T {
  const isThere = (since: string | undefined): boolean => since === undefined || NUMBERS.indexOf(since) <= NUMBERS.indexOf(number)
  if (isList(type)) return { ...type, items: typeIn(number, type.items) }
  if (isRecord(type)) {
    const fields = Object.entries(type.properties as { readonly [name: string]: ModelType })
    const there = fields.filter(([, field]) => isThere(field.since)).map(([name, field]) => [name, typeIn(number, field)])
    return { ...type, properties: Object.fromEntries(there) }
  }
  const { codes } = (type as Leaf).facts
  if (!codes || Object.keys(codes.since).length === 0) return type
  const there = Object.entries(codes.codes).filter(([value]) => isThere(codes.since[value]))
  return { ...type, ...code({ ...codes, codes: Object.fromEntries(there), since: {} }) }
}

export interface Field {
  readonly name: string
  readonly element: string
  readonly required: boolean
  readonly type: ModelType
  readonly definition: Words
}

export function fieldsOf(record: RecordType): readonly Field[] {
  return Object.entries(record.properties).map(([name, type]) => ({
    name,
    element: name.charAt(0).toUpperCase() + name.slice(1),
    required: record.required?.includes(name) ?? false,
    type: type as ModelType,
    definition: stopped(wordsOf(type.description as Definition)),
  }))
}

/** Definitions of fields and leaves stand in the model without a full stop. */
const stopped = ([en, az]: Words): Words => [`${en}.`, `${az}.`]

export const isList = (type: ModelType): type is ListType => type.facts.kind === 'list'
export const isRecord = (type: ModelType): type is RecordType => type.facts.kind === 'record'

/** Name of a leaf or record, as both schemas and TypeScript call it. */
export const nameOf = (type: Leaf | RecordType): string => type.facts.name

/** What stands under a leaf: the title of its codes, or how it is written. */
export const definitionOf = ({ facts: { codes, expected } }: Leaf): Words => stopped(codes?.title ?? expected)

export interface Definitions {
  readonly version: string
  /** By name. */
  readonly leaves: readonly Leaf[]
  /** What a record uses stands before it. */
  readonly records: readonly RecordType[]
}

/** Every type that a version of the standard uses. Throws when one name stands for two different types. */
export function definitions(version = NEWEST): Definitions {
  const leaves = new Map<string, Leaf>()
  const records = new Map<string, RecordType>()
  const visit = (type: ModelType): void => {
    if (isList(type)) visit(type.items)
    else if (isRecord(type)) {
      for (const field of fieldsOf(type)) visit(field.type)
      keep(records, type)
    } else keep(leaves, type)
  }
  for (const root of [header, ...bodies.map((body) => body.record), ...statements]) visit(typeIn(version, root))
  return {
    version,
    leaves: [...leaves.values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
    records: [...records.values()],
  }
}

function keep<T extends Leaf | RecordType>(known: Map<string, T>, type: T): void {
  const first = known.get(nameOf(type))
  if (first && meaning(first) !== meaning(type)) throw new Error(`${nameOf(type)} stands for two different types`)
  if (!first) known.set(nameOf(type), type)
}

/** Descriptions belong to fields, not to types. */
const meaning = (type: ModelType): string => JSON.stringify({ ...type, description: '' })
