import { describe, expect, it } from 'vitest'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import { dataClassesOf } from '#schemas/permitted-data.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { comparable, referencesOf } from './references.ts'

describe('case references', () => {
  it('are compared without blanks and capitals, in one form of Unicode', () => {
    expect(comparable(' az-2026 / 00 17i')).toBe('AZ-2026/0017I')
    expect(comparable('e\u0301')).toBe(comparable('É'))
  })

  it('are those that a message gives, each once', () => {
    const { body } = sampleOf('readmission-reply', 'full')
    expect(referencesOf({ body })).toHaveLength(2)
    expect(referencesOf({ body: { ...body, applicationReference: 'a1', caseReference: 'A 1' } as typeof body })).toEqual(['A1'])
    expect(referencesOf({ body: sampleOf('delivery-notice', 'small').body })).toEqual([])
  })

  it('stand in no other place of the standard; a payment is no case', () => {
    const named = new Set(MESSAGE_TYPES.flatMap((type) => [...dataClassesOf(type).keys()]).filter((path) => /reference$/i.test(path)))
    expect([...named].toSorted()).toEqual(['applicationReference', 'caseReference', 'payment.reference', 'reference', 'replyReference'])
  })
})
