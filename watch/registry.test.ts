import { describe, expect, it } from 'vitest'
import { createRegistry } from './registry.ts'

const TABLE = {
  k_total: { type: 'counter', labels: ['party'], help: 'Counted.' },
  k_seconds: { type: 'histogram', labels: ['stage'], help: 'Timed.' },
  k_up: { type: 'gauge', labels: [], help: 'Read.' },
} as const

describe('the text that Prometheus reads', () => {
  it('has help and type of every metric, also of those that nothing was counted for yet', () => {
    const lines = createRegistry(TABLE, [1]).text([]).split('\n')
    expect(lines).toEqual([
      '# HELP k_total Counted.',
      '# TYPE k_total counter',
      '# HELP k_seconds Timed.',
      '# TYPE k_seconds histogram',
      '# HELP k_up Read.',
      '# TYPE k_up gauge',
      '',
    ])
  })

  it('counts by labels, and keeps labels from breaking out of their quotes', () => {
    const registry = createRegistry(TABLE, [1])
    registry.add('k_total', { party: 'de' })
    registry.add('k_total', { party: 'de' })
    registry.add('k_total', { party: 'a"b\\c\nd' })
    expect(registry.text([])).toContain('k_total{party="de"} 2\nk_total{party="a\\"b\\\\c\\nd"} 1\n')
  })

  it('puts every observation into all buckets that it fits in, a bound itself included', () => {
    const registry = createRegistry(TABLE, [0.1, 1])
    for (const value of [0.05, 0.1, 0.5, 7]) registry.observe('k_seconds', { stage: 'verify' }, value)
    expect(registry.text([]).match(/^k_seconds.*$/gm)).toEqual([
      'k_seconds_bucket{stage="verify",le="0.1"} 2',
      'k_seconds_bucket{stage="verify",le="1"} 3',
      'k_seconds_bucket{stage="verify",le="+Inf"} 4',
      `k_seconds_sum{stage="verify"} ${0.05 + 0.1 + 0.5 + 7}`,
      'k_seconds_count{stage="verify"} 4',
    ])
  })

  it('shows what was read just now', () => {
    expect(createRegistry(TABLE, [1]).text([{ name: 'k_up', labels: {}, value: 1 }])).toContain('# TYPE k_up gauge\nk_up 1\n')
  })
})
