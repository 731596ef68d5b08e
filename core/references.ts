/** Case references: the numbers that authorities give their cases, by which operators look for them. They are kept as keyed hashes alone. */
import type { Message } from './message.ts'

/** Fields of bodies that hold one, whatever the type. */
const FIELDS = ['caseReference', 'applicationReference', 'replyReference', 'reference'] as const

export interface References {
  /** Ids of the cases in which a message has given it, at most 20. */
  find(reference: string): Promise<readonly string[]>
  /** Takes in the next of the messages that were accepted before references were kept. `done`: there are none, or not yet. */
  takeIn(now: Date): Promise<'more' | 'done'>
}

/** Those that a message gives, as they are compared. */
export function referencesOf({ body }: Pick<Message, 'body'>): readonly string[] {
  const given = body as Partial<Readonly<Record<(typeof FIELDS)[number], string>>>
  return [...new Set(FIELDS.flatMap((field) => (given[field] === undefined ? [] : [comparable(given[field])])))]
}

/** People write them with or without blanks, in capitals or not. */
export const comparable = (reference: string): string => reference.normalize('NFKC').replaceAll(/\s+/g, '').toUpperCase()
