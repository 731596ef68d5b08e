import { describe, expect, test } from 'vitest'
import { HubError } from '#core/errors.ts'
import type { JsonObject, Tree } from '#core/message.ts'
import { canonicalJson } from './canonical-json.ts'
import { parseJson } from './json.ts'

const HEADER = {
  messageId: '0191f0a0-0000-7000-8000-000000000001',
  conversationId: '0191f0a0-0000-7000-8000-00000000000c',
  from: 'pl',
  to: 'az-sms',
  type: 'acknowledgement',
  version: '1.0',
  agreement: 'eu-az-2014',
  createdAt: '2026-11-21T10:00:00Z',
  nonce: 'AAECAwQFBgcICQoLDA0ODw',
}
const BODY = { receivedAt: '2026-11-21T09:00:00Z', caseReference: 'PL-7/2026', completeness: 'COMPLETE' }
const fill = { nonce: () => 'never asked for' }

const headerOf = (root: JsonObject) => canonicalJson.headerOf({ syntax: 'json', root }, fill)

function refusalOf(root: JsonObject): HubError {
  try {
    headerOf(root)
  } catch (error) {
    if (error instanceof HubError) return error
    throw error
  }
  throw new Error('was not refused')
}

test('what is written is read back', () => {
  const message = { header: HEADER, body: BODY } as Parameters<typeof canonicalJson.bytesOf>[0]
  const tree: Tree = { syntax: 'json', root: parseJson(canonicalJson.bytesOf(message)) }
  expect(canonicalJson.messageOf(tree, canonicalJson.headerOf(tree, fill))).toEqual({ message, issues: [] })
})

describe('the frame', () => {
  test.each([
    ['no header', { body: BODY }],
    ['no body', { header: HEADER }],
    ['a third member', { header: HEADER, body: BODY, signature: 'x' }],
    ['a list for a body', { header: HEADER, body: [] }],
    ['null for a header', { header: null, body: BODY }],
  ])('%s is refused', (_, root) => {
    expect(refusalOf(root)).toMatchObject({ code: 'PAYLOAD_INVALID', stage: 'envelope' })
  })
})

describe('the header', () => {
  test('faults carry pointers into the message; an unknown member names its parent', () => {
    const { nonce: _, ...header } = { ...HEADER, to: 'AZ', Əlavə: 'gizli' }
    const error = refusalOf({ header, body: BODY })
    expect(error.code).toBe('PAYLOAD_INVALID')
    expect(error.issues.map(({ rule, path }) => `${rule} ${path}`).toSorted()).toEqual([
      'pattern /header/to',
      'required /header/nonce',
      'unknown /header',
    ])
    expect(JSON.stringify(error.issues)).not.toMatch(/Əlavə|gizli/)
  })

  test('an unknown type and another version have codes of their own', () => {
    expect(refusalOf({ header: { ...HEADER, type: 'greeting' }, body: BODY }).code).toBe('TYPE_UNKNOWN')
    expect(refusalOf({ header: { ...HEADER, version: '1.9' }, body: BODY }).code).toBe('VERSION_UNSUPPORTED')
    expect(refusalOf({ header: { ...HEADER, type: null }, body: BODY }).code).toBe('PAYLOAD_INVALID')
  })
})

test('XML is not taken from a party that is registered for JSON', () => {
  const root = { name: 'Message', namespace: '', attributes: {}, children: [], text: '' }
  expect(() => canonicalJson.headerOf({ syntax: 'xml', root }, fill)).toThrow(expect.objectContaining({ code: 'MEDIA_TYPE' }))
})
