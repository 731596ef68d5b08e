import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Figures, PartyFigures } from '#core/figures.ts'
import { BOUNDS, backupFinding, diskFinding, findingsOf, limitsFinding, serverFindings } from './standing.ts'

const NOW = new Date('2026-11-21T12:00:00Z')
const ago = (seconds: number): Date => new Date(NOW.getTime() - seconds * 1000)
const QUIET: PartyFigures = {
  party: 'de',
  status: 'active',
  waiting: 0,
  oldest: undefined,
  dead: 0,
  quarantined: 0,
  silentSince: undefined,
}
const FIGURES: Figures = {
  parties: [QUIET],
  clockDueSince: undefined,
  verified: undefined,
  revocationOwedSince: undefined,
  timestampOwedSince: undefined,
  auditLinks: 0,
  databaseBytes: 1,
  attachmentBytes: 1,
  auditBytes: 1,
}

const saidOf = (party: Partial<PartyFigures>, more: Partial<Figures> = {}): readonly string[] =>
  findingsOf({ ...FIGURES, ...more, parties: [{ ...QUIET, ...party }] }, NOW).map(
    ({ what, ok, says }) => `${ok ? 'ok' : 'NO'} ${what}: ${says}`,
  )

describe('what the store says about the hub', () => {
  it('is well when nothing waits and every clock was looked at', () => {
    expect(saidOf({})).toEqual(['ok de backlog: nothing waits', 'ok clocks: all that are due have been looked at'])
  })

  it('needs nobody while something waits for a while, or a silent party gets probes', () => {
    expect(saidOf({ waiting: 3, oldest: ago(3600), silentSince: ago(600) })).toEqual([
      'ok de backlog: 3 waiting, the oldest for 60 min',
      'ok de breaker: open for 10 min; probes go out',
      expect.anything(),
    ])
  })

  it.each([
    [{ waiting: 3, oldest: ago(5 * 3600) }, /^NO de backlog: 3 waiting, the oldest for 5 h;.*korpu backlog/],
    [{ status: 'held' as const }, /^NO de: is held.*korpu resume de/],
    [{ dead: 2 }, /^NO de dead: 2 .*korpu replay.*korpu skip/],
    [{ quarantined: 1 }, /^NO de set aside: .*delivery\.broken/],
    [{ silentSince: ago(3600) }, /^NO de breaker: open: no answer for 60 min/],
  ])('needs somebody, and says for what: %o', (party, says) => {
    expect(saidOf(party).filter((line) => line.startsWith('NO'))).toEqual([expect.stringMatching(says)])
  })

  it('does not ask about the age of what waits for a held party, nor about a withdrawn one', () => {
    expect(saidOf({ status: 'held', waiting: 1, oldest: ago(86_400) })[0]).toMatch(/^ok de backlog/)
    expect(saidOf({ status: 'withdrawn', dead: 1 })).toHaveLength(1)
  })

  it('needs somebody when a due clock was not looked at', () => {
    expect(saidOf({}, { clockDueSince: ago(BOUNDS.clockLag + 60) })[1]).toMatch(/^NO clocks: one is due for 11 min/)
    expect(saidOf({}, { clockDueSince: ago(BOUNDS.clockLag - 60) })[1]).toMatch(/^ok clocks/)
  })

  it('draws the line where the alert rules draw it', () => {
    const alerts = readFileSync(fileURLToPath(import.meta.resolve('#docs/monitoring/alerts.yml')), 'utf8')
    expect(alerts).toContain(`korpu_backlog_oldest_seconds) > ${BOUNDS.oldest} `)
    expect(alerts).toContain(`korpu_clock_lag_seconds) > ${BOUNDS.clockLag} `)
    expect(alerts).toMatch(new RegExp(`korpu_breaker_open\\) == 1\\n\\s+for: ${BOUNDS.silent / 60}m`))
  })
})

describe('limits, server, disk and backup', () => {
  const running = [{ ruleSet: 'eu-az-2014', ruleSetVersion: 1, limit: 'T7', openYears: ['AZE 2028'] }]

  it('names what runs on rows and years that nobody has confirmed, until they are', () => {
    expect(limitsFinding([], { confirmations: () => new Set() }).ok).toBe(true)
    const open = limitsFinding(running, { confirmations: () => new Set() })
    expect([open.ok, open.says]).toEqual([false, expect.stringMatching(/AZE 2028.*T7.*korpu limits confirm/)])
    const rows = open.says.match(/\b(T\d+\w*|AZE 2028)\b/g) ?? []
    expect(limitsFinding(running, { confirmations: () => new Set(rows) }).ok).toBe(true)
  })

  it('says no to a rule set that this hub does not have', () => {
    const [{ ...limit } = {}] = running
    expect(limitsFinding([{ ...limit, ruleSetVersion: 99 } as never], { confirmations: () => new Set() })).toMatchObject({ ok: false })
  })

  it('says no to an old server, to few connections left, to a full disk and to a backup that is missing or old', () => {
    const server = { version: '18.4', connections: 20, connectionLimit: 100 }
    const verdicts = [
      ...serverFindings(server),
      ...serverFindings({ ...server, version: '14.9', connections: 95 }),
      diskFinding(2 ** 36, 2 ** 40),
      diskFinding(2 ** 29, 2 ** 32),
      backupFinding(ago(3600), true, NOW),
      backupFinding(ago(30 * 3600), true, NOW),
      backupFinding(undefined, true, NOW),
      backupFinding(undefined, false, NOW),
    ].map(({ ok }) => ok)
    expect(verdicts).toEqual([true, true, false, false, true, false, true, false, false, true])
  })
})
