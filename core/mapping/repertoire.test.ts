import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repertoire } from './repertoire.ts'

const format = repertoire('the example', { ranges: '0020 0061-007A 1F600', sequences: ['c\u0328', 'c\u0328\u0306', 'k\u035Fh'] })

test.each(['', 'abc', 'a c\u0328\u0306b', 'k\u035Fh', '😀z'])('%s can be said, in both directions', (text) => {
  expect(format.toWire(text)).toBe(text)
  expect(format.toCanonical(text)).toBe(text)
})

test.each([
  ['abC', 3, '0043'],
  ['c\u0306', 2, '0306'],
  ['ac\u0328\u0306\u0306', 5, '0306'],
  ['k\u035Fx', 2, '035F'],
  ['😀😁', 2, '1F601'],
  ['a\nb', 2, '000A'],
])('of %j it is told which character has no place, counted in code points', (text, position, codePoint) => {
  expect(format.toWire(text)).toBe(undefined)
  expect(format.whyNot?.(text)).toBe(`Character ${position} (U+${codePoint}) is none of them.`)
})

test('what cannot be said is exactly what has a reason', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'z', ' ', 'c', 'k', 'h', '\u0328', '\u0306', '\u035F', 'Z') }), (text) => {
      const spelled = /^(?:c\u0328\u0306|c\u0328|k\u035Fh|[ a-z])*$/u.test(text)
      expect(format.toWire(text)).toBe(spelled ? text : undefined)
    }),
  )
})
