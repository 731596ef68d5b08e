/** Tables made ready: one tree of wire places to walk in both directions, and a flat list of what stands where. Mistakes in a table throw here, at start. */
import type { LeafShape, RecordShape, Shape } from '#schemas/shape.ts'
import type { Format } from './formats.ts'
import type { Block, Constant, Leaf, List, Marked, Rows, Values } from './rows.ts'

/** One place on the wire: an element or attribute, a JSON member. Its children stand in the order of the rows. */
export interface Place {
  readonly children: Map<string, Place>
  /** Set where the place is repeated: where its list stands, seen from the enclosing item. */
  repeats: CanonicalPath | undefined
  holds: Held | Constant | undefined
}

/** From the enclosing item (see `ITEM`), or from the message. */
export type CanonicalPath = readonly string[]

/** A canonical value and how it is written. */
export interface Held {
  readonly kind: 'held'
  readonly at: CanonicalPath
  readonly format: Format | undefined
  readonly type: LeafShape['kind']
}

/** One canonical leaf and one of its places, as full paths with `[]` behind what is repeated: `body.evidence[].code`, `ersuchen/nachweis[]/art`. */
export interface Binding {
  readonly canonical: string
  readonly wire: string
  readonly format: Format | undefined
}

export interface Plan {
  readonly root: Place
  readonly bindings: readonly Binding[]
  /** The same by canonical leaf. */
  readonly leaves: ReadonlyMap<string, readonly Binding[]>
}

/** An item of a list is read and written as the member of this name of an object of its own, so that an item may be a plain value too. */
export const ITEM = 'item'

/** The table of a message or of its head: each part (`header`, `body`) with the rows that say where it stands. */
export type Part = readonly [part: string, row: AnyBlock, shape: RecordShape]

/** Throws when a row names no canonical field, has the wrong kind for it, or uses a place that another row uses. */
export function planOf(parts: readonly Part[]): Plan {
  const root = emptyPlace()
  const bindings: Binding[] = []
  const start: Here = { place: root, at: [], canonical: '', wire: '', bindings }
  for (const [part, row, shape] of parts) {
    addBlock(row, shape, { ...start, at: [part], canonical: part })
  }
  checkPlace(root, '')
  return { root, bindings, leaves: Map.groupBy(bindings, ({ canonical }) => canonical) }
}

/** An absent value would take along what stands inside its element: only constants may. */
function checkPlace(place: Place, wire: string): void {
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

type AnyBlock = Block<never>
type AnyList = List<never> | Values
type AnyRow = Leaf | AnyList | AnyBlock

/** Where the walk over the rows has come to. */
interface Here {
  readonly place: Place
  readonly at: CanonicalPath
  readonly canonical: string
  readonly wire: string
  readonly bindings: Binding[]
}

function addRows(rows: Rows<never>, shape: RecordShape, here: Here): void {
  for (const [left, row] of Object.entries(rows) as [string, AnyRow | Constant][]) {
    if (isConstantRow(row)) hold(descend(here, left.slice(1)), row)
    else addRow(row, shapeAt(shape, left), { ...here, at: [...here.at, ...left.split('.')], canonical: `${here.canonical}.${left}` })
  }
}

function addRow(row: AnyRow, shape: Shape, here: Here): void {
  if (isList(row) && shape.kind === 'list') addList(row, shape.shape, here)
  else if (isBlock(row) && shape.kind === 'record') addBlock(row, shape, here)
  else if (isLeaf(row) && isLeafShape(shape)) addLeaf(row, shape.kind, here)
  else throw new Error(`${here.canonical}: the row is not of the kind of the field`)
}

function addBlock(row: AnyBlock, shape: RecordShape, here: Here): void {
  addRows(row.rows, shape, descend(here, row.path))
}

function addList(row: AnyList, shape: Shape, here: Here): void {
  const there = descend(here, row.path)
  if (there.place.repeats || there.place.children.size > 0) throw new Error(`${there.wire} is used twice`)
  there.place.repeats = here.at
  const item: Here = { ...there, at: [ITEM], canonical: `${here.canonical}[]`, wire: `${there.wire}[]` }
  if (row.kind === 'values') addRow(row.leaf, shape, item)
  else if (shape.kind === 'record') addRows(row.rows, shape, item)
  else throw new Error(`${here.canonical}: its items have no fields`)
}

function addLeaf(row: Leaf, type: LeafShape['kind'], here: Here): void {
  for (const { path, format, marks } of placesOf(row)) {
    const there = descend(here, path)
    hold(there, { kind: 'held', at: here.at, format, type })
    here.bindings.push({ canonical: here.canonical, wire: there.wire, format })
    for (const [mark, value] of Object.entries(marks)) hold(descend(here, mark), { kind: 'constant', value, demanded: true })
  }
}

function placesOf(row: Leaf): readonly Omit<Marked, 'kind'>[] {
  if (typeof row === 'string') return [{ path: row, format: undefined, marks: {} }]
  if ('places' in row) return row.places.flatMap(placesOf)
  return 'marks' in row ? [row] : [{ path: row[0], format: row[1], marks: {} }]
}

function descend(here: Here, path: string): Here {
  let { place, wire } = here
  for (const step of path.split('/').filter((name) => name !== '.')) {
    place = childOf(place, step)
    wire = wire === '' ? step : `${wire}/${step}`
    if (place.repeats) throw new Error(`${wire} is used twice`)
  }
  return { ...here, place, wire }
}

function childOf(place: Place, name: string): Place {
  const child = place.children.get(name) ?? emptyPlace()
  place.children.set(name, child)
  return child
}

function hold({ place, wire }: Here, what: Held | Constant): void {
  if (place.holds) throw new Error(`${wire} is used twice`)
  place.holds = what
}

function shapeAt(shape: Shape, path: string): Shape {
  return path.split('.').reduce<Shape>((at, name) => {
    const field = at.kind === 'record' ? at.fields.find((one) => one.name === name) : undefined
    if (!field) throw new Error(`${path} is no canonical field`)
    return field.shape
  }, shape)
}

const emptyPlace = (): Place => ({ children: new Map(), repeats: undefined, holds: undefined })

const isConstantRow = (row: AnyRow | Constant): row is Constant => kindOf(row) === 'constant'
const isList = (row: AnyRow): row is AnyList => kindOf(row) === 'list' || kindOf(row) === 'values'
const isBlock = (row: AnyRow): row is AnyBlock => kindOf(row) === 'block'
const isLeaf = (row: AnyRow): row is Leaf => !isList(row) && !isBlock(row)
const isLeafShape = (shape: Shape): shape is LeafShape => shape.kind !== 'record' && shape.kind !== 'list'
const kindOf = (row: AnyRow | Constant) => (typeof row === 'object' && 'kind' in row ? row.kind : 'leaf')
