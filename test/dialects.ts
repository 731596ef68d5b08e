/** A message through the dialect of an adapter, and what of it is left. */
import { fillFrom, treeOf } from '#adapters/golden.ts'
import type { Adapter } from '#core/adapter.ts'
import type { JsonValue, Message } from '#core/message.ts'

/** As the adapter reads it from these bytes. */
export function roundTrip({ dialect }: Adapter, sent: Message, bytes: Uint8Array) {
  const tree = treeOf(bytes, dialect.syntax)
  const { message, issues } = dialect.messageOf(tree, dialect.headerOf(tree, fillFrom(sent)))
  // Where the dialect has no place for the digest, it does not come back.
  const { contentDigest } = sent.header
  const isLeftOut = contentDigest !== undefined && message.header.contentDigest === undefined
  return { message: isLeftOut ? { ...message, header: { ...message.header, contentDigest } } : message, issues }
}

/** JSON Pointers of the leaves of a value that stands at a pointer. */
export const pointersIn = (value: unknown, pointer: string): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, member]) => pointersIn(member, `${pointer}/${name}`))
    : [pointer]

/** JSON Pointers of the leaves of the body. */
export const leavesOfBody = (message: Message) => pointersIn(message.body, '/body')

/** `/body/children/1/birthDate` is the leaf `children[].birthDate`. */
export const leafOf = (pointer: string) => pointer.replace('/body/', '').replaceAll(/\/\d+/g, '[]').replaceAll('/', '.')

/** The message without some leaves, and without records of which nothing is left. */
export function without(message: Message, pointers: readonly string[]): Message {
  const kept = (value: JsonValue, pointer: string): JsonValue | undefined => {
    if (typeof value !== 'object' || value === null) return pointers.includes(pointer) ? undefined : value
    const members = Object.entries(value).map(([name, member]) => [name, kept(member, `${pointer}/${name}`)] as const)
    const rest = members.filter(([, member]) => member !== undefined)
    if (rest.length === 0) return undefined
    return Array.isArray(value) ? rest.map(([, member]) => member as JsonValue) : (Object.fromEntries(rest) as JsonValue)
  }
  const { header, body = {} } = kept(message as unknown as JsonValue, '') as unknown as Partial<Message> & Pick<Message, 'header'>
  return { header, body } as Message
}
