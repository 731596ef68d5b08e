import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillFrom, treeOf } from '#adapters/golden.ts'
import { loadAdapters } from '#adapters/load.ts'
import { coverageOf } from '#core/mapping.ts'
import type { Message } from '#core/message.ts'
import { CHOREOGRAPHY } from '#schemas/choreography.ts'
import { MESSAGE_TYPES, type MessageType } from '#schemas/index.ts'
import { roundTrip } from '#test/dialects.ts'

const adapters = await loadAdapters()
const AGENCIES = ['az-sms', 'az-mfa', 'az-mia', 'az-sbs'] as const

function agency(name: (typeof AGENCIES)[number]) {
  const adapter = adapters.get(name)
  if (!adapter) throw new Error(`${name} has no adapter`)
  return adapter
}

const goldenOf = (name: string, type: MessageType): Message =>
  JSON.parse(readFileSync(new URL(`../../${name}/fixtures/${type}.full.json`, import.meta.url), 'utf8'))

test('the Migration Service takes part in every message type', () => {
  expect(agency('az-sms').dialect.types?.toSorted()).toEqual(MESSAGE_TYPES.toSorted())
})

test('what the agencies ask each other, every agency can ask and answer', () => {
  const internal = MESSAGE_TYPES.filter((type) => CHOREOGRAPHY[type].by === 'requested' && CHOREOGRAPHY[type].to === 'requested')
  expect(internal).toEqual(['verification-request', 'verification-result'])
  for (const name of AGENCIES) expect(agency(name).dialect.types).toEqual(expect.arrayContaining(internal))
})

test.each(AGENCIES)('%s has a place for every field', (name) => {
  expect(coverageOf(agency(name)).flatMap(({ notCarried }) => notCarried)).toEqual([])
})

test('a mission names itself in what it issues, in a place of its own', () => {
  const { dialect } = agency('az-mfa')
  expect(dialect.pathOf('/body/authority/name', 'travel-document-issued')).toBe(
    '/Mesaj/seyahetSenedininVerilmesi/numayendelik/numayendeliyinAdi',
  )
})

describe.each(['az-sms', 'az-mia'] as const)('towards %s the personal number', (name) => {
  const golden = goldenOf(name, 'verification-request')
  const numbered = (identifiers: readonly object[]): Message => {
    const { subject } = golden.body as unknown as { readonly subject: object }
    return { ...golden, body: { ...golden.body, subject: { ...subject, identifiers } } } as unknown as Message
  }
  const { dialect } = agency(name)
  const written = (message: Message) => new TextDecoder().decode(dialect.bytesOf(message))
  const FIN = { type: 'FIN', value: '5XK7T2Q', country: 'AZE' }

  test('has a field of its own, and is not among the others', () => {
    const bytes = written(numbered([FIN, { type: 'OTHER', value: 'B-17', country: 'DEU' }]))
    expect(bytes).toMatch(/"fin":"5XK7T2Q"|<fin>5XK7T2Q<\/fin>/)
    expect(bytes).toContain('B-17')
    expect(bytes).not.toMatch(/"nov":"FIN"|<nov>FIN</)
  })

  test.each([
    ['of another state', { ...FIN, country: 'GEO' }],
    ['of another length', { ...FIN, value: '5XK7T2' }],
    ['of another kind', { ...FIN, type: 'NATIONAL_NUMBER' }],
  ])('stands among the others when it is %s', (_, identifier) => {
    expect(written(numbered([identifier]))).not.toContain('fin')
  })

  test('comes back in its order, whatever the numbers are', () => {
    const identifier = fc.record({
      type: fc.constantFrom('FIN', 'OTHER'),
      value: fc.constantFrom('5XK7T2Q', '2BC9D4F', '5XK7T2'),
      country: fc.constantFrom('AZE', 'DEU'),
    })
    fc.assert(
      fc.property(fc.array(identifier, { minLength: 1, maxLength: 4 }), (identifiers) => {
        const message = numbered(identifiers)
        expect(roundTrip(agency(name), message, dialect.bytesOf(message))).toEqual({ message, issues: [] })
      }),
    )
  })
})

test('a personal number of another form is refused at its own path', () => {
  const bytes = readFileSync(new URL('../../az-mia/fixtures/refused/fin-of-six-characters.PAYLOAD_INVALID.xml', import.meta.url))
  const tree = treeOf(new Uint8Array(bytes), 'xml')
  const { dialect } = agency('az-mia')
  const { issues } = dialect.messageOf(tree, dialect.headerOf(tree, fillFrom(goldenOf('az-mia', 'verification-result'))))
  expect(issues).toEqual([
    {
      rule: 'pattern',
      path: '/Mesaj/yoxlamaNeticesi/netice[1]/sexs/fin',
      expected: 'seven capital letters and digits',
      hint: 'Nothing else is agreed here.',
    },
  ])
})
