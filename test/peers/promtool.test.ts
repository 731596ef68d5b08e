/** Prometheus's own tool reads what is made for it. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { directoryOf } from '#core/resolve.ts'
import { testDirectory } from '#test/parties.ts'
import { createMetrics } from '#watch/metrics.ts'
import { describeWithTool, run } from './tool.ts'

const ALERTS = fileURLToPath(new URL('../../docs/monitoring/alerts.yml', import.meta.url))

describeWithTool(['promtool', '--version'], 'promtool', () => {
  it('takes the alert rules', () => {
    const { code, said } = run('promtool', 'check', 'rules', ALERTS)
    expect([code, said]).toEqual([0, expect.stringContaining('SUCCESS')])
  })

  it('has nothing to say against the metrics', async () => {
    const metrics = createMetrics()
    const now = new Date()
    const [party] = testDirectory().parties.map(({ id }) => id)
    const quiet = { status: 'active', waiting: 1, oldest: now, dead: 0, quarantined: 0, silentSince: undefined } as const
    metrics.follow({
      now: () => now,
      directory: () => directoryOf({ revision: 1, confirmations: [], restorations: [], statuses: [], ...testDirectory() }),
      figures: async () => ({
        parties: [{ party: party ?? '', ...quiet }],
        clockDueSince: undefined,
        verified: { at: new Date(0), broken: 0 },
        revocationOwedSince: undefined,
        timestampOwedSince: undefined,
        auditLinks: 1,
        databaseBytes: 1,
        attachmentBytes: 1,
        auditBytes: 1,
      }),
      pool: () => ({ total: 2, idle: 1, waiting: 0, limit: 16 }),
      stamps: true,
      own: () => [{ use: 'tls', validUntil: now }],
    })
    metrics.registry.add('korpu_messages_total', { party: 'de', type: 'acknowledgement', outcome: 'accepted', code: '' })
    metrics.registry.observe('korpu_stage_seconds', { act: 'receive', stage: 'verify' }, 0.004)
    const { status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], { input: await metrics.scrape(), encoding: 'utf8' })
    expect([status, `${stdout}${stderr}`]).toEqual([0, ''])
  })
})
