/** The message standard in XML, as a dialect (contract, section 2). */
import type { Dialect } from '#core/adapter.ts'
import { hubError, type Issue } from '#core/errors.ts'
import type { Element, Header, JsonObject, Message, MessageType, Tree } from '#core/message.ts'
import { elementOf, NAMESPACE, shapeOf } from '#schemas/index.ts'
import { headerFrom } from './header.ts'
import { elementOfRecord, parentOf, recordOfElement, xpathIn } from './xml-records.ts'
import { xmlBytesOf } from './xml-writer.ts'

const ROOT = { name: 'Message', namespace: NAMESPACE } as const

export const canonicalXml: Dialect = {
  name: 'xml',
  syntax: 'xml',
  root: ROOT,
  types: undefined,
  headerOf,
  messageOf,
  pathOf,
  bytesOf: (message) => xmlBytesOf(elementOfMessage(message)),
  lossOf: () => [],
}

function headerOf(tree: Tree): Header {
  const root = rootOf(tree)
  const [head] = root.children
  if (!head || !hasFrame(root)) throw hubError('PAYLOAD_INVALID', { stage: 'envelope', issues: [FRAME] })
  const { value, issues } = recordOfElement(shapeOf('Header'), head, '/Message/Header')
  const header = headerFrom(value, issues, (pointer) => xpathIn(shapeOf('Header'), '/Message/Header', pointer.slice('/header'.length)))
  if (root.attributes.Id !== idOf(header)) throw hubError('PAYLOAD_INVALID', { stage: 'envelope', issues: [ID] })
  return header
}

const FRAME: Issue = {
  rule: 'required',
  path: '/Message',
  expected: 'the attribute Id; Header, then Body',
  hint: 'Message has these and nothing else, but for its signature.',
}
const ID: Issue = {
  rule: 'pattern',
  path: '/Message/@Id',
  expected: 'm-, then the messageId',
  hint: 'The signature refers to the message by this name.',
}

function hasFrame(root: Element): boolean {
  const [head, body, ...more] = root.children
  return (
    root.name === ROOT.name &&
    [root, head, body].every((element) => element?.namespace === NAMESPACE) &&
    Object.keys(root.attributes).join() === 'Id' &&
    head?.name === 'Header' &&
    body?.name === 'Body' &&
    more.length === 0
  )
}

function messageOf(tree: Tree, header: Header): { readonly message: Message; readonly issues: readonly Issue[] } {
  const name = elementOf(header.type)
  const content = soleChildOf(rootOf(tree).children[1], name)
  if (!content) {
    const hint = 'Body has exactly one child, named after the type, and no attributes.'
    return { message: messageFrom(header, {}), issues: [{ rule: 'required', path: '/Message/Body', expected: name, hint }] }
  }
  const { value, issues } = recordOfElement(shapeOf(header.type), content, `/Message/Body/${name}`)
  return { message: messageFrom(header, value), issues }
}

function soleChildOf(body: Element | undefined, name: string): Element | undefined {
  const [content, ...more] = body?.children ?? []
  const isSole = more.length === 0 && Object.keys(body?.attributes ?? {}).length === 0
  return isSole && content?.name === name && content.namespace === NAMESPACE ? content : undefined
}

function messageFrom(header: Header, body: JsonObject): Message {
  return { header, body } as unknown as Message
}

function pathOf(pointer: string, type: MessageType): string {
  const [, part, ...steps] = pointer.split('/')
  const rest = ['', ...steps].join('/')
  if (part === 'header') return xpathIn(shapeOf('Header'), '/Message/Header', rest)
  if (part === 'body') return xpathIn(shapeOf(type), `/Message/Body/${elementOf(type)}`, rest)
  return '/Message'
}

function elementOfMessage({ header, body }: Message): Element {
  const head = elementOfRecord(shapeOf('Header'), 'Header', header as unknown as JsonObject)
  const content = elementOfRecord(shapeOf(header.type), elementOf(header.type), body as unknown as JsonObject)
  return parentOf(ROOT.name, [head, parentOf('Body', [content])], { Id: idOf(header) })
}

function idOf(header: Header): string {
  return `m-${header.messageId}`
}

function rootOf(tree: Tree): Element {
  if (tree.syntax !== 'xml') throw hubError('MEDIA_TYPE', { detail: 'This party is registered for XML.' })
  return tree.root
}
