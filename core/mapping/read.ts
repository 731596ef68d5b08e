/**
 * Wire to canonical: one walk over the places of a plan. What no row knows, what is written twice and what is missing of the constants are issues.
 *
 * Values are the schema's business: what a format cannot read is kept as it stands, so that the schema refuses it even if the issue were overlooked.
 */
import { integerOf } from '#core/codec/json.ts'
import type { Issue } from '#core/errors.ts'
import type { Syntax } from '#core/message.ts'
import type { Format } from './formats.ts'
import { type CanonicalPath, type Held, ITEM, isConstant, type Lead, type Place } from './place.ts'
import type { Constant, Scalar } from './rows.ts'
import { type Member, type Node, PATHS } from './wire.ts'

type Draft = Record<string, unknown>

export interface Reading {
  /** The message, or the item of a list, as far as it is put together. */
  readonly value: Draft
  readonly issues: Issue[]
  readonly syntax: Syntax
}

/** What stands at the top, `path` being its place in the party's own bytes. An `open` reading leaves members alone that the plan does not know. */
export function readRoot(plan: Place, node: Node, path: string, syntax: Syntax, how: 'open' | 'whole'): Reading {
  const reading: Reading = { value: {}, issues: [], syntax }
  if (how === 'whole') checkNames(plan, node, path, reading)
  readMembers(plan, node, path, reading)
  return reading
}

function readMembers(place: Place, node: Node, path: string, reading: Reading): void {
  for (const [name, child] of place.children) {
    const member = node.members.get(name)
    const there = PATHS[reading.syntax].member(path, name)
    if (member) readMember(child, member, there, reading)
    else if (isDemanded(child)) report(reading, 'required', path, `the constant ${name}`, 'The agreed format demands it here.')
  }
}

function readMember(place: Place, { nodes, many }: Member, path: string, reading: Reading): void {
  const [node, ...more] = nodes
  if (many !== undefined && many !== (place.repeats !== undefined))
    report(reading, 'type', path, many ? 'one value' : 'a list', 'A list is a list even of one.')
  else if (place.repeats) readItems(place, place.repeats, nodes, path, reading)
  else if (node) {
    if (more.length > 0) reportRepeated(reading, path)
    readPlace(place, node, path, reading)
  }
}

function readItems(place: Place, at: CanonicalPath, nodes: readonly Node[], path: string, reading: Reading): void {
  const items = nodes.map((node, index) => {
    const item: Draft = {}
    readPlace(place, node, PATHS[reading.syntax].item(path, index), { ...reading, value: item })
    return item[ITEM] ?? {}
  })
  const [lead] = (place.lead && taken(reading.value, at)) ?? []
  put(reading.value, at, lead === undefined ? items : [lead, ...items])
}

function readPlace(place: Place, node: Node, path: string, reading: Reading): void {
  checkNames(place, node, path, reading)
  if (place.holds) readText(place.holds, node.text, path, reading)
  else if (node.members.size === 0 || hasText(node))
    report(reading, 'type', path, namesIn(place), 'Members are expected here, and no text.')
  readMembers(place, node, path, reading)
}

function readText(holds: Held | Lead | Constant, text: Scalar | undefined, path: string, reading: Reading): void {
  if (text === undefined) report(reading, 'type', path, 'text', 'Write the value itself, without anything inside.')
  else if (holds.kind === 'held') readValue(holds, text, path, reading)
  else if (holds.kind === 'lead') readLead(holds, text, path, reading)
  else if (holds.demanded && text !== holds.value) report(reading, 'fixed', path, holds.value, 'The agreed format has one value here.')
}

function readValue(held: Held, text: Scalar, path: string, reading: Reading): void {
  const { at, separator } = held
  const value =
    separator === undefined
      ? saidIn(held, text, path, reading)
      : String(text)
          .split(separator)
          .map((one) => saidIn(held, one, path, reading))
  if (!put(reading.value, at, value)) reportRepeated(reading, path)
}

function saidIn({ format, type }: Held, text: Scalar, path: string, reading: Reading): Scalar {
  const said = format ? inFormat(format, text, path, reading) : text
  const isText = format !== undefined || reading.syntax === 'xml'
  return said !== undefined && isText ? typed(type, String(said)) : text
}

function readLead({ at, format, given, field }: Lead, text: Scalar, path: string, reading: Reading): void {
  put(reading.value, at, [{ ...given, [field]: inFormat(format, text, path, reading) ?? text }])
}

function inFormat(format: Format, text: Scalar, path: string, reading: Reading): string | undefined {
  const said = format.toCanonical(String(text))
  if (said === undefined)
    report(reading, format.rule, path, format.expected, format.whyNot?.(String(text)) ?? 'Nothing else is agreed here.')
  return said
}

/** What is no number stays text, for the schema to refuse. */
function typed(type: Held['type'], text: string): Scalar {
  if (type === 'integer') return integerOf(text) ?? text
  if (type === 'boolean') return text === 'true' || (text === 'false' ? false : text)
  return text
}

/** False where a value stands already. */
function put(target: Draft, [name = '', ...rest]: CanonicalPath, value: unknown): boolean {
  if (rest.length > 0) {
    target[name] ??= {}
    return put(target[name] as Draft, rest, value)
  }
  if (Object.hasOwn(target, name)) return false
  target[name] = value
  return true
}

/** A list of which something was read before, no longer there. */
function taken(target: Draft, [name = '', ...rest]: CanonicalPath): readonly unknown[] | undefined {
  const there = target[name]
  if (rest.length > 0) return there === undefined ? undefined : taken(there as Draft, rest)
  delete target[name]
  return there as readonly unknown[] | undefined
}

function checkNames(place: Place, node: Node, path: string, reading: Reading): void {
  const order = [...place.children.keys()]
  const names = [...node.members.keys()]
  if (!names.every((name) => order.includes(name))) {
    report(reading, 'unknown', path, namesIn(place), 'Something inside has no place in the agreed format.')
  }
  const elements = order.filter((name) => !name.startsWith('@') && names.includes(name))
  const found = names.filter((name) => elements.includes(name))
  if (reading.syntax === 'xml' && found.join() !== elements.join()) {
    report(reading, 'order', path, namesIn(place), 'The elements stand in another order.')
  }
}

/** Whether something that both sides must write stands here, and nothing else. */
function isDemanded(place: Place): boolean {
  if (!isConstant(place)) return false
  return place.holds?.kind === 'constant' ? place.holds.demanded : [...place.children.values()].some(isDemanded)
}

const hasText = ({ text }: Node): boolean => typeof text === 'string' && text.trim() !== ''

const namesIn = (place: Place): string => [...place.children.keys()].join(', ')

function reportRepeated(reading: Reading, path: string): void {
  report(reading, 'count', path, 'once', 'Only one is agreed here.')
}

function report({ issues }: Reading, rule: string, path: string, expected: string, hint: string): void {
  issues.push({ rule, path, expected, hint })
}
