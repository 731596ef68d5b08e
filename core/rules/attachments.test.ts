import { expect, test } from 'vitest'
import type { Message } from '#core/message.ts'
import { leavesOf, MESSAGE_TYPES } from '#schemas/index.ts'
import { copyOf } from '#schemas/samples/cast.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { attachmentsNamedBy } from './attachments.ts'

/** As the schema tells it: `evidence[].attachments[]`. */
const placesOf = (type: Message['header']['type']): readonly string[] =>
  leavesOf(type)
    .filter((leaf) => leaf.endsWith('[].mediaType'))
    .map((leaf) => leaf.slice(0, leaf.lastIndexOf('.')))

const withPlaces = MESSAGE_TYPES.filter((type) => placesOf(type).length > 0)

test('many message types have room for attachments', () => {
  expect(withPlaces.length).toBeGreaterThanOrEqual(8)
  expect(placesOf('readmission-application')).toContain('evidence[].attachments[]')
})

test.each(withPlaces)('those of %s are found wherever the full sample has them, with their place', (type) => {
  const { header, body } = sampleOf(type, 'full')
  const found = attachmentsNamedBy({ header, body } as Message)
  const places = found.map(({ pointer }) => pointer.slice('/body/'.length).replaceAll(/\/\d+/g, '[]').replaceAll('/', '.'))
  expect([...new Set(places)].toSorted()).toEqual(placesOf(type).toSorted())
  for (const { pointer, ...named } of found) expect(named).toEqual(at({ header, body }, pointer))
})

test('a message without room for any names none', () => {
  expect(attachmentsNamedBy(sampleOf('acknowledgement', 'full') as Message)).toEqual([])
})

test('every item of every list is found, also the same one twice', () => {
  const { header, body } = sampleOf('readmission-application', 'small')
  const evidence = [{ code: 'P01' }, { code: 'P01', attachments: [copyOf('Birinci'), copyOf('İkinci')] }]
  const found = attachmentsNamedBy({ header, body: { ...body, evidence } } as Message)
  expect(found.map(({ pointer }) => pointer)).toEqual(['/body/evidence/1/attachments/0', '/body/evidence/1/attachments/1'])
})

const at = (value: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce((inside, name) => (inside as Record<string, unknown>)[name], value)
