/** Whether a message still holds without what gets lost on the way: what a record demands may be missing only together with the whole record. */
import type { JsonValue, Message } from '#core/message.ts'
import { type Shape, shapeOf } from '#schemas/index.ts'

/** Of the leaves that get lost (JSON Pointers into the message), those without which the rest would break the schema. */
export function missedOf({ header, body }: Message, lost: readonly string[]): readonly string[] {
  const parts = [
    ['/header', shapeOf('Header'), header],
    ['/body', shapeOf(header.type), body],
  ] as const
  return parts.flatMap(([pointer, shape, value]) => {
    const { arrives, missed } = restOf(shape, value as unknown as JsonValue, pointer, lost)
    return arrives ? missed : lostBelow(pointer, lost)
  })
}

interface Rest {
  /** Whether anything of it arrives. */
  readonly arrives: boolean
  readonly missed: readonly string[]
}

function restOf(shape: Shape, value: JsonValue, pointer: string, lost: readonly string[]): Rest {
  if (typeof value !== 'object' || value === null) return { arrives: !lost.includes(pointer), missed: [] }
  const members = Object.entries(value).map(([name, member]) => {
    const field = fieldOf(shape, name)
    const there = `${pointer}/${name}`
    const { arrives, missed } = restOf(field.shape, member, there, lost)
    return { arrives, missed: !arrives && field.required ? lostBelow(there, lost) : missed }
  })
  const arrives = members.some((member) => member.arrives)
  return { arrives, missed: arrives ? members.flatMap(({ missed }) => missed) : [] }
}

/** No single item of a list is demanded. */
function fieldOf(shape: Shape, name: string): { readonly shape: Shape; readonly required: boolean } {
  if (shape.kind === 'list') return { shape: shape.shape, required: false }
  const field = shape.kind === 'record' ? shape.fields.find((one) => one.name === name) : undefined
  return field ?? { shape, required: false }
}

const lostBelow = (pointer: string, lost: readonly string[]) => lost.filter((one) => one === pointer || one.startsWith(`${pointer}/`))
