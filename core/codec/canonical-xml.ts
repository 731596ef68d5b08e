/** The message standard in XML, as a dialect (contract, section 2). */
import type { Dialect } from '#core/adapter.ts'
import { hubError, type Issue } from '#core/errors.ts'
import type { Element, Header, JsonObject, Message, MessageType, Tree } from '#core/message.ts'
import { NAMESPACE, newestOf, VERSIONS, type Version, type Versions } from '#schemas/index.ts'
import { headerFrom } from './header.ts'
import { elementOfRecord, parentOf, recordOfElement, xpathIn } from './xml-records.ts'
import { xmlBytesOf } from './xml-writer.ts'

const ROOT = { name: 'Message', namespace: NAMESPACE } as const

export const canonicalXml = xmlIn(VERSIONS)

/** With these versions of the standard: read and written with the newest, which has room for all that the others say. */
export function xmlIn(versions: Versions): Dialect {
  const newest = newestOf(versions)
  return {
    name: 'xml',
    syntax: 'xml',
    root: ROOT,
    types: undefined,
    headerOf: (tree) => headerOf(tree, newest, versions),
    messageOf: (tree, header) => messageOf(tree, header, newest),
    pathOf: (pointer, type) => pathOf(pointer, type, newest),
    bytesOf: (message) => xmlBytesOf(elementOfMessage(message, newest)),
    lossOf: () => [],
  }
}

function headerOf(tree: Tree, { shapes }: Version, versions: Versions): Header {
  const root = rootOf(tree)
  const [head] = root.children
  if (!head || !hasFrame(root)) throw hubError('PAYLOAD_INVALID', { stage: 'envelope', issues: [FRAME] })
  const { value, issues } = recordOfElement(shapes.Header, head, '/Message/Header')
  const at = (pointer: string) => xpathIn(shapes.Header, '/Message/Header', pointer.slice('/header'.length))
  const header = headerFrom(value, issues, at, versions)
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

function messageOf(
  tree: Tree,
  header: Header,
  { elements, shapes }: Version,
): { readonly message: Message; readonly issues: readonly Issue[] } {
  const name = elements[header.type]
  const content = soleChildOf(rootOf(tree).children[1], name)
  if (!content) {
    const hint = 'Body has exactly one child, named after the type, and no attributes.'
    return { message: messageFrom(header, {}), issues: [{ rule: 'required', path: '/Message/Body', expected: name, hint }] }
  }
  const { value, issues } = recordOfElement(shapes[header.type], content, `/Message/Body/${name}`)
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

function pathOf(pointer: string, type: MessageType, { elements, shapes }: Version): string {
  const [, part, ...steps] = pointer.split('/')
  const rest = ['', ...steps].join('/')
  if (part === 'header') return xpathIn(shapes.Header, '/Message/Header', rest)
  if (part === 'body') return xpathIn(shapes[type], `/Message/Body/${elements[type]}`, rest)
  return '/Message'
}

function elementOfMessage({ header, body }: Message, { elements, shapes }: Version): Element {
  const head = elementOfRecord(shapes.Header, 'Header', header as unknown as JsonObject)
  const content = elementOfRecord(shapes[header.type], elements[header.type], body as unknown as JsonObject)
  return parentOf(ROOT.name, [head, parentOf('Body', [content])], { Id: idOf(header) })
}

function idOf(header: Header): string {
  return `m-${header.messageId}`
}

function rootOf(tree: Tree): Element {
  if (tree.syntax !== 'xml') throw hubError('MEDIA_TYPE', { detail: 'This party is registered for XML.' })
  return tree.root
}
