/** What of a message an operator may see, and what for: the one way in which personal data reaches a screen. */
import { hash } from 'node:crypto'
import type { JsonValue, MessageType, PartyId } from '#core/message.ts'
import type { Body } from '#schemas/generated/types.ts'
import { type DataClass, dataClassesOf } from '#schemas/permitted-data.ts'
import type { Doing } from './accounts.ts'

export const PURPOSES = ['delivery-fault', 'partner-question', 'data-subject-request', 'legal-duty'] as const
export type Purpose = (typeof PURPOSES)[number]

/** In any 60 minutes, by one person. */
export const REVEALS_AN_HOUR = 10

export interface Wish {
  readonly messageId: string
  /** Ids are unique for each sender only. */
  readonly from: PartyId | undefined
  readonly purpose: Purpose
  readonly classes: readonly DataClass[]
}

export interface Bodies {
  /**
   * Audits who asks, for what, and counts it; when this answers, both are kept.
   * `hurried`: more than `REVEALS_AN_HOUR`, which is audited as well.
   */
  mayReveal(wish: Wish, doing: Doing): Promise<'yes' | 'hurried' | 'absent' | 'erased' | 'ambiguous'>
  /** The message in canonical form. */
  read(messageId: string, from: PartyId | undefined): Promise<{ readonly type: MessageType; readonly body: Body } | undefined>
}

/** A leaf of the body. Without `value` it stays hidden: of a class that was not asked for, or a picture, which is never shown. */
export interface Field {
  /** `children[0].birthDate` */
  readonly path: string
  readonly class: DataClass
  readonly value?: string | number | boolean
  /** Of a picture or another binary. */
  readonly binary?: { readonly bytes: number; readonly sha256: string }
}

/** The field that holds a binary in base64 (`blob` of the model). */
const BINARY = /(^|\.)content$/

/** All leaves of a body, in its order; those of the wanted classes with what they say. */
export function fieldsOf(type: MessageType, body: Body, wanted: readonly DataClass[]): readonly Field[] {
  const classes = dataClassesOf(type)
  return leaves(body as unknown as JsonValue, '').map(({ path, value }) => {
    // What nobody has given a class is treated as what must be hidden best.
    const name = classes.get(path.replaceAll(/\[\d+\]/g, '[]')) ?? 'consent'
    if (BINARY.test(path)) return { path, class: name, binary: binaryOf(String(value)) }
    return { path, class: name, ...(wanted.includes(name) && { value }) }
  })
}

interface Leaf {
  readonly path: string
  readonly value: string | number | boolean
}

function leaves(value: JsonValue, path: string): readonly Leaf[] {
  if (value === null) return []
  if (Array.isArray(value)) return (value as readonly JsonValue[]).flatMap((item, index) => leaves(item, `${path}[${index}]`))
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([name, member]) => leaves(member as JsonValue, path === '' ? name : `${path}.${name}`))
  }
  return [{ path, value }]
}

function binaryOf(base64: string): { readonly bytes: number; readonly sha256: string } {
  const bytes = Buffer.from(base64, 'base64')
  return { bytes: bytes.length, sha256: hash('sha256', bytes) }
}
