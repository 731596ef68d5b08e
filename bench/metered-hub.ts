/**
 * The hub of the benchmark, a process of its own: what `korpu serve` is, but that the bench may ask what it spends. It begins to count when it is told
 * `{ count: 'processor' | 'profile' }` through the channel, and writes a `Spent` to the file of `{ into }`.
 */
import { writeFileSync } from 'node:fs'
import { type Profiler, Session } from 'node:inspector/promises'
import { serve } from '#cli/serve.ts'

/** What a hub has spent since it began to count. */
export interface Spent {
  /** User and system, all threads. */
  readonly cpuMs: number
  /** As it stands when it is written. */
  readonly residentBytes: number
  /** Of the main thread. */
  readonly profile: Profiler.Profile | undefined
}

export type Asked = { readonly count: 'processor' | 'profile' } | { readonly into: string }

const SAMPLE_EVERY_US = 500

/** With the process itself, until it is told to begin again. */
let began: NodeJS.CpuUsage = { user: 0, system: 0 }
let session: Session | undefined

async function begin(count: 'processor' | 'profile'): Promise<void> {
  if (count === 'profile') {
    session = new Session()
    session.connect()
    await session.post('Profiler.enable')
    await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_EVERY_US })
    await session.post('Profiler.start')
  }
  began = process.cpuUsage()
}

async function end(): Promise<Spent> {
  const now = process.cpuUsage()
  const profiled = await session?.post('Profiler.stop')
  session?.disconnect()
  session = undefined
  return {
    cpuMs: (now.user - began.user + now.system - began.system) / 1000,
    residentBytes: process.memoryUsage.rss(),
    profile: profiled?.profile,
  }
}

async function answer(asked: Asked): Promise<void> {
  if ('count' in asked) await begin(asked.count)
  else writeFileSync(asked.into, JSON.stringify(await end()))
  process.send?.({ done: true })
}

process.on('message', (asked: Asked) => void answer(asked))

await serve()
