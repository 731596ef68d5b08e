import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { treeOf } from '#adapters/golden.ts'
import { coverageOf } from '#core/mapping.ts'
import type { Message } from '#core/message.ts'
import { CHOREOGRAPHY } from '#schemas/choreography.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import adapter from './adapter.ts'

const { dialect } = adapter
const application: Message = JSON.parse(readFileSync(new URL('./fixtures/readmission-application.full.json', import.meta.url), 'utf8'))
const wireOf = (message: Message) => JSON.parse(new TextDecoder().decode(dialect.bytesOf(message)))

test('the Netherlands take part in every message type but those between the agencies of one state', () => {
  const isInternal = ({ by, to }: { readonly by: string; readonly to: string }) => by === 'requested' && to === 'requested'
  const expected = MESSAGE_TYPES.filter((type) => !isInternal(CHOREOGRAPHY[type]))
  expect(dialect.types?.toSorted()).toEqual(expected.toSorted())
})

test('every field of every body has a place', () => {
  expect(coverageOf(adapter).flatMap(({ notCarried }) => notCarried)).toEqual([])
})

test('every field of the head has a place, so that nonce and digest go from end to end', () => {
  const { header, body } = application
  const full = { ...header, inReplyTo: header.messageId, contentDigest: 'a'.repeat(64) }
  const tree = treeOf(dialect.bytesOf({ header: full, body }), 'json')
  expect(dialect.headerOf(tree, { nonce: () => 'the hub gives none' })).toEqual(full)
})

test('attributes beside the data are named in small letters and hold no objects or lists, as the profile for CloudEvents demands', () => {
  const { data: _, ...attributes } = wireOf({ ...application, header: { ...application.header, copyTo: ['az-mfa', 'nl'] } })
  expect(Object.keys(attributes).filter((name) => !/^[a-z0-9]{1,20}$/.test(name))).toEqual([])
  expect(Object.values(attributes).filter((value) => typeof value !== 'string')).toEqual([])
  expect(attributes.type).toMatch(/^nl\.[a-z]+\.[a-z-]+$/)
})

test('the Netherlands go by an OIN of 20 digits, the other parties by their id', () => {
  const { source, ontvanger, kopieaan } = wireOf({
    ...application,
    header: { ...application.header, from: 'nl', to: 'az-sms', copyTo: ['az-mfa', 'nl'] },
  })
  expect(source).toMatch(/^urn:nld:oin:\d{20}:systeem:[a-z]+$/)
  expect(ontvanger).toBe('urn:korpu:partij:az-sms')
  expect(kopieaan).toBe(`urn:korpu:partij:az-mfa ${source}`)
})

test.each([
  ['1988-03-21', { datum: '1988-03-21' }],
  ['1988-03', { jaarMaand: '1988-03' }],
  ['1988', { jaar: '1988' }],
])('of the birth date %s no more is said than is known', (birthDate, datum) => {
  const message = { ...application, body: { ...application.body, subject: { familyName: 'Əliyeva', nationalities: ['AZE'], birthDate } } }
  expect(wireOf(message as Message)).toMatchObject({ data: { persoon: { geboorte: { datum } } } })
})
