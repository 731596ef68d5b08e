/** What of a message is counted, read once, when it is accepted: the facts stay when its content is erased. */
import type { MessageType } from '#core/message.ts'
import { COUNTED_TYPES, type Said } from './recorded.ts'

/** The fields of bodies that statistics know, whatever the type. */
interface Countable {
  readonly personCategory?: string
  readonly decision?: string
  readonly outcome?: string
  readonly grounds?: readonly { readonly code: string }[]
  readonly persons?: readonly unknown[]
  readonly travellers?: readonly unknown[]
  readonly documents?: readonly unknown[]
}

/** `undefined` for a type on which no figure depends. */
export function saidOf(type: MessageType, body: object): Said | undefined {
  if (!COUNTED.has(type)) return undefined
  const { personCategory, decision, outcome, grounds = [], persons, travellers, documents }: Countable = body
  return {
    category: personCategory,
    code: decision ?? outcome,
    grounds: grounds.map(({ code }) => code),
    count: (persons ?? travellers ?? documents ?? []).length,
  }
}

const COUNTED: ReadonlySet<MessageType> = new Set(COUNTED_TYPES)
