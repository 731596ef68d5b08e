/** Whether a value keeps the standard: the published schema, then what no schema can say in XSD and JSON alike (NFC, real calendar days). */
import type { Message } from './generated/types.ts'
import type { RecordShape, Shape } from './shape.ts'
import { type DocumentName, newestOf, VERSIONS, type Version, type Versions } from './versions.ts'

/** One fault. Never carries a value of the message. */
export interface Fault {
  readonly rule: Rule
  /** JSON Pointer (RFC 6901) into the value that was judged; names the parent where a member is unknown. */
  readonly pointer: string
  readonly expected: string
  readonly hint: string
}

/** `nfc` and `range` of a date lie beyond the schema: XSD and JSON Schema cannot both say them. */
type Rule = 'required' | 'unknown' | 'pattern' | 'code' | 'length' | 'range' | 'type' | 'count' | 'nfc'

type SchemaError = NonNullable<Version['validators']['Header']['errors']>[number]

const HINTS: { readonly [rule in Rule]: string } = {
  required: 'Add the member.',
  unknown: 'Remove the member that the schema does not know, or correct its name; names are case-sensitive.',
  pattern: 'Write it exactly as expected; an absent value is left out, never empty.',
  code: 'Use a code of the published list, in the same case.',
  length: 'Shorten it; length is counted in characters (code points).',
  range: 'Use a value within the range.',
  type: 'Use the JSON type that the schema names.',
  count: 'A list has at least one item and at most as many as the schema says; an empty list is left out.',
  nfc: 'Normalise the text to NFC before signing; the hub never changes text.',
}

const RULES: { readonly [keyword: string]: Rule } = {
  required: 'required',
  additionalProperties: 'unknown',
  pattern: 'pattern',
  enum: 'code',
  const: 'code',
  maxLength: 'length',
  minimum: 'range',
  maximum: 'range',
  type: 'type',
  minItems: 'count',
  maxItems: 'count',
}

/** Every fault of a header, receipt, problem or body; none if it is valid. Pointers are relative to `value`. */
export function faultsOf(name: DocumentName, value: unknown, version: Version = newestOf(VERSIONS)): readonly Fault[] {
  const shape = version.shapes[name]
  const validate = version.validators[name]
  const faults = validate(value) ? [] : (validate.errors ?? []).map((error) => faultFor(error, shape, version))
  beyondSchema(shape, value, '', faults)
  return faults
}

/**
 * Header and body together, by the version that the header names, or the first one; pointers start with `/header` and `/body`. Where the type is no known
 * one, only the header is judged.
 */
export function messageFaultsOf({ header, body }: Message, versions: Versions = VERSIONS): readonly Fault[] {
  const version = versions.find(({ number }) => number === header.version) ?? versions[0]
  const bodyFaults = Object.hasOwn(version.elements, header.type) ? faultsOf(header.type, body, version) : []
  return [
    ...faultsOf('Header', header, version).map((fault) => ({ ...fault, pointer: `/header${fault.pointer}` })),
    ...bodyFaults.map((fault) => ({ ...fault, pointer: `/body${fault.pointer}` })),
  ]
}

function faultFor({ keyword, instancePath, params }: SchemaError, shape: RecordShape, { expected }: Version): Fault {
  const rule = RULES[keyword]
  if (!rule) throw new Error(`the schema uses a keyword without a rule: ${keyword}`)
  const pointer = keyword === 'required' ? `${instancePath}/${String(params.missingProperty)}` : instancePath
  return { rule, pointer, expected: expectedAt(shape, pointer, rule, expected), hint: HINTS[rule] }
}

function expectedAt(shape: RecordShape, pointer: string, rule: Rule, expected: Version['expected']): string {
  const at = shapeAt(shape, pointer.split('/').slice(1))
  if (rule === 'unknown' && at?.kind === 'record') return `only the members ${at.fields.map((field) => field.name).join(', ')}`
  if (at?.kind === 'list') return 'a list of at least one item'
  if (at?.kind === 'record') return 'an object'
  return at ? (expected[at.type] ?? '') : ''
}

function shapeAt(shape: Shape, [step, ...rest]: readonly string[]): Shape | undefined {
  if (step === undefined) return shape
  if (shape.kind === 'list') return shapeAt(shape.shape, rest)
  const field = shape.kind === 'record' ? shape.fields.find((candidate) => candidate.name === step) : undefined
  return field && shapeAt(field.shape, rest)
}

/** Members that the schema does not know, and values of another type, are the schema's business and passed over here. */
function beyondSchema(shape: Shape, value: unknown, pointer: string, faults: Fault[]): void {
  if (shape.kind === 'list') {
    if (!Array.isArray(value)) return
    for (const [index, item] of value.entries()) beyondSchema(shape.shape, item, `${pointer}/${index}`, faults)
  } else if (shape.kind === 'record') {
    if (typeof value !== 'object' || value === null) return
    const members = value as { readonly [name: string]: unknown }
    for (const field of shape.fields) {
      if (Object.hasOwn(members, field.name)) beyondSchema(field.shape, members[field.name], `${pointer}/${field.name}`, faults)
    }
  } else if (typeof value === 'string') {
    if (FREE_TEXT.test(shape.type) && value.normalize('NFC') !== value) {
      faults.push({ rule: 'nfc', pointer, expected: 'text in Unicode normalisation form C', hint: HINTS.nfc })
    }
    if (DATED.has(shape.type) && !isCalendarDay(value)) {
      faults.push({ rule: 'range', pointer, expected: 'a day that exists', hint: HINTS.range })
    }
  }
}

/** All other types are ASCII by their pattern. */
const FREE_TEXT = /^(Text|Note)\d/
const DATED: ReadonlySet<string> = new Set(['DateTime', 'Date', 'PartialDate'])

/** True for everything that does not begin like a full date: that is for the pattern to refuse. */
function isCalendarDay(value: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(value) ?? []
  if (day === undefined) return true
  return Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
}
