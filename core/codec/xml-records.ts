/**
 * XML to canonical values and back, driven by the shapes of the schema: every element of the standard is read and written here.
 *
 * The reader is strict about structure and leaves values to the schema: what stands where something else was expected is kept as it is
 * (text for a number, an empty object for text), so that the schema refuses it even if an issue were overlooked.
 */
import type { Issue } from '#core/errors.ts'
import type { Element, JsonObject, JsonValue } from '#core/message.ts'
import { NAMESPACE } from '#schemas/index.ts'
import type { ListShape, RecordShape, Shape } from '#schemas/shape.ts'
import { integerOf } from './json.ts'

const SPACE_ONLY = /^[ \t\r\n]*$/

interface ReadRecord {
  readonly value: JsonObject
  readonly issues: readonly Issue[]
}

/** By rule and path: a fault that a sender makes a thousand times in one place is said once. */
type Found = Map<string, Issue>

/** What a record says, and everything that does not fit its shape; `path` is the XPath of the element itself. */
export function recordOfElement(shape: RecordShape, element: Element, path: string): ReadRecord {
  const found: Found = new Map()
  checkPlain(element, path, found)
  const value = readRecord(shape, element, path, found)
  return { value, issues: [...found.values()] }
}

function readValue(shape: Shape, element: Element, path: string, found: Found): JsonValue {
  checkPlain(element, path, found)
  if (shape.kind === 'record') return readRecord(shape, element, path, found)
  if (shape.kind === 'list') return readList(shape, element, path, found)
  if (element.children.length > 0) {
    note(found, 'type', path, 'text', 'Write the value itself, without elements inside.')
    return {}
  }
  if (shape.kind === 'integer') return integerOf(element.text) ?? element.text
  if (shape.kind === 'boolean') return element.text === 'true' || (element.text === 'false' ? false : element.text)
  return element.text
}

function readRecord(shape: RecordShape, element: Element, path: string, found: Found): JsonObject {
  checkNoText(element, path, found)
  const value: Record<string, JsonValue> = {}
  let last = -1
  for (const child of element.children) {
    const index = shape.fields.findIndex((field) => isNamed(child, field.element))
    const field = shape.fields[index]
    if (!field) {
      note(found, 'unknown', path, namesOf(shape), 'An element inside is not in the schema here.')
      continue
    }
    const at = `${path}/${field.element}`
    if (Object.hasOwn(value, field.name)) {
      note(found, 'count', at, 'once', 'The element is repeated; only lists repeat, inside their own element.')
      continue
    }
    if (index < last) note(found, 'order', at, namesOf(shape), 'The elements stand in the order of the schema.')
    last = Math.max(last, index)
    value[field.name] = readValue(field.shape, child, at, found)
  }
  return value
}

function readList(shape: ListShape, element: Element, path: string, found: Found): JsonValue {
  checkNoText(element, path, found)
  if (element.children.length === 0) note(found, 'count', path, `at least one ${shape.item}`, 'Leave an empty list out.')
  const items = element.children.filter((child) => isNamed(child, shape.item))
  if (items.length < element.children.length) {
    note(found, 'unknown', path, shape.item, 'An element inside is not an item of this list.')
  }
  return items.map((item, index) => readValue(shape.shape, item, `${path}/${shape.item}[${index + 1}]`, found))
}

function isNamed(element: Element, name: string): boolean {
  return element.name === name && element.namespace === NAMESPACE
}

function checkPlain(element: Element, path: string, found: Found): void {
  if (Object.keys(element.attributes).length > 0) note(found, 'unknown', path, 'no attributes', 'Only Message has an attribute, Id.')
}

function checkNoText(element: Element, path: string, found: Found): void {
  if (!SPACE_ONLY.test(element.text)) note(found, 'type', path, 'elements', 'Text stands where elements are expected.')
}

function note(found: Found, rule: string, path: string, expected: string, hint: string): void {
  found.set(`${rule} ${path}`, { rule, path, expected, hint })
}

function namesOf(shape: RecordShape): string {
  return shape.fields.map((field) => field.element).join(', ')
}

/** The element that says `value`, fields in the order of the shape. Throws TypeError for a member that the shape does not have: nothing is lost silently. */
export function elementOfRecord(shape: RecordShape, name: string, value: JsonObject): Element {
  const names = Object.keys(value).filter((member) => value[member] !== undefined)
  const fields = shape.fields.filter((field) => value[field.name] !== undefined)
  if (fields.length < names.length) throw new TypeError(`${name} has a member that is not in its shape`)
  const children = fields.map((field) => elementOfValue(field.shape, field.element, value[field.name] as JsonValue))
  return parentOf(name, children)
}

function elementOfValue(shape: Shape, name: string, value: JsonValue): Element {
  if (shape.kind === 'record') return elementOfRecord(shape, name, value as JsonObject)
  if (shape.kind === 'list') {
    const items = (value as readonly JsonValue[]).map((item) => elementOfValue(shape.shape, shape.item, item))
    return parentOf(name, items)
  }
  if (typeof value === 'object') throw new TypeError(`${name} holds a single value`)
  return { name, namespace: NAMESPACE, attributes: {}, children: [], text: String(value) }
}

/** An element of the standard that only holds others. */
export function parentOf(name: string, children: readonly Element[], attributes: Readonly<Record<string, string>> = {}): Element {
  return { name, namespace: NAMESPACE, attributes, children, text: '' }
}

interface Step {
  readonly name: string
  readonly shape: Shape
}

/** XPath of what a JSON Pointer (relative to the record) names; where the shape knows no such member, the path of its parent. */
export function xpathIn(shape: RecordShape, path: string, pointer: string): string {
  let at: Step = { name: path, shape }
  const names = [path]
  for (const token of pointer.split('/').slice(1)) {
    const next = stepInto(at.shape, token)
    if (!next) break
    names.push(next.name)
    at = next
  }
  return names.join('/')
}

function stepInto(shape: Shape, token: string): Step | undefined {
  if (shape.kind === 'list') return { name: `${shape.item}[${Number(token) + 1}]`, shape: shape.shape }
  const field = shape.kind === 'record' ? shape.fields.find(({ name }) => name === token) : undefined
  return field && { name: field.element, shape: field.shape }
}
