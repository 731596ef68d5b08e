/** A name stands in every message of this store. No route of the console says it, whoever asks; nor does the log. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ROLES } from '#core/console/roles.ts'
import { type ConsoleWorld, consoleWorld } from '#test/console.ts'
import { eightMessages } from '#test/console-messages.ts'

const NAME = 'Gülçöhrə Qəribəliyeva'
const PARTS = NAME.split(' ')
const reason = 'sınaq üçün'
let world: ConsoleWorld
let paths: readonly string[]

beforeAll(async () => {
  world = await consoleWorld()
  const ids = await eightMessages(world, NAME)
  const operator = await world.signedIn('operator')
  const filter = { states: ['dead'], party: 'de' }
  const { done } = (await (await operator.post('/api/replays', { filter, reason })).json()) as { readonly done: { readonly jobId: string } }
  const asked = await operator.post('/api/parties/de/hold', { reason })
  const { approvalId } = (await asked.json()) as { readonly approvalId: string }
  /** What stands for a parameter, by the path before it. */
  const given: Readonly<Record<string, string>> = {
    '/api/messages': ids[7] ?? '',
    '/api/replays': done.jobId,
    '/api/approvals': approvalId,
    '/api/parties': 'de',
    '/api/lab': '00000000-0000-4000-8000-000000000000',
  }
  const routes = new Set(
    world.app.routes
      .filter(({ method, path }) => method === 'GET' && path.startsWith('/api/') && !path.includes('*'))
      .map(({ path }) => path),
  )
  paths = [...routes]
    .filter((path) => path !== '/api/events')
    .map((path) => path.replace(/^(.*?)\/:\w+/, (_, before: string) => `${before}/${given[before] ?? 'none'}`))
    .flatMap((path) => (path === '/api/search' ? [`${path}?q=${ids[0]}`, `${path}?q=${encodeURIComponent(PARTS[0] ?? '')}`] : [path]))
}, 120_000)
afterAll(() => world.close())

it.each(ROLES)('no route tells a name to an %s', async (role) => {
  const visitor = await world.signedIn(role)
  expect(paths.length).toBeGreaterThan(30)
  const statuses: number[] = []
  for (const path of paths) {
    const response = await visitor.get(path)
    statuses.push(response.status)
    expect(response.status, path).toBeLessThan(500)
    const said = `${await response.text()} ${JSON.stringify([...response.headers])}`
    for (const part of PARTS) expect(said, path).not.toContain(part)
  }
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(15)
})

it('nor does the stream of events, nor what was asked for and written down, nor the log', async () => {
  const visitor = await world.signedIn('operator')
  const stream = (await visitor.get('/api/events')).body?.getReader()
  world.console.live.tell({ event: 'messages.changed', data: { count: 1, capped: false } })
  const first = await stream?.read()
  await stream?.cancel()
  expect(Buffer.from(first?.value ?? []).toString()).toMatch(/^event: /)
  const { rows } = await world.database.pool.query(
    'SELECT row_to_json(a)::text AS said FROM audit_link AS a UNION ALL SELECT row_to_json(a)::text FROM console_approval AS a UNION ALL SELECT row_to_json(r)::text FROM replay AS r',
  )
  const said = JSON.stringify(rows) + Buffer.from(first?.value ?? []).toString() + world.logged()
  for (const part of PARTS) expect(said).not.toContain(part)
})
