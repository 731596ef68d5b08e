/** Tables made ready: one tree of wire places to walk in both directions, and a flat list of what stands where. Mistakes in a table throw here, at start. */
import type { LeafShape, RecordShape, Shape } from '#schemas/shape.ts'
import { type Format, type Texts, textFormat } from './formats.ts'
import { type CanonicalPath, checkPlace, childOf, emptyPlace, type Held, ITEM, type Lead, type Place } from './place.ts'
import type { Block, Constant, Joined, Leaf, Led, List, Marked, Rows, Values } from './rows.ts'

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

/** The table of a message or of its head: each part (`header`, `body`) with the rows that say where it stands. */
export type Part = readonly [part: string, row: AnyBlock, shape: RecordShape]

/** Throws when a row names no canonical field, has the wrong kind for it, or uses a place that another row uses. */
export function planOf(parts: readonly Part[], texts?: Texts): Plan {
  const root = emptyPlace()
  const bindings: Binding[] = []
  const start: Here = { place: root, at: [], canonical: '', wire: '', bindings, texts }
  for (const [part, row, shape] of parts) {
    addBlock(row, shape, { ...start, at: [part], canonical: part })
  }
  checkPlace(root, '')
  return { root, bindings, leaves: Map.groupBy(bindings, ({ canonical }) => canonical) }
}

type AnyBlock = Block<never>
type AnyList = List<never> | Values
type AnyLed = Led<never>
type AnyRow = Leaf | Joined | AnyList | AnyLed | AnyBlock

/** Where the walk over the rows has come to. */
interface Here {
  readonly place: Place
  readonly at: CanonicalPath
  readonly canonical: string
  readonly wire: string
  readonly bindings: Binding[]
  readonly texts: Texts | undefined
}

function addRows(rows: Rows<never>, shape: RecordShape, here: Here): void {
  for (const [left, row] of Object.entries(rows) as [string, AnyRow | Constant][]) {
    if (isConstantRow(row)) hold(descend(here, left.slice(1)), row)
    else addRow(row, shapeAt(shape, left), { ...here, at: [...here.at, ...left.split('.')], canonical: `${here.canonical}.${left}` })
  }
}

function addRow(row: AnyRow, shape: Shape, here: Here): void {
  if (isList(row) && shape.kind === 'list') addList(row, shape.shape, here)
  else if (isLed(row) && shape.kind === 'list') addLed(row, shape.shape, here)
  else if (isJoined(row) && shape.kind === 'list' && isLeafShape(shape.shape)) addJoined(row, shape.shape, here)
  else if (isBlock(row) && shape.kind === 'record') addBlock(row, shape, here)
  else if (isLeaf(row) && isLeafShape(shape)) addLeaf(row, shape, here)
  else throw new Error(`${here.canonical}: the row is not of the kind of the field`)
}

function addBlock(row: AnyBlock, shape: RecordShape, here: Here): void {
  addRows(row.rows, shape, descend(here, row.path))
}

function addList(row: AnyList, shape: Shape, here: Here): Place {
  const there = descend(here, row.path)
  if (there.place.repeats || there.place.children.size > 0) throw new Error(`${there.wire} is used twice`)
  there.place.repeats = here.at
  const item: Here = { ...there, at: [ITEM], canonical: `${here.canonical}[]`, wire: `${there.wire}[]` }
  if (row.kind === 'values') addRow(row.leaf, shape, item)
  else if (shape.kind === 'record') addRows(row.rows, shape, item)
  else throw new Error(`${here.canonical}: its items have no fields`)
  return there.place
}

/** Which item an index means depends on the message, so that nothing inside has a path of its own: it is that of the record around. */
function addLed({ path, format, given, field, rest }: AnyLed, shape: Shape, here: Here): void {
  const there = descend(here, path)
  const lead: Lead = { kind: 'lead', at: here.at, format, given, field }
  hold(there, lead)
  for (const name of [field, ...Object.keys(given)])
    here.bindings.push({ canonical: `${here.canonical}[].${name}`, wire: there.wire, format })
  addList(rest, shape, here).lead = lead
}

function addJoined({ path, format, separator }: Joined, { kind }: LeafShape, here: Here): void {
  const there = descend(here, path)
  hold(there, { kind: 'held', at: here.at, format, type: kind, separator })
  here.bindings.push({ canonical: `${here.canonical}[]`, wire: there.wire, format })
}

function addLeaf(row: Leaf, { kind, type }: LeafShape, here: Here): void {
  for (const { path, format = textFormat(type, here.texts), marks } of placesOf(row)) {
    const there = descend(here, path)
    hold(there, { kind: 'held', at: here.at, format, type: kind })
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

function hold({ place, wire }: Here, what: Held | Lead | Constant): void {
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

const isConstantRow = (row: AnyRow | Constant): row is Constant => kindOf(row) === 'constant'
const isList = (row: AnyRow): row is AnyList => kindOf(row) === 'list' || kindOf(row) === 'values'
const isLed = (row: AnyRow): row is AnyLed => kindOf(row) === 'led'
const isJoined = (row: AnyRow): row is Joined => kindOf(row) === 'joined'
const isBlock = (row: AnyRow): row is AnyBlock => kindOf(row) === 'block'
const isLeaf = (row: AnyRow): row is Leaf => !isList(row) && !isLed(row) && !isJoined(row) && !isBlock(row)
const isLeafShape = (shape: Shape): shape is LeafShape => shape.kind !== 'record' && shape.kind !== 'list'
const kindOf = (row: AnyRow | Constant) => (typeof row === 'object' && 'kind' in row ? row.kind : 'leaf')
