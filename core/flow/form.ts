/** A message in the version that a party takes. What an older version cannot carry is left out and listed; nothing is dropped in silence. */
import type { PartyRecord } from '#core/directory.ts'
import { hubError } from '#core/errors.ts'
import type { Hub } from '#core/hub.ts'
import type { Header, JsonObject, JsonValue, Message } from '#core/message.ts'
import { faultsOf, type Shape, type Version } from '#schemas/index.ts'

export interface Form {
  /** Undefined when the version does not know the type, or cannot carry what the body must have. */
  readonly message: Message | undefined
  /** JSON Pointers of what was left out, into the message as it was sent. */
  readonly lost: readonly string[]
}

/** A message of this version or an older one goes to the party as it is: the version carries it. */
export function formFor(hub: Hub, { version }: PartyRecord, message: Message): Form {
  const rankOf = (number: string): number => hub.versions.findIndex((one) => one.number === number)
  const taken = hub.versions[rankOf(version)]
  if (!taken) throw hubError('INTERNAL', { detail: 'The party is registered with a version that this hub does not have.' })
  return rankOf(message.header.version) <= rankOf(version) ? { message, lost: [] } : formIn(taken, message)
}

function formIn(version: Version, { header, body }: Message): Form {
  if (!Object.hasOwn(version.elements, header.type)) return { message: undefined, lost: [] }
  const lost: string[] = []
  const head = partIn(version, 'Header', { ...header, version: version.number } as unknown as JsonObject, '/header', lost)
  const content = partIn(version, header.type, body as unknown as JsonObject, '/body', lost)
  if (head === undefined || content === undefined) return { message: undefined, lost }
  return { message: { header: head, body: content } as unknown as Message, lost }
}

function partIn(version: Version, name: 'Header' | Header['type'], value: JsonObject, at: string, lost: string[]): JsonValue | undefined {
  const faults = faultsOf(name, value, version).filter(({ rule }) => rule !== 'unknown')
  const refused = new Set(faults.map(({ pointer }) => `${at}${pointer}`))
  return within(value, version.shapes[name], at, refused, lost)
}

/** What is left of a value; undefined when nothing is. A record goes with a member that it must have, a list with its last item. */
function carried(value: JsonValue, shape: Shape, at: string, refused: ReadonlySet<string>, lost: string[]): JsonValue | undefined {
  const left = refused.has(at) ? undefined : within(value, shape, at, refused, lost)
  if (left === undefined) lost.push(at)
  return left
}

function within(value: JsonValue, shape: Shape, at: string, refused: ReadonlySet<string>, lost: string[]): JsonValue | undefined {
  if (shape.kind === 'list') {
    const items = (value as readonly JsonValue[])
      .map((item, index) => carried(item, shape.shape, `${at}/${index}`, refused, lost))
      .filter((item) => item !== undefined)
    return items.length > 0 ? items : undefined
  }
  if (shape.kind !== 'record') return value
  const known = new Map(shape.fields.map((field) => [field.name, field]))
  const members: Record<string, JsonValue> = {}
  for (const [name, member] of Object.entries(value as JsonObject)) {
    const field = known.get(name)
    const left = field && carried(member, field.shape, `${at}/${name}`, refused, lost)
    if (left !== undefined) members[name] = left
    else if (!field) lost.push(`${at}/${name}`)
    else if (field.required) return undefined
  }
  return members
}
