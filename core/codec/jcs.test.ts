import { describe, expect, test } from 'vitest'
import type { JsonValue, Message } from '#core/message.ts'
import { canonicalJson, contentDigestOf, contentOf } from './jcs.ts'

describe('vectors of RFC 8785', () => {
  test('section 3.2.2, literals, numbers and strings', () => {
    const input = String.raw`{ "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001], "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false] }`
    const output = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`
    expect(canonicalJson(JSON.parse(input))).toBe(output)
  })

  test('section 3.2.3, members are sorted by UTF-16 code units', () => {
    const input = String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`
    const values = [...canonicalJson(JSON.parse(input)).matchAll(/:"([^"]+)"/g)].map(([, value]) => value)
    expect(values).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  test('appendix B, number samples', () => {
    const samples: readonly (readonly [string, string])[] = [
      ['0000000000000000', '0'],
      ['8000000000000000', '0'],
      ['0000000000000001', '5e-324'],
      ['ffefffffffffffff', '-1.7976931348623157e+308'],
      ['433fffffffffffff', '9007199254740991'],
      ['c340000000000000', '-9007199254740992'],
      ['4430000000000000', '295147905179352830000'],
      ['44b52d02c7e14af5', '9.999999999999997e+22'],
      ['44b52d02c7e14af6', '1e+23'],
      ['444b1ae4d6e2ef50', '1e+21'],
      ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
      ['3eb0c6f7a0b5ed8d', '0.000001'],
      ['41b3de4355555554', '333333333.33333325'],
      ['becbf647612f3696', '-0.0000033333333333333333'],
      ['43143ff3c1cb0959', '1424953923781206.2'],
    ]
    for (const [ieee754, written] of samples) expect(canonicalJson(Buffer.from(ieee754, 'hex').readDoubleBE())).toBe(written)
  })

  test('NaN, Infinity and lone surrogates have no canonical form, wherever they stand', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\uD83D', { '\uDE00': 1 }, [{ a: ['\uD800'] }]]) {
      expect(() => canonicalJson(value as JsonValue)).toThrow(TypeError)
    }
  })
})

describe('the digest of the content', () => {
  const message = (header: object, body: object) => ({ header, body }) as unknown as Message

  test('is taken over the header without contentDigest, and the body', () => {
    const content = new TextDecoder().decode(contentOf(message({ to: 'az-sms', from: 'de', contentDigest: 'ff' }, { ad: 'Şəhla' })))
    expect(content).toBe('{"body":{"ad":"Şəhla"},"header":{"from":"de","to":"az-sms"}}')
  })

  test('does not depend on the order of members', () => {
    const one = message({ from: 'de', to: 'az-sms' }, { a: 1, b: { c: 'ı', d: 'i' } })
    const other = message({ to: 'az-sms', from: 'de', contentDigest: 'ignored' }, { b: { d: 'i', c: 'ı' }, a: 1 })
    expect(contentDigestOf(one)).toBe(contentDigestOf(other))
    expect(contentDigestOf(one)).toMatch(/^[0-9a-f]{64}$/)
  })

  test('tells ı from i, and moves with every value', () => {
    expect(contentDigestOf(message({}, { a: 'ı' }))).not.toBe(contentDigestOf(message({}, { a: 'i' })))
  })
})
