/** The message standard, as the rest of the house sees it. */
import type { MessageType } from './generated/types.ts'
import type { RecordShape, Shape } from './shape.ts'
import { type DocumentName, newestOf, VERSIONS } from './versions.ts'

export type { BodyByType, Header, Message, MessageType } from './generated/types.ts'
export type { RecordShape, Shape } from './shape.ts'
export { type Fault, faultsOf, messageFaultsOf } from './validate.ts'
export { type DocumentName, FIRST_VERSION, newestOf, VERSIONS, type Version, type Versions } from './versions.ts'

export const NAMESPACE = 'urn:korpu:message:1'

/** What follows is that of the newest version. */
const { elements, shapes } = newestOf(VERSIONS)

export const MESSAGE_TYPES = Object.keys(elements) as readonly MessageType[]

/** The one child of `Body`, e.g. `ReadmissionApplication`. */
export const elementOf = (type: MessageType): string => elements[type]

export const shapeOf = (name: DocumentName): RecordShape => shapes[name]

/** Every leaf of a body, in the order of the schema, e.g. `subject.familyName`, `children[].birthDate`. */
export const leavesOf = (type: MessageType): readonly string[] => leavesBelow(shapes[type], '')

function leavesBelow(shape: Shape, path: string): readonly string[] {
  if (shape.kind === 'list') return leavesBelow(shape.shape, `${path}[]`)
  if (shape.kind !== 'record') return [path]
  return shape.fields.flatMap((field) => leavesBelow(field.shape, path === '' ? field.name : `${path}.${field.name}`))
}
