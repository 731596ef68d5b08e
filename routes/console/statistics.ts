/** The figures that ministries report, small ones suppressed. */
import { Type } from '@sinclair/typebox'
import { Hono } from 'hono'
import { refusal } from '#core/console/refusal.ts'
import { PlainError } from '#core/plain-error.ts'
import { csvOf } from '#core/statistics/csv.ts'
import { type Period, periodOf } from '#core/statistics/period.ts'
import { type Report, reportFor } from '#core/statistics/report.ts'
import type { Console, ConsoleEnv } from './console.ts'
import { asking, closed } from './input.ts'
import type { Requires } from './permission.ts'

const month = Type.String({ pattern: '^20\\d\\d-(0[1-9]|1[0-2])$' })
const PERIOD = Type.Object({ from: month, to: month }, closed)

/** A report reads every case of its period: who asks again soon gets the same. */
const FRESH_MS = 600_000
const KEPT = 12

export function statisticsRoutes({ statistics, hub, clock }: Console, requires: Requires) {
  const kept = new Map<string, { readonly madeAt: number; readonly report: Promise<Report> }>()
  const reportOf = (from: string, to: string): Promise<Report> => {
    const name = `${from} ${to}`
    const now = clock.now().getTime()
    const known = kept.get(name)
    if (known && now - known.madeAt < FRESH_MS) return known.report
    const report = reportFor(statistics, periodFrom(from, to), (id) => hub.directory().party(id)?.home?.state)
    kept.delete(name)
    kept.set(name, { madeAt: now, report })
    if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? '')
    report.catch(() => kept.delete(name))
    return report
  }
  return new Hono<ConsoleEnv>()
    .get('/', requires('statistics.read'), asking(PERIOD), async (c) => {
      const { from, to } = c.req.valid('query')
      return c.json(await reportOf(from, to))
    })
    .get('/export.csv', requires('statistics.read'), asking(PERIOD), async (c) => {
      const { from, to } = c.req.valid('query')
      return c.body(csvOf(await reportOf(from, to)), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="statistics.csv"',
      })
    })
}

function periodFrom(from: string, to: string): Period {
  try {
    return periodOf(from, to)
  } catch (fault) {
    if (fault instanceof PlainError) throw refusal('BAD_INPUT', { issues: [{ path: '/to', expected: 'not before from' }] })
    throw fault
  }
}
