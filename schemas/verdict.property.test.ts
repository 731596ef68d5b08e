/** The published XSD and the published JSON Schema give the same verdict on everything that both syntaxes can say. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { registerSchema, validate } from '@hyperjump/json-schema/draft-2020-12'
import fc from 'fast-check'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { afterAll, describe, expect, test } from 'vitest'
import { LONG_TIMEOUT_MS, runs } from '#test/long.ts'
import { arbitraryMessage, arbitraryProblem, arbitraryReceipt } from './arbitrary.ts'
import { VALIDATORS } from './generated/validators.js'
import { elementOf, MESSAGE_TYPES, type Message, NAMESPACE, type Shape, shapeOf } from './index.ts'

/** Twenty thousand changed bodies in all in the long run. */
const RUNS = runs(30, Math.ceil(20_000 / MESSAGE_TYPES.length))
/** The other validator is slow. */
const PEER_RUNS = runs(3, 100)
/** Not multiplied by the message types. */
const HEADERS = runs(40, 500)
const STATEMENTS = runs(150, 2000)

const published = (name: string) => readFileSync(join(import.meta.dirname, 'published', name), 'utf8')
const schema = XmlDocument.fromString(published('message-1.xsd'))
const xsd = XsdValidator.fromDoc(schema)
registerSchema(JSON.parse(published('message-1.schema.json')), NAMESPACE)
afterAll(() => {
  xsd.dispose()
  schema.dispose()
})

// --- One value in both syntaxes -------------------------------------------------------------------------------------

type Members = { [name: string]: unknown }

/** Members that the schema does not know come last. */
function xmlOf(element: string, value: unknown, shape: Shape): string {
  if (shape.kind === 'list') return wrapped(element, (value as unknown[]).map((item) => xmlOf(shape.item, item, shape.shape)).join(''))
  if (shape.kind !== 'record') return wrapped(element, escaped(String(value)))
  const members = value as Members
  const known = shape.fields.flatMap((field) => (field.name in members ? [xmlOf(field.element, members[field.name], field.shape)] : []))
  const unknown = Object.keys(members).filter((name) => !shape.fields.some((field) => field.name === name))
  return wrapped(element, [...known, ...unknown.map((name) => wrapped(name, 'x'))].join(''))
}

const wrapped = (element: string, inside: string): string => `<${element}>${inside}</${element}>`
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')

const inNamespace = (xml: string): string => xml.replace('>', ` xmlns="${NAMESPACE}">`)

function messageXml({ header, body }: Message): string {
  const content = xmlOf('Header', header, shapeOf('Header')) + wrapped('Body', xmlOf(elementOf(header.type), body, shapeOf(header.type)))
  return inNamespace(wrapped('Message', content)).replace('>', ` Id="m-01a1f82f-1e80-7a8f-a560-e82076fc01fe">`)
}

/** What is not XML at all (control characters) is not valid. */
function validXml(text: string): boolean {
  let document: XmlDocument | undefined
  try {
    document = XmlDocument.fromString(text)
    xsd.validate(document)
    return true
  } catch {
    return false
  } finally {
    document?.dispose()
  }
}

const validMessage = ({ header, body }: Message): boolean => VALIDATORS.Header(header) && VALIDATORS[header.type](body)

// --- Changes ----------------------------------------------------------------------------------------------------------

const SPELLINGS: readonly ((text: string) => string)[] = [
  (text) => ` ${text}`,
  (text) => `${text} `,
  (text) => `${text}\n`,
  (text) => `\u00A0${text}`,
  (text) => text.replace(/.$/u, '\t$&'),
  (text) => text.replace(/.$/u, '\r$&'),
  (text) => text.replace(/.$/u, ' \n$&'),
  () => '',
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.replace('T', ' '),
  (text) => text.replace('Z', '+04:00'),
  (text) => text.replace('Z', ''),
  (text) => `${text}Z`,
  (text) => `urn:uuid:${text}`,
  (text) => text.replaceAll('0', '٠'),
  (text) => text.replace(/\d/, '9'),
  (text) => text.slice(1),
  (text) => `${text}${text}`,
  (text) => text.padEnd(4001, 'Ə'),
  (text) => `${text}\u0001`,
  (text) => `${text}\uFFFE`,
  (text) => `\uFEFF${text}`,
  (text) => `${text}😀`,
]

interface Change {
  readonly at: number
  readonly how: number
}
const arbitraryChange: fc.Arbitrary<Change> = fc.record({ at: fc.nat(), how: fc.nat() })

