import { describe, expect, test } from 'vitest'
import { HubError } from '#core/errors.ts'
import { parseJson } from './json.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const parse = (text: string) => parseJson(bytes(text))

function refusal(input: string | Uint8Array): HubError {
  try {
    parseJson(typeof input === 'string' ? bytes(input) : input)
  } catch (error) {
    if (error instanceof HubError) return error
    throw error
  }
  throw new Error('was not refused')
}

describe('what is taken', () => {
  test('a message with Azerbaijani letters, escapes, lists and integers comes out as JSON.parse reads it', () => {
    const text = '{ "ad":"Əliyeva Günəş Şıxəli qızı","n":[0,-7,9007199254740991],"x":{"a\\"b":"\\u0259\\\\","y":[true,false,{}]} }'
    expect(parse(text)).toEqual(JSON.parse(text))
  })

  test('the same name in different objects is not a duplicate, nor is a string value equal to a name', () => {
    expect(parse('{"a":{"a":1},"b":[{"a":"a"},{"a":2}]}')).toEqual({ a: { a: 1 }, b: [{ a: 'a' }, { a: 2 }] })
  })

  test('brackets, colons, digits and quotes inside strings are only text', () => {
    expect(parse('{"a":"}{][:1.5e3,\\"a\\":2","b\\\\":"\\\\\\""}')).toEqual({ a: '}{][:1.5e3,"a":2', 'b\\': '\\"' })
  })

  test('a null is left to the schema', () => {
    expect(parse('{"a":null}')).toEqual({ a: null })
  })

  test('a member named __proto__ is a member and changes no prototype', () => {
    const value = parse('{"__proto__":{"polluted":true}}')
    expect(Object.keys(value)).toEqual(['__proto__'])
    expect('polluted' in {}).toBe(false)
  })

  test('64 levels are taken', () => {
    expect(() => parse(`{"a":${'['.repeat(63)}${']'.repeat(63)}}`)).not.toThrow()
  })
})

describe('what is refused as PAYLOAD_MALFORMED', () => {
  test.each([
    ['a repeated name', '{"a":1,"a":2}'],
    ['a repeated name deep inside', '{"x":[{"y":{"a":1,"b":2,"a":3}}]}'],
    ['a name repeated with an escape', '{"a":1,"\\u0061":2}'],
    ['a name repeated after a nested object', '{"a":{"b":1},"c":[{}],"a":2}'],
    ['__proto__ twice', '{"__proto__":1,"__proto__":2}'],
    ['a fraction', '{"a":1.5}'],
    ['a fraction of zero', '{"a":1.0}'],
    ['an exponent', '{"a":1e3}'],
    ['minus zero', '{"a":-0}'],
    ['2^53', '{"a":9007199254740992}'],
    ['-2^53', '{"a":[-9007199254740992]}'],
    ['a number of many digits', `{"a":${'9'.repeat(400)}}`],
    ['a lone high surrogate', '{"a":"\\uD83D"}'],
    ['a lone low surrogate in a name', '{"\\uDE00":1}'],
    ['65 levels', `{"a":${'['.repeat(64)}${']'.repeat(64)}}`],
    ['a million levels', `{"a":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`],
    ['a list at the top', '[{}]'],
    ['a string at the top', '"a"'],
    ['null at the top', 'null'],
    ['nothing', ''],
    ['a comment', '{"a":1}// no'],
    ['two values', '{} {}'],
    ['a trailing comma', '{"a":1,}'],
    ['a byte order mark', '\uFEFF{}'],
    ['a raw control character', '{"a":"\u0001"}'],
  ])('%s', (_, text) => {
    expect(refusal(text).code).toBe('PAYLOAD_MALFORMED')
  })

  test.each([
    ['a stray continuation byte', [0x7b, 0x22, 0x80, 0x22, 0x3a, 0x31, 0x7d]],
    ['an overlong slash', [0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d]],
    ['a surrogate in UTF-8', [0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x31, 0x7d]],
    ['UTF-16', [0x7b, 0x00, 0x7d, 0x00]],
  ])('%s', (_, octets) => {
    expect(refusal(Uint8Array.from(octets)).code).toBe('PAYLOAD_MALFORMED')
  })

  test('a valid surrogate pair in escapes is fine', () => {
    expect(parse('{"a":"\\uD83D\\uDE00"}')).toEqual({ a: '😀' })
  })

  test('the refusal says where, and repeats nothing of the message', () => {
    const found = [refusal('{"familyName":"Qurbanova","familyName":"Qurbanova"}'), refusal('{"familyName":"Qurbanova" oops}')]
    for (const error of found)
      expect(JSON.stringify([error.message, error.issues, String(error.cause)])).not.toMatch(/Qurbanova|familyName|oops/)
    expect(found[0]?.message).toContain('character 27')
  })
})
