/** Arbitrary values of the standard, built from the model; for tests only. */
import fc from 'fast-check'
import { NUMBERS, typeIn } from './generate/definitions.ts'
import type { Header, MessageOf, MessageType, Problem, Receipt } from './generated/types.ts'
import { BODIES } from './model/bodies.ts'
import { header } from './model/header.ts'
import { problem } from './model/problem.ts'
import { receipt } from './model/receipt.ts'
import type { Leaf, ListType, ModelType, RecordType } from './vocabulary.ts'

/** Characters that every party can process: those of Azerbaijani and some of others, and what XML and JSON must escape. */
export const LATIN = 'ƏəĞğIıİiŞşÇçÖöÜüQXaZz09Łßé\'"&<>]-./'
const ANY = `${LATIN}ЯяЂا漢\u0301😀`

/** A valid message of a type, in any version, its text made of these letters; the fields of its header are not made to fit each other. */
export function arbitraryMessage<T extends MessageType>(type: T, letters = ANY): fc.Arbitrary<MessageOf<T>> {
  return fc.constantFrom(...NUMBERS).chain((version) => {
    const head = (arbitraryOf(header, letters) as fc.Arbitrary<Header>).map((some) => ({ ...some, type, version }))
    const body = arbitraryOf(typeIn(version, BODIES[type]), letters)
    return fc.record({ header: head, body }, { noNullPrototype: true }) as fc.Arbitrary<MessageOf<T>>
  })
}

export const arbitraryReceipt = (): fc.Arbitrary<Receipt> => arbitraryOf(receipt) as fc.Arbitrary<Receipt>
export const arbitraryProblem = (): fc.Arbitrary<Problem> => arbitraryOf(problem) as fc.Arbitrary<Problem>

/** A valid value of any type of the vocabulary. */
function arbitraryOf(type: ModelType, letters = ANY): fc.Arbitrary<unknown> {
  if (type.facts.kind === 'record') return recordOf(type as RecordType, letters)
  if (type.facts.kind === 'list') return listOf(type as ListType, letters)
  return leafOf(type as Leaf, letters)
}

function recordOf(type: RecordType, letters: string): fc.Arbitrary<unknown> {
  const fields = Object.entries(type.properties).map(([name, field]) => [name, arbitraryOf(field as ModelType, letters)] as const)
  const model: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(fields)
  return fc.record(model, { requiredKeys: [...(type.required ?? [])], noNullPrototype: true })
}

/** Short lists: a message of the longest ones says no more. */
const listOf = (type: ListType, letters: string): fc.Arbitrary<unknown> =>
  fc.array(arbitraryOf(type.items, letters), { minLength: 1, maxLength: Math.min(type.maxItems, 3) })

const leaves = new Map<string, fc.Arbitrary<unknown>>()

/** Made once: fast-check spends a quarter of a second on the patterns of a header. */
function leafOf(type: Leaf, letters: string): fc.Arbitrary<unknown> {
  const { name } = type.facts
  const text = /^(Text|Note)/.exec(name)?.[0]
  const key = text ? `${name} of ${letters}` : name
  const known = leaves.get(key) ?? (text ? textOf(type.maxLength, SPACES[text] ?? [], letters) : newLeafOf(type))
  leaves.set(key, known)
  return known
}

function newLeafOf(type: Leaf): fc.Arbitrary<unknown> {
  const { kind, name, codes, pattern } = type.facts
  if (kind === 'boolean') return fc.boolean()
  if (kind === 'integer') return fc.integer({ min: 0, max: type.maximum })
  if (codes) return fc.constantFrom(...Object.keys(codes.codes))
  if (name.startsWith('Blob')) return fc.uint8Array({ minLength: 3, maxLength: 48 }).map((bytes) => Buffer.from(bytes).toString('base64'))
  if (name === 'DateTime') return moment.map((iso) => iso.replace('.000Z', 'Z'))
  if (name === 'Date') return moment.map((iso) => iso.slice(0, 10))
  if (name === 'PartialDate') return fc.tuple(moment, fc.constantFrom(4, 7, 10)).map(([iso, length]) => iso.slice(0, length))
  const limit = type.maxLength ?? Number.POSITIVE_INFINITY
  return fc.stringMatching(new RegExp(`^(${pattern})$`, 'u')).filter((value) => value.length <= limit)
}

const moment = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString())

const SPACES: Readonly<Record<string, readonly string[]>> = { Text: [' ', '  ', '\u00A0'], Note: [' ', '\n', '\u00A0'] }

/** Words with something between them; white space never at either end. NFC, and no longer than `max` code points. */
const textOf = (max: number, spaces: readonly string[], letters: string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.constantFrom(...spaces), fc.array(fc.constantFrom(...Array.from(letters)), { minLength: 1, maxLength: 8 })), {
      minLength: 1,
      maxLength: 4,
    })
    .map((words) => words.map(([space, letters], index) => (index === 0 ? '' : space) + letters.join('')).join(''))
    .map((words) => Array.from(words.normalize('NFC')).slice(0, max).join('').trim().normalize('NFC'))
