import { generateKeyPairSync, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { derOf, rawOf } from './ecdsa-value.ts'

const BYTES = Buffer.from('these bytes')

test('a value comes back from its other form as it was, whatever its zeros and signs', () => {
  const byte = fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.nat(255))
  for (const size of [32, 48]) {
    fc.assert(
      fc.property(fc.array(byte, { minLength: 2 * size, maxLength: 2 * size }), (bytes) => {
        expect([...rawOf(derOf(Uint8Array.from(bytes)), size)]).toEqual(bytes)
      }),
    )
  }
})

test.each([
  ['P-256', 'sha256', 32],
  ['P-384', 'sha384', 48],
] as const)('%s: OpenSSL takes either form of a value for the same signature', (namedCurve, hash, size) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve })
  for (let round = 0; round < 50; round++) {
    const raw = rawOf(sign(hash, BYTES, privateKey), size)
    expect(verify(hash, BYTES, { key: publicKey, dsaEncoding: 'ieee-p1363' }, raw)).toBe(true)
    expect(verify(hash, BYTES, publicKey, derOf(raw))).toBe(true)
  }
})
