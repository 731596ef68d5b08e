import { describe, expect, it } from 'vitest'
import { hashOfPassword, isPassword, isStrong } from './password.ts'

describe('a password', () => {
  it('is known again, on any keyboard, and kept as Argon2id', async () => {
    const kept = await hashOfPassword('Şəki dağları 1918')
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await isPassword('Şəki dağları 1918'.normalize('NFD'), kept)).toBe(true)
    expect(await isPassword('Şəki dağları 1919', kept)).toBe(false)
    expect(await isPassword('Şəki dağları 1918', undefined)).toBe(false)
  })

  it.each([
    ['qısa söz', false],
    ['aaaaaaaaaaaaaaaa', false],
    ['rashad-rashad-1', false],
    ['üç it bir pişik', true],
    ['x'.repeat(201), false],
  ])('%s: %s', (password, strong) => {
    expect(isStrong(password, 'rashad')).toBe(strong)
  })
})
