/** Canonical to wire: one walk over the places of a plan, in their order. */
import { type Held, ITEM, isConstant, type Place } from './plan.ts'
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
    repeats ? itemsAt(canonical, repeats).map((item) => nodeFor(place, { [ITEM]: item })) : [nodeFor(place, canonical)]
  ).filter((node) => node !== undefined)
  return nodes.length === 0 ? [] : [[name, { nodes, many: repeats !== undefined }]]
}

/** Constants alone are no reason to write the element around them, unless nothing else can ever stand in it. */
function saysSomething(place: Place, members: ReadonlyMap<string, unknown>): boolean {
  if (place.holds) return false
  return isConstant(place) || [...place.children].some(([name, child]) => members.has(name) && !isConstant(child))
}

function textFor(holds: Held | Constant, canonical: unknown): Scalar | undefined {
  if (holds.kind === 'constant') return holds.value
  const value = valueAt(canonical, holds.at) as Scalar | undefined
  return value === undefined || !holds.format ? value : holds.format.toWire(String(value))
}

const itemsAt = (canonical: unknown, at: readonly string[]): readonly unknown[] => (valueAt(canonical, at) ?? []) as readonly unknown[]

function valueAt(canonical: unknown, at: readonly string[]): unknown {
  return at.reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>> | undefined)?.[name], canonical)
}
