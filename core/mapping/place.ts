/** Where values stand on the wire: a tree of places, the same for reading and for writing. */
import type { LeafShape } from '#schemas/shape.ts'
import type { Format } from './formats.ts'
import type { Constant } from './rows.ts'

/** One place on the wire: an element or attribute, a JSON member. Its children stand in the order of the rows. */
export interface Place {
  readonly children: Map<string, Place>
  /** Set where the place is repeated: where its list stands, seen from the enclosing item. */
  repeats: CanonicalPath | undefined
  /** Set where the first item of that list may stand elsewhere. */
  lead: Lead | undefined
  holds: Held | Lead | Constant | undefined
}

/** From the enclosing item (see `ITEM`), or from the message. */
export type CanonicalPath = readonly string[]

/** A canonical value and how it is written. */
export interface Held {
  readonly kind: 'held'
  readonly at: CanonicalPath
  readonly format: Format | undefined
  readonly type: LeafShape['kind']
  /** Set where the values of a list stand in one place. */
  readonly separator?: string
}

/** The first item of a list, said with one of its values. */
export interface Lead {
  readonly kind: 'lead'
  /** Of the list. */
  readonly at: CanonicalPath
  readonly format: Format
  readonly given: Readonly<Record<string, string>>
  readonly field: string
}

/** An item of a list is read and written as the member of this name of an object of its own, so that an item may be a plain value too. */
export const ITEM = 'item'

export const emptyPlace = (): Place => ({ children: new Map(), repeats: undefined, lead: undefined, holds: undefined })

export function childOf(place: Place, name: string): Place {
  const child = place.children.get(name) ?? emptyPlace()
  place.children.set(name, child)
  return child
}

/** An absent value would take along what stands inside its element: only constants may. */
export function checkPlace(place: Place, wire: string): void {
  for (const [name, child] of place.children) {
    const there = `${wire}/${name}`
    if (place.holds && !(isConstant(child) && name.startsWith('@'))) throw new Error(`${there} stands inside a value`)
    checkPlace(child, there)
  }
}

/** Whether a place says the same in every message. */
export function isConstant(place: Place): boolean {
  if (place.repeats) return false
  const children = [...place.children.values()]
  return place.holds ? place.holds.kind === 'constant' : children.length > 0 && children.every(isConstant)
}
