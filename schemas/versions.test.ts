/** What is published stays what it is: a minor version only adds. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { faultsOf, MESSAGE_TYPES, messageFaultsOf, VERSIONS } from './index.ts'
import { sampleOf } from './samples/messages.ts'

const [first] = VERSIONS
const SAMPLES = MESSAGE_TYPES.flatMap((type) => (['small', 'full'] as const).map((size) => sampleOf(type, size)))

/** Without words, which may be mended. */
function judging(number: string): string {
  const schema = readFileSync(`schemas/published/message-${number}.schema.json`, 'utf8')
  const said = JSON.parse(schema, (key, value) =>
    ['description', 'title', '$id'].includes(key) && typeof value === 'string' ? undefined : value,
  )
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

test('version 1.0 judges as on the day on which it was published', () => {
  expect(judging('1.0')).toBe('517ab09cc160c92c6ce7de5fd6e7dc8ae942300af34c7ecd125460880627a869')
})

test('a version carries all that the one before it does', () => {
  for (const { header, body } of SAMPLES.filter((sample) => sample.header.version === first.number)) {
    for (const { number } of VERSIONS) {
      const version = number as typeof header.version
      expect(messageFaultsOf({ header: { ...header, version }, body })).toEqual([])
    }
  }
})

test('a sample names the oldest version that carries it', () => {
  const newer = SAMPLES.filter(({ header }) => header.version !== first.number)
  expect(newer).toHaveLength(7)
  for (const { header, body } of newer) {
    expect(messageFaultsOf({ header, body })).toEqual([])
    expect(faultsOf(header.type, body, first)).toMatchObject([{ rule: 'unknown' }])
  }
})
