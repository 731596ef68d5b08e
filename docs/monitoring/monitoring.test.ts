/** What watches the hub speaks of metrics and events that there are. */
import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createMetrics } from '#watch/metrics.ts'
import { METRICS, RARE_EVENTS } from '#watch/table.ts'

const read = (name: string): string => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8')
const ALERTS = read('alerts.yml')
const DASHBOARD = read('dashboard.json')
const GUIDE = read('../operator-guide.md')

const namesIn = (text: string): readonly string[] => [
  ...new Set((text.match(/\b(korpu|nodejs|process)_[a-z0-9_]+/g) ?? []).map((name) => name.replace(/_(bucket|sum|count)$/, ''))),
]

/** Alternatives in `event=~"…"` too. */
const eventsIn = (text: string): readonly string[] =>
  [...text.matchAll(/event=~?\\?"([^"]+?)\\?"/g)].flatMap(([, events = '']) => events.split('|')).filter((event) => !event.includes('*'))

async function eventsInCode(): Promise<ReadonlySet<string>> {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const events = new Set<string>()
  for await (const file of glob('{core,adapters,prisma,routes}/**/*.ts', { cwd: root })) {
    for (const [, event = ''] of readFileSync(`${root}${file}`, 'utf8').matchAll(/log\.\w+\('([\w.]+)'/g)) events.add(event)
  }
  return events
}

describe('alert rules and dashboard', () => {
  it.each([
    ['alert rules', ALERTS],
    ['dashboard', DASHBOARD],
  ])('the %s name only metrics that the hub has', (_, text) => {
    const names = namesIn(text)
    expect(names.length).toBeGreaterThan(10)
    expect(names.filter((name) => !Object.hasOwn(METRICS, name))).toEqual([])
  })

  it('show every metric that the hub has', () => {
    const shown = new Set(namesIn(ALERTS + DASHBOARD))
    expect(Object.keys(METRICS).filter((name) => !shown.has(name))).toEqual([])
  })

  it('wait for events that are counted from 0 on, and that some line of the hub logs', async () => {
    const events = eventsIn(ALERTS)
    const logged = await eventsInCode()
    expect(events.length).toBeGreaterThan(8)
    expect(events.filter((event) => !RARE_EVENTS.some((rare) => rare === event))).toEqual([])
    expect(RARE_EVENTS.filter((event) => !logged.has(event))).toEqual([])
  })

  it('are explained in the operator guide, alert by alert', () => {
    const alerts = [...ALERTS.matchAll(/- alert: (\w+)/g)].map(([, name = '']) => name)
    expect(alerts.length).toBeGreaterThan(15)
    expect(alerts.filter((name) => !GUIDE.includes(`\`${name}\``))).toEqual([])
  })
})

describe('/metrics', () => {
  it('has the metrics of the table and no other, each with help and type', async () => {
    const text = await createMetrics().scrape()
    expect([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name)).toEqual(Object.keys(METRICS))
    expect([...text.matchAll(/^# HELP (\S+) .+/gm)].map(([, name]) => name)).toEqual(Object.keys(METRICS))
    expect(namesIn(text.replaceAll(/^#.*$/gm, '')).filter((name) => !Object.hasOwn(METRICS, name))).toEqual([])
    expect(text).toContain('korpu_store_up 0\n')
    expect(text).toContain('korpu_events_total{event="clock.stuck"} 0\n')
  })
})
