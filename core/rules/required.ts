/** Whether the schema demands a leaf: the leaf and everything above it must be required. */
import type { MessageType } from '#core/message.ts'
import { type RecordShape, type Shape, shapeOf } from '#schemas/index.ts'

/** `pointer` is a JSON Pointer into the message, `/body/subject/familyName` or `/header/from`. */
export function isRequired(type: MessageType, pointer: string): boolean {
  const [, part, ...path] = pointer.split('/')
  return demanded(shapeOf(part === 'header' ? 'Header' : type), path)
}

function demanded(shape: Shape, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return true
  if (shape.kind === 'list') return demanded(shape.shape, rest)
  if (shape.kind !== 'record') return false
  const field = fieldOf(shape, name)
  return field?.required === true && demanded(field.shape, rest)
}

const fieldOf = (shape: RecordShape, name: string) => shape.fields.find((field) => field.name === name)