/** Changes one place of a value; which places there are, and how each may change, follows from its shape. */
function changed<T>(value: T, shape: Shape, { at, how }: Change): T {
  const copy = structuredClone(value)
  const places = placesOf(copy, shape, () => undefined)
  places[at % places.length]?.(how)
  return copy
}

type Place = (how: number) => void

function placesOf(value: unknown, shape: Shape, replace: (by: unknown) => void): readonly Place[] {
  if (shape.kind === 'list') {
    const items = value as unknown[]
    const inner = items.flatMap((item, index) => placesOf(item, shape.shape, (by) => items.splice(index, 1, by)))
    return [
      (how) => (how % 2 === 0 ? items.splice(0) : items.push(...Array.from({ length: 60 }, () => structuredClone(items[0])))),
      ...inner,
    ]
  }
  if (shape.kind === 'record') {
    const members = value as Members
    const present = shape.fields.filter((field) => field.name in members)
    const inner = present.flatMap((field) => placesOf(members[field.name], field.shape, (by) => (members[field.name] = by)))
    const remove: Place = (how) => delete members[present[how % present.length]?.name ?? '']
    const add: Place = () => (members.Unknown = 'x')
    return [remove, add, ...inner]
  }
  if (shape.kind === 'integer') return [(how) => replace([-1, 10 ** 10, 1.5, 0, 7][how % 5])]
  if (shape.kind === 'boolean') return []
  return [(how) => replace(SPELLINGS[how % SPELLINGS.length]?.(String(value)))]
}

// --- The properties ---------------------------------------------------------------------------------------------------

const tally = { valid: 0, invalid: 0 }

describe.each(MESSAGE_TYPES.map((type) => ({ type })))('$type', { timeout: LONG_TIMEOUT_MS }, ({ type }) => {
  const messages: fc.Arbitrary<Message> = arbitraryMessage(type)

  test('what the model makes is valid in XML and in JSON', async () => {
    await fc.assert(
      fc.asyncProperty(messages, async (message) => {
        expect(validMessage(message)).toBe(true)
        expect(validXml(messageXml(message))).toBe(true)
        expect((await validate(NAMESPACE, message as never)).valid).toBe(true)
      }),
      { numRuns: PEER_RUNS },
    )
  })

  test('a changed body is valid in both or in neither', () => {
    fc.assert(
      fc.property(messages, arbitraryChange, ({ header, body }, change) => {
        const message = { header, body: changed(body, shapeOf(type), change) }
        const valid = validMessage(message)
        tally[valid ? 'valid' : 'invalid'] += 1
        expect(validXml(messageXml(message))).toBe(valid)
      }),
      { numRuns: RUNS },
    )
  })
})

test('a changed header is valid for both JSON Schema validators and in XML, or for none', { timeout: LONG_TIMEOUT_MS }, async () => {
  // Without its type nothing says which body the XML must have.
  const header = { ...shapeOf('Header'), fields: shapeOf('Header').fields.filter(({ name }) => name !== 'type') }
  await fc.assert(
    fc.asyncProperty(arbitraryMessage('delivery-notice'), arbitraryChange, async (message, change) => {
      const { type, ...rest } = message.header
      const other: Message = { ...message, header: { ...changed(rest, header, change), type } }
      const valid = validMessage(other)
      expect(validXml(messageXml(other))).toBe(valid)
      expect((await validate(NAMESPACE, other as never)).valid).toBe(valid)
    }),
    { numRuns: HEADERS },
  )
})

test.each([
  ['Receipt', arbitraryReceipt()],
  ['Problem', arbitraryProblem()],
] as const)('a %s is valid in both, and when it is changed in both or in neither', (name, statements: fc.Arbitrary<unknown>) => {
  const shape = shapeOf(name)
  const bothSay = (value: unknown) => ({ json: VALIDATORS[name](value), xml: validXml(inNamespace(xmlOf(name, value, shape))) })
  fc.assert(
    fc.property(statements, arbitraryChange, (statement, change) => {
      expect(bothSay(statement)).toEqual({ json: true, xml: true })
      const { json, xml } = bothSay(changed(statement, shape, change))
      expect(xml).toBe(json)
    }),
    { numRuns: STATEMENTS },
  )
})

test('the changes make both valid and invalid messages', () => {
  expect(Math.min(tally.valid, tally.invalid)).toBeGreaterThan(MESSAGE_TYPES.length * RUNS * 0.1)
})
