import { describe, expect, it } from 'vitest'
import { REFUSALS } from '#core/console/refusal.ts'
import { ERRORS } from '#core/errors.ts'
import { CATALOGUES } from './language.ts'

describe.each(Object.entries(CATALOGUES))('the catalogue %s', (_, texts) => {
  it('has words for every code of an error', () => {
    expect(Object.keys(ERRORS).filter((code) => texts.code[code] === undefined)).toEqual([])
  })

  it('has words for every no of the console', () => {
    expect(Object.keys(REFUSALS).filter((code) => texts.fault[code] === undefined)).toEqual([])
  })

  it('has no empty text', () => {
    expect(emptyOf(texts)).toEqual([])
  })
})

function emptyOf(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [path] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => emptyOf(one, `${path}/${name}`))
}
