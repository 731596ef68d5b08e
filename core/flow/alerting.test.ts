import { describe, expect, it } from 'vitest'
import { type Alert, type AlertSettings, type Alerts, type Finding, type Notice, USUAL_SETTINGS } from '#core/console/alerts.ts'
import type { Standing } from '#core/console/overview.ts'
import { directoryOf } from '#core/resolve.ts'
import { at, NOW } from '#test/acceptance.ts'
import { testDirectory } from '#test/parties.ts'
import { lookForAlerts } from './alerting.ts'

const QUIET: Standing = { failures: [], parties: [], overdue: { count: 0, capped: false }, dueSoon: { count: 0, capped: false } }
const FAILING: Standing = {
  ...QUIET,
  failures: [{ party: 'de', state: 'dead', code: 'RECIPIENT_REFUSED', count: 12, since: at(-60) }],
  parties: [{ party: 'fr', count: 1, capped: false, oldest: at(-6 * 3600), failed24h: 0, failedLately: false }],
}

function world(settings: AlertSettings = USUAL_SETTINGS, works = true) {
  const kept: (Finding & { alertId: string; told: boolean })[] = []
  const sent: Notice[] = []
  const state = { standing: FAILING, now: NOW, broken: 0 }
  const alerts: Alerts = {
    settings: async () => settings,
    change: async () => undefined,
    async found(findings) {
      const fresh = findings.filter((one) => !kept.some(({ rule, party }) => rule === one.rule && party === one.party))
      kept.push(...fresh.map((one) => ({ ...one, alertId: `${one.rule} ${one.party}`, told: false })))
      return fresh.length
    },
    async take(rules, now) {
      const taken = kept.filter(({ told, rule }) => !told && rules.includes(rule))
      for (const one of taken) one.told = true
      return taken.map((one): Alert => ({ ...one, since: now }))
    },
    async giveBack(alerts) {
      for (const one of kept) if (alerts.some(({ alertId }) => alertId === one.alertId)) one.told = false
    },
    list: async () => [],
  }
  const look = () =>
    lookForAlerts({
      alerts,
      reading: { standing: async () => state.standing },
      clock: { now: () => state.now },
      directory: () => ({
        ...directoryOf({ revision: 1, ...testDirectory(), confirmations: [], restorations: [], statuses: [] }),
        ...PARTIES,
      }),
      own: [],
      channels: [{ kind: 'webhook', send: async (notice) => (works ? void sent.push(notice) : Promise.reject(new Error('no'))) }],
      verification: async () => ({
        state: 'running',
        verdict: {
          at: NOW,
          chains: 1,
          links: 1,
          broken: Array.from({ length: state.broken }, () => ({ party: 'de', lane: 0, number: 1 })),
        },
      }),
      environment: 'development',
      changed: () => undefined,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    })
  return { look, sent, state, kept }
}

const [first] = testDirectory().parties
const PARTIES = { parties: ['de', 'fr'].map((id) => ({ ...(first as NonNullable<typeof first>), id, certificates: [] })) }

const toldOf = (notices: readonly Notice[]) => notices.flatMap(({ alerts }) => alerts.map(({ rule, party, value }) => [rule, party, value]))

describe('alerts', () => {
  it('are told once for as long as they last, with counts and parties alone', async () => {
    const { look, sent } = world()
    await look()
    await look()
    expect(toldOf(sent)).toEqual([
      ['failures', 'de', 12],
      ['backlog', 'fr', 360],
    ])
    expect(Object.keys(sent[0]?.alerts[0] ?? {})).toEqual(['rule', 'party', 'value'])
  })

  it('wait for the end of quiet hours, unless the audit trail is broken', async () => {
    const { look, sent, state } = world({ ...USUAL_SETTINGS, quiet: { from: '12:00', to: '14:00' } })
    state.broken = 1
    await look()
    expect(toldOf(sent)).toEqual([['chain', 'hub', 1]])
    state.now = at(2 * 3600)
    await look()
    expect(toldOf(sent).map(([rule]) => rule)).toEqual(['chain', 'failures', 'backlog'])
  })

  it('are told again when no channel could be reached', async () => {
    const { look, kept } = world(USUAL_SETTINGS, false)
    await look()
    expect(kept.every(({ told }) => !told)).toBe(true)
  })

  it('of a rule that is switched off, or not reached, are none', async () => {
    const rules = { ...USUAL_SETTINGS.rules, failures: { enabled: true, threshold: 13 }, backlog: { enabled: false, threshold: 1 } }
    const { look, sent } = world({ rules })
    await look()
    expect(sent).toEqual([])
  })
})
