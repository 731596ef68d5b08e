/** The attachments that a message names, wherever its type has room for them. */
import type { Message } from '#core/message.ts'
import { type RecordShape, type Shape, shapeOf } from '#schemas/index.ts'

export interface NamedAttachment {
  /** JSON Pointer of the block in the message, e.g. `/body/evidence/0/attachments/1`. */
  readonly pointer: string
  readonly digest: string
  readonly size: number
  readonly mediaType: string
}

/** In the order of the schema. The message must be valid. */
export function attachmentsNamedBy(message: Message): readonly NamedAttachment[] {
  return [...namedBelow(shapeOf(message.header.type), message.body, '/body')]
}

function* namedBelow(shape: Shape, value: unknown, pointer: string): Generator<NamedAttachment> {
  if (value === undefined) return
  if (shape.kind === 'list') {
    for (const [index, item] of (value as readonly unknown[]).entries()) yield* namedBelow(shape.shape, item, `${pointer}/${index}`)
  }
  if (shape.kind !== 'record') return
  if (isAttachment(shape)) yield { pointer, ...(value as Omit<NamedAttachment, 'pointer'>) }
  const fields = value as Readonly<Record<string, unknown>>
  for (const field of shape.fields) yield* namedBelow(field.shape, fields[field.name], `${pointer}/${field.name}`)
}

/** The block `Attachment` of the model, by what it is made of. */
const ATTACHMENT: readonly (readonly [field: string, type: string])[] = [
  ['digest', 'Digest'],
  ['size', 'Integer9'],
  ['mediaType', 'MediaType'],
]

function isAttachment({ fields }: RecordShape): boolean {
  return ATTACHMENT.every(([name, type]) =>
    fields.some(({ shape, ...field }) => field.name === name && shape.kind !== 'list' && shape.kind !== 'record' && shape.type === type),
  )
}
