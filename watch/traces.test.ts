/** Traces of hubs in memory, as a receiver of the test's own gets them over OTLP/HTTP. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { deliver } from '#core/flow/deliver.ts'
import { receive } from '#core/flow/receive.ts'
import type { Watch } from '#core/watch.ts'
import { PLANTED_NAME, secretLetter } from '#test/e2e/world.ts'
import { type MemoryHub, memoryHub } from '#test/hub.ts'
import { watchActs } from './acts.ts'
import { createRegistry } from './registry.ts'
import { BOUNDS_S, METRICS } from './table.ts'
import { openTracing } from './traces.ts'

interface Span {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[]
  readonly links?: readonly { readonly traceId: string; readonly spanId: string }[]
  readonly status?: { readonly code?: number; readonly message?: string }
}

const CALLER = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function startReceiver() {
  const bodies: string[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      bodies.push(Buffer.concat(chunks).toString())
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(
    () => server.closeAllConnections(),
    () => server.close(),
  )
  const spans = (): readonly Span[] =>
    bodies.flatMap((body) =>
      JSON.parse(body).resourceSpans.flatMap((one: { scopeSpans: { spans: Span[] }[] }) => one.scopeSpans.flatMap((scope) => scope.spans)),
    )
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces`, bodies, spans }
}

/** One process that traces: what it does, and how it says what it has done. */
async function tracedProcess(url: string, percent = 100) {
  const lost: number[] = []
  const tracing = await openTracing({ url, percent, process: 'memory' }, (count) => void lost.push(count))
  ends.push(tracing.close)
  const watch: Watch = watchActs(createRegistry(METRICS, BOUNDS_S), () => true, tracing)
  return { watch, close: tracing.close, lost }
}

const claimed = (memory: MemoryHub) => memory.store.claim([{ party: 'xb', free: 9 }], 'other', memory.clock.now(), 60_000)
const named = (spans: readonly Span[], name: string): Span => {
  const found = spans.find((span) => span.name === name)
  if (!found) throw new Error(`no span ${name} among ${spans.map((span) => span.name).join(', ')}`)
  return found
}
const attributeOf = (span: Span, key: string): unknown => Object.values(span.attributes.find((one) => one.key === key)?.value ?? {})[0]

describe('a trace', () => {
  it('goes on in the process that delivers, and with what is sent to the party', async () => {
    const receiver = await startReceiver()
    const [accepting, delivering] = [await tracedProcess(receiver.url), await tracedProcess(receiver.url)]
    const memory = await memoryHub({ watch: accepting.watch })
    const { message } = await memory.send('xa', 'readmission-application', { to: 'xb' })
    for (const delivery of await claimed(memory)) await deliver({ ...memory.hub, watch: delivering.watch }, delivery)
    await accepting.close()
    await delivering.close()
    const spans = receiver.spans()
    const [taken, attempt] = [named(spans, 'korpu.receive'), named(spans, 'korpu.deliver')]
    expect(attempt).toMatchObject({ traceId: taken.traceId, parentSpanId: taken.spanId })
    expect(memory.push.pushed.map(({ trace }) => trace)).toEqual([`00-${attempt.traceId}-${attempt.spanId}-01`])
    expect(attributeOf(taken, 'korpu.message_id')).toBe(message.header.messageId)
    expect([attributeOf(attempt, 'korpu.outcome'), attributeOf(attempt, 'http.response.status_code')]).toEqual(['delivered', 200])
    const stages = spans.filter(({ parentSpanId }) => parentSpanId === taken.spanId && parentSpanId !== undefined).map(({ name }) => name)
    expect(stages).toEqual(expect.arrayContaining(['verify', 'schema', 'rules', 'route', 'sign', 'store', 'korpu.deliver']))
  })

  it('is linked to that of a caller who was proven, and never becomes part of it', async () => {
    const receiver = await startReceiver()
    const traced = await tracedProcess(receiver.url)
    const memory = await memoryHub({ watch: traced.watch })
    const inbound = { ...memory.inbound('xa', await memory.signed(memory.letter('xa', 'readmission-application'))), trace: CALLER }
    await receive(memory.hub, inbound)
    await expect(receive(memory.hub, { ...inbound, peer: undefined })).rejects.toThrow()
    await expect(receive(memory.hub, { ...inbound, trace: `${CALLER}-${PLANTED_NAME}` })).resolves.toBeDefined()
    await traced.close()
    const acts = receiver.spans().filter(({ name }) => name === 'korpu.receive')
    expect(acts.map(({ links = [] }) => links.map(({ traceId }) => traceId))).toEqual([[CALLER.split('-')[1]], [], []])
    expect(acts.map(({ traceId }) => traceId)).not.toContain(CALLER.split('-')[1])
  })

  it('says nothing of what a message says, whether it is accepted, refused, or breaks the hub', async () => {
    const receiver = await startReceiver()
    const traced = await tracedProcess(receiver.url)
    const memory = await memoryHub({ watch: traced.watch })
    const good = secretLetter(memory, 'xa')
    await receive(memory.hub, memory.inbound('xa', await memory.signed(good)))
    const bad = secretLetter(memory, 'xa', { to: 'gizlin' })
    await expect(receive(memory.hub, memory.inbound('xa', await memory.signed(bad)))).rejects.toThrow()
    const breaking = { ...memory.hub, store: { ...memory.hub.store, known: () => Promise.reject(new TypeError(PLANTED_NAME)) } }
    const again = await memory.signed(secretLetter(memory, 'xa'))
    await expect(receive(breaking, memory.inbound('xa', again))).rejects.toThrow(TypeError)
    await memory.deliverDue()
    await traced.close()
    expect(receiver.spans().filter(({ status }) => status?.code === 2).length).toBeGreaterThanOrEqual(4)
    expect(receiver.bodies.join()).not.toMatch(/gizlin/i)
  })

  it('leaves out what is noted and not on the list', async () => {
    const receiver = await startReceiver()
    const traced = await tracedProcess(receiver.url)
    const careless: object = { party: 'xa', familyName: PLANTED_NAME, body: { givenNames: PLANTED_NAME } }
    await traced.watch.act('receive', {}, async ({ note }) => note(careless))
    await traced.close()
    expect(receiver.spans()).toHaveLength(1)
    expect(receiver.bodies.join()).not.toMatch(/gizlin/i)
  })

  it('is not made of messages that were not chosen, nor of their deliveries', async () => {
    const receiver = await startReceiver()
    const traced = await tracedProcess(receiver.url, 0)
    const memory = await memoryHub({ watch: traced.watch })
    await memory.send('xa', 'readmission-application')
    await memory.deliverDue()
    await traced.close()
    expect(memory.push.pushed.map(({ trace }) => trace?.slice(-3))).toEqual(['-00'])
    expect(receiver.bodies).toEqual([])
  })

  it('that nobody takes is counted, and holds up nothing', async () => {
    const traced = await tracedProcess('http://127.0.0.1:1/v1/traces')
    const memory = await memoryHub({ watch: traced.watch })
    await memory.send('xa', 'readmission-application')
    await traced.close()
    expect(traced.lost.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(5)
  })
})
