/** Every place of a message's body at which something stands, with what the schema says about it. */
import type { Message, MessageType } from '#core/message.ts'
import { leavesOf, MESSAGE_TYPES, type Shape, shapeOf } from '#schemas/index.ts'

export interface Place {
  /** JSON Pointer into the message. */
  readonly pointer: string
  /** The same without numbers, as `leavesOf` has it. */
  readonly leaf: string
  /** Of the field; items of a list have the name of the list. */
  readonly name: string
  readonly shape: Shape
  readonly value: unknown
}

export function placesIn({ header, body }: Message): Generator<Place> {
  return below({ pointer: '/body', leaf: '', name: 'body', shape: shapeOf(header.type), value: body })
}

function* below(place: Place): Generator<Place> {
  yield place
  const { pointer, leaf, name, shape, value } = place
  if (shape.kind === 'list') {
    for (const [index, item] of (value as readonly unknown[]).entries()) {
      yield* below({ pointer: `${pointer}/${index}`, leaf: `${leaf}[]`, name, shape: shape.shape, value: item })
    }
  } else if (shape.kind === 'record') {
    for (const field of shape.fields) {
      const inner = (value as Readonly<Record<string, unknown>>)[field.name]
      if (inner === undefined) continue
      const at = { pointer: `${pointer}/${field.name}`, leaf: leaf === '' ? field.name : `${leaf}.${field.name}`, name: field.name }
      yield* below({ ...at, shape: field.shape, value: inner })
    }
  }
}

/** The types of which some body has a field of this name, at any depth. */
export const typesWith = (name: string): readonly MessageType[] =>
  MESSAGE_TYPES.filter((type) => leavesOf(type).some((leaf) => leaf.split('.').at(-1)?.replace('[]', '') === name))
