import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { caseState } from '#schemas/codelists/case-state.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import { retentionRulesIn } from './erasure.ts'

const read = (rules: unknown) => retentionRulesIn(JSON.stringify({ rules }), MESSAGE_TYPES, Object.keys(caseState.codes))

describe('retention rules', () => {
  it('are read as they are, and so is the example of the operator guide', () => {
    const rules = [{ rule: 'R1', types: ['readmission-application'], outcomes: ['CLOSED'], days: 365 }]
    expect(read(rules)).toEqual(rules)
    const example = readFileSync('docs/examples/retention.json', 'utf8')
    expect(retentionRulesIn(example, MESSAGE_TYPES, Object.keys(caseState.codes)).length).toBeGreaterThan(1)
  })

  it.each([
    ['no list', { a: 1 }, 'holds none'],
    ['no name', [{ days: 1 }], 'rule 1: `rule`'],
    [
      'a name twice',
      [
        { rule: 'R', days: 1 },
        { rule: 'R', days: 2 },
      ],
      'rule 2: its name is taken',
    ],
    ['no days', [{ rule: 'R' }], '`days`'],
    ['half a day', [{ rule: 'R', days: 0.5 }], '`days`'],
    ['an unknown type', [{ rule: 'R', days: 1, types: ['letter'] }], '`types`'],
    ['an unknown outcome', [{ rule: 'R', days: 1, outcomes: ['DONE'] }], '`outcomes`'],
    ['a misspelt member', [{ rule: 'R', days: 1, outcome: ['CLOSED'] }], 'a member other than'],
  ])('with %s are refused in a sentence', (_, rules, sentence) => {
    expect(() => read(rules)).toThrow(sentence)
  })

  it('that are no JSON are refused in a sentence', () => {
    expect(() => retentionRulesIn('days: 3', [], [])).toThrow('holds none')
  })
})
