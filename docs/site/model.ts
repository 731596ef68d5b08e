/** The model as its readers want it: every field of a record with the places where it stands in both syntaxes. */

import { type CaseState, CHOREOGRAPHY, type Next } from '#schemas/choreography.ts'
import { messageType } from '#schemas/codelists/exchange.ts'
import { bodies, definitions, type Field, fieldsOf, isList, isRecord, nameOf, statements } from '#schemas/generate/definitions.ts'
import { MESSAGE_TYPES, type MessageType } from '#schemas/index.ts'
import { header } from '#schemas/model/header.ts'
import type { Leaf, ModelType, RecordType } from '#schemas/vocabulary.ts'

export const MODEL = definitions()
/** Records that stand in no other: the header, and what is signed beside messages. */
export const rootRecords: readonly RecordType[] = [header, ...statements]

const OUTER = new Set([...rootRecords, ...bodies.map(({ record }) => record)].map(nameOf))
const BODY_OF = new Map(bodies.map(({ type, record }) => [type, record]))

export function bodyOf(type: MessageType): RecordType {
  const record = BODY_OF.get(type)
  if (!record) throw new Error(`no body for ${type}`)
  return record
}

export const titleOf = (type: MessageType): readonly [en: string, az: string] => messageType.codes[type]

/** One field at one place. */
export interface Place {
  readonly field: Field
  /** 0 for the fields of the outermost record. */
  readonly depth: number
  /** JSON Pointer; `{i}` counts from 0. */
  readonly pointer: string
  /** Without prefixes; `[n]` counts from 1. */
  readonly xpath: string
}

/** Every field below a record, outer ones first. */
export function placesIn(record: RecordType, at: Pick<Place, 'pointer' | 'xpath'>, depth = 0): readonly Place[] {
  return fieldsOf(record).flatMap((field) => {
    const place = { field, depth, ...placeOf(field, at) }
    const inner = isList(field.type) ? field.type.items : field.type
    return isRecord(inner) ? [place, ...placesIn(inner, place, depth + 1)] : [place]
  })
}

function placeOf({ name, element, type }: Field, at: Pick<Place, 'pointer' | 'xpath'>): Pick<Place, 'pointer' | 'xpath'> {
  const pointer = `${at.pointer}/${name}`
  const xpath = `${at.xpath}/${element}`
  return isList(type) ? { pointer: `${pointer}/{i}`, xpath: `${xpath}/${type.facts.item}[n]` } : { pointer, xpath }
}

/** Records that stand in others. */
export const sharedRecords: readonly RecordType[] = MODEL.records.filter((record) => !OUTER.has(nameOf(record)))
export const leaves: readonly Leaf[] = MODEL.leaves.filter(({ facts }) => facts.codes === undefined)
export const codeLists = MODEL.leaves.flatMap(({ facts: { codes } }) => (codes ? [codes] : []))

/** The message types in which a type of this name occurs, at any depth. */
export const typesWith = (name: string): readonly MessageType[] =>
  MESSAGE_TYPES.filter((type) => placesIn(bodyOf(type), { pointer: '', xpath: '' }).some(({ field }) => namesIn(field.type) === name))

const namesIn = (type: ModelType): string => (isList(type) ? namesIn(type.items) : nameOf(type))

/** One way in which a message takes a case from states to another one. */
export interface Move {
  readonly type: MessageType
  /** Codes of the body that decide for it; none where nothing is to be decided. */
  readonly codes: readonly string[]
  readonly from: readonly CaseState[]
  readonly to: CaseState
}

/** Everything that a message of this type does to its case, except opening it. Where it stays, `from` holds `to`. */
export function movesOf(type: MessageType): readonly Move[] {
  const steps = (Object.entries(CHOREOGRAPHY[type].moves) as readonly (readonly [CaseState, Next])[]).flatMap(([from, next]) =>
    waysOf(next).map(({ code, to }) => ({ from, code, to })),
  )
  const ways = Map.groupBy(steps, ({ code, to }) => `${code} ${to}`)
  const alike = Map.groupBy(ways.values(), (way) => way.map(({ from, to }) => `${from} ${to}`).join())
  return [...alike.values()].flatMap(([first, ...others]) => {
    const [step] = first ?? []
    if (!first || !step) return []
    const codes = [first, ...others].flatMap(([{ code } = step]) => (code === undefined ? [] : [code]))
    return [{ type, codes, from: first.map(({ from }) => from), to: step.to }]
  })
}

const waysOf = (next: Next): readonly { readonly code?: string; readonly to: CaseState }[] =>
  typeof next === 'string' ? [{ to: next }] : Object.entries(next.states).map(([code, to]) => ({ code, to }))
