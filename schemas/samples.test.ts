import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { registerSchema, validate } from '@hyperjump/json-schema/draft-2020-12'
import { beforeAll, describe, expect, test } from 'vitest'
import { contentDigestOf } from '#core/codec/jcs.ts'
import { alone, verdictOf } from '#core/rules/agreement.ts'
import { describeWithTool, run } from '#test/peers/tool.ts'
import { faultsOf, leavesOf, MESSAGE_TYPES, type Message, messageFaultsOf, NAMESPACE } from './index.ts'

const PUBLISHED = join(import.meta.dirname, 'published')
const read = (name: string) => JSON.parse(readFileSync(join(PUBLISHED, name), 'utf8'))
const sampleOf = (type: string, size: string): Message => read(`samples/${type}.${size}.json`)
const faults = (message: Message) => verdictOf(message, alone(message)).faults.length
const samples = MESSAGE_TYPES.flatMap((type) => ['small', 'full'].map((size) => ({ type, size, message: sampleOf(type, size) })))

describe.each(samples)('the $size $type', ({ type, size, message }) => {
  test('is valid', () => expect(messageFaultsOf(message)).toEqual([]))
  test('has the type that its file says', () => expect(message.header.type).toBe(type))

  if (size === 'small') {
    test('has nothing that could be left out of its body: either the schema or a rule demands it', () => {
      const isGood = (body: object) => faultsOf(type, body).length === 0 && faults({ ...message, body } as Message) === 0
      const needless = Object.keys(message.body).filter((name) => isGood(without(message.body, name)))
      expect(needless).toEqual([])
    })
  } else {
    test('has every field', () => expect(leavesOf(type).filter((leaf) => valuesAt(message.body, leaf.split('.')).length === 0)).toEqual([]))
    test('names the content digest that the hub computes', () => expect(message.header.contentDigest).toBe(contentDigestOf(message)))
  }
})

const without = (body: object, name: string): object => Object.fromEntries(Object.entries(body).filter(([other]) => other !== name))

/** Everything that stands at a leaf path; `name[]` walks every item. */
function valuesAt(value: unknown, [step, ...rest]: readonly string[]): readonly unknown[] {
  if (step === undefined) return [value]
  const inner = (value as Readonly<Record<string, unknown>>)[step.replace('[]', '')]
  if (inner === undefined) return []
  return step.endsWith('[]') ? (inner as readonly unknown[]).flatMap((item) => valuesAt(item, rest)) : valuesAt(inner, rest)
}

describe('a JSON Schema validator that we did not write', () => {
  beforeAll(() => registerSchema(read('message-1.schema.json'), NAMESPACE))
  const valid = async (value: unknown) => (await validate(NAMESPACE, value as never)).valid

  test.each(samples)('takes the $size $type', async ({ message }) => expect(await valid(message)).toBe(true))

  test('refuses the body of another type', async () => {
    const { header } = sampleOf('acknowledgement', 'small')
    expect(await valid({ header, body: sampleOf('readmission-reply', 'small').body })).toBe(false)
    expect(await valid({ header: { ...header, type: 'laissez-passer' }, body: {} })).toBe(false)
    expect(await valid({ header })).toBe(false)
  })
})

describeWithTool(['xmllint', '--version'], 'xmllint', () => {
  const xmllint = (...files: readonly string[]) => run('xmllint', '--noout', '--schema', join(PUBLISHED, 'message-1.xsd'), ...files)
  const file = (type: string, size: string) => join(PUBLISHED, 'samples', `${type}.${size}.xml`)

  test('takes every sample', () => {
    const { code, said } = xmllint(...samples.map(({ type, size }) => file(type, size)))
    expect({ code, faults: said.split('\n').filter((line) => line !== '' && !line.endsWith(' validates')) }).toEqual({
      code: 0,
      faults: [],
    })
  })

  test('refuses a file that is no message', () => expect(xmllint(join(PUBLISHED, 'message-1.xsd')).code).not.toBe(0))
})
