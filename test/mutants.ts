/** Tables and messages with one part less. */
import type { Element, JsonObject, JsonValue, Tree } from '#core/message.ts'
import type { RecordShape, Shape } from '#schemas/index.ts'

/** Rows of a table as they are at run time. */
export type Rows = Readonly<Record<string, unknown>>

interface Thinned {
  /** The row that is missing, as a canonical path, or the wire path of a constant. */
  readonly row: string
  /** Whether the schema demands its field of the record around it. */
  readonly required: boolean
  readonly rows: Rows
}

/** The rows without one of them, for each of them and for each inside its blocks and lists. */
export function* thinnedRows(rows: Rows, shape: RecordShape, trail = ''): Generator<Thinned> {
  for (const [left, row] of Object.entries(rows)) {
    const { [left]: _, ...rest } = rows
    const field = left.startsWith('/') ? undefined : fieldAt(shape, left)
    yield { row: trail + left, required: field?.required ?? false, rows: rest }
    if (field?.shape.kind !== 'record' || !hasRows(row)) continue
    for (const inner of thinnedRows(row.rows, field.shape, `${trail}${left}.`)) {
      yield { ...inner, rows: { ...rows, [left]: { ...row, rows: inner.rows } } }
    }
  }
}

const hasRows = (row: unknown): row is { readonly rows: Rows } => typeof row === 'object' && row !== null && 'rows' in row

/** A list has the shape of its items. */
function fieldAt(shape: RecordShape, path: string): { readonly shape: Shape; readonly required: boolean } {
  const [name, ...rest] = path.split('.')
  const field = shape.fields.find((one) => one.name === name)
  if (!field) throw new Error(`${path} is no field`)
  const inner = field.shape.kind === 'list' ? field.shape.shape : field.shape
  return rest.length > 0 && inner.kind === 'record' ? fieldAt(inner, rest.join('.')) : { shape: inner, required: field.required }
}

/** A document without one attribute, element, member or item, for each of them, with the path of what is missing. */
export function* prunedTrees(tree: Tree): Generator<readonly [path: string, tree: Tree]> {
  if (tree.syntax === 'xml') {
    for (const [path, root] of prunedElements(tree.root, `/${tree.root.name}`)) yield [path, { syntax: 'xml', root }]
  } else {
    for (const [path, root] of prunedValues(tree.root, '')) yield [path, { syntax: 'json', root: root as JsonObject }]
  }
}

function* prunedElements(element: Element, path: string): Generator<readonly [string, Element]> {
  for (const name of Object.keys(element.attributes)) {
    const { [name]: _, ...attributes } = element.attributes
    yield [`${path}/@${name}`, { ...element, attributes }]
  }
  for (const [index, child] of element.children.entries()) {
    const position = element.children.slice(0, index).filter(({ name }) => name === child.name).length + 1
    const there = position === 1 ? `${path}/${child.name}` : `${path}/${child.name}[${position}]`
    yield [there, { ...element, children: element.children.toSpliced(index, 1) }]
    for (const [below, pruned] of prunedElements(child, there))
      yield [below, { ...element, children: element.children.with(index, pruned) }]
  }
}

function* prunedValues(value: JsonValue, path: string): Generator<readonly [string, JsonValue]> {
  if (typeof value !== 'object' || value === null) return
  for (const [name, member] of Object.entries(value)) {
    const there = `${path}/${name}`
    yield [there, withMember(value, name, undefined)]
    for (const [below, pruned] of prunedValues(member, there)) yield [below, withMember(value, name, pruned)]
  }
}

/** Undefined takes it out. */
function withMember(value: JsonObject | readonly JsonValue[], name: string, member: JsonValue | undefined): JsonValue {
  if (isList(value)) return member === undefined ? value.toSpliced(Number(name), 1) : value.with(Number(name), member)
  const { [name]: _, ...rest } = value
  return member === undefined ? rest : { ...value, [name]: member }
}

const isList = (value: JsonObject | readonly JsonValue[]): value is readonly JsonValue[] => Array.isArray(value)
