/** XML and JSON as the mapping sees them: named places, one or many of each. */
import type { Element, JsonValue, Syntax } from '#core/message.ts'
import type { Scalar } from './rows.ts'

/** One element, attribute or JSON value. */
export interface Node {
  /** Undefined where members stand instead. */
  readonly text: Scalar | undefined
  readonly members: ReadonlyMap<string, Member>
}

export interface Member {
  readonly nodes: readonly Node[]
  /** Whether it was written as a list; undefined in XML, where one element tells nothing. */
  readonly many: boolean | undefined
}

const NO_MEMBERS: Node['members'] = new Map()

export const leafNode = (text: Scalar): Node => ({ text, members: NO_MEMBERS })

/** Children go by their local name, attributes by `@name`; what is of another namespace keeps it in the name, so that no row knows it. */
export function nodeOfElement(element: Element): Node {
  const members = new Map<string, Member>()
  for (const [name, value] of Object.entries(element.attributes)) members.set(`@${name}`, { nodes: [leafNode(value)], many: undefined })
  const nameOf = (child: Element) => (child.namespace === element.namespace ? child.name : `{${child.namespace}}${child.name}`)
  for (const [name, elements] of Map.groupBy(element.children, nameOf))
    members.set(name, { nodes: elements.map(nodeOfElement), many: undefined })
  return { text: element.children.length > 0 ? undefined : element.text, members }
}

export function elementOfNode(name: string, namespace: string, node: Node): Element {
  const attributes: Record<string, string> = {}
  const children: Element[] = []
  for (const [member, { nodes }] of node.members) {
    if (member.startsWith('@')) attributes[member.slice(1)] = String(nodes[0]?.text)
    else children.push(...nodes.map((child) => elementOfNode(member, namespace, child)))
  }
  return { name, namespace, attributes, children, text: String(node.text ?? '') }
}

/** `null` and lists within lists have no text and no members: no row can read them. */
export function nodeOfJson(value: JsonValue): Node {
  if (typeof value !== 'object') return leafNode(value)
  if (value === null || Array.isArray(value)) return { text: undefined, members: NO_MEMBERS }
  const members = Object.entries(value).map(([name, member]) => [name, memberOfJson(member)] as const)
  return { text: undefined, members: new Map(members) }
}

function memberOfJson(value: JsonValue): Member {
  return Array.isArray(value) ? { nodes: value.map(nodeOfJson), many: true } : { nodes: [nodeOfJson(value)], many: false }
}

export function jsonOfNode({ text, members }: Node): JsonValue {
  if (text !== undefined) return text
  return Object.fromEntries(
    [...members].map(([name, { nodes, many }]) => [name, many ? nodes.map(jsonOfNode) : jsonOfNode(nodes[0] ?? leafNode(''))]),
  )
}

/** Paths into the party's own bytes: XPath counts from 1, JSON Pointer from 0. */
export interface PathStyle {
  member(path: string, name: string): string
  item(path: string, index: number): string
}

export const PATHS: Readonly<Record<Syntax, PathStyle>> = {
  xml: {
    member: (path, name) => `${path}/${name}`,
    item: (path, index) => `${path}[${index + 1}]`,
  },
  json: {
    member: (path, name) => `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    item: (path, index) => `${path}/${index}`,
  },
}
