/** Canonical to wire: one walk over the places of a plan, in their order. */
import { type Held, ITEM, isConstant, type Lead, type Place } from './place.ts'
import type { Constant, Scalar } from './rows.ts'
import type { Node } from './wire.ts'

/** What a place says of this canonical object; undefined when it has nothing to say. */
export function nodeFor(place: Place, canonical: unknown): Node | undefined {
  const members = new Map([...place.children].flatMap(([name, child]) => memberFor(name, child, canonical)))
  const text = place.holds && textFor(place.holds, canonical)
  return text === undefined && !saysSomething(place, members) ? undefined : { text, members }
}

function memberFor(name: string, place: Place, canonical: unknown): [string, { nodes: Node[]; many: boolean }][] {
  const { repeats } = place
  const nodes = (
    repeats ? itemsFor(place, canonical, repeats).map((item) => nodeFor(place, { [ITEM]: item })) : [nodeFor(place, canonical)]
  ).filter((node) => node !== undefined)
  return nodes.length === 0 ? [] : [[name, { nodes, many: repeats !== undefined }]]
}

/** Constants alone are no reason to write the element around them, unless nothing else can ever stand in it. */
function saysSomething(place: Place, members: ReadonlyMap<string, unknown>): boolean {
  if (place.holds) return false
  return isConstant(place) || [...place.children].some(([name, child]) => members.has(name) && !isConstant(child))
}

function textFor(holds: Held | Lead | Constant, canonical: unknown): Scalar | undefined {
  if (holds.kind === 'constant') return holds.value
  if (holds.kind === 'lead') return leadFor(holds, canonical)
  const { at, format, separator } = holds
  const said = (value: Scalar) => (format ? format.toWire(String(value)) : value)
  if (separator === undefined) {
    const value = valueAt(canonical, at) as Scalar | undefined
    return value === undefined ? undefined : said(value)
  }
  const values = itemsAt(canonical, at)
    .map((value) => said(value as Scalar))
    .filter((value) => value !== undefined)
  return values.length === 0 ? undefined : values.join(separator)
}

/** Undefined when the first item is of another kind, or says more than its place can. */
function leadFor({ at, format, given, field }: Lead, canonical: unknown): string | undefined {
  const [first] = itemsAt(canonical, at) as readonly Readonly<Record<string, unknown>>[]
  const isOfKind = first && Object.entries(first).every(([name, value]) => name === field || given[name] === value)
  return isOfKind && Object.keys(given).every((name) => name in first) ? format.toWire(String(first[field])) : undefined
}

function itemsFor({ lead }: Place, canonical: unknown, at: readonly string[]): readonly unknown[] {
  const items = itemsAt(canonical, at)
  return lead && leadFor(lead, canonical) !== undefined ? items.slice(1) : items
}

const itemsAt = (canonical: unknown, at: readonly string[]): readonly unknown[] => (valueAt(canonical, at) ?? []) as readonly unknown[]

function valueAt(canonical: unknown, at: readonly string[]): unknown {
  return at.reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>> | undefined)?.[name], canonical)
}
