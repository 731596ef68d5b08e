/** One hub with its receiver, as separate processes, for one syntax. */
import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { partyFiles } from '#certs/pki.ts'
import type { Syntax } from '#core/message.ts'
import { type HubProcess, startHubProcess } from '#demo/hub-process.ts'
import type { Asked, Spent } from './metered-hub.ts'
import { writePair } from './world.ts'

export interface BenchHub {
  readonly origin: string
  /** Resolves when the receiver has taken the message. */
  arrival(messageId: string): Promise<void>
  /** When each message was settled as delivered, its receipt verified: milliseconds of the epoch, from the hub's log. */
  delivered(): ReadonlyMap<string, number>
  /** What the hub spends while the work is done. Taking a profile costs a little itself. */
  spending(count: 'processor' | 'profile', work: () => Promise<unknown>): Promise<Spent>
  /** Since it started, or began to count. */
  spent(): Promise<Spent>
  /** How long it took until it served. */
  readonly readyMs: number
  stop(): Promise<void>
}

const PORT = 18_443
const METERED = fileURLToPath(new URL('./metered-hub.ts', import.meta.url))

export interface BenchHubOptions {
  readonly port?: number
  /** Writes the party file; the receiver `xb` is at `url`. */
  readonly parties?: (url: string) => string
}

export async function startBenchHub(dir: string, pkiDir: string, syntax: Syntax, options: BenchHubOptions = {}): Promise<BenchHub> {
  const { port = PORT, parties = (at: string) => writePair(pkiDir, syntax, at) } = options
  const arrived = new Map<string, () => void>()
  const early = new Set<string>()
  const { child, url } = await startReceiver(pkiDir, syntax, (messageId) => {
    const tell = arrived.get(messageId)
    if (tell) tell()
    else early.add(messageId)
    arrived.delete(messageId)
  })
  const log = join(dir, `hub.${syntax}.log`)
  const startedAt = performance.now()
  const hub: HubProcess = await startHubProcess(settingsOf(dir, pkiDir, parties(url), port), log, () => [METERED])
  const readyMs = performance.now() - startedAt
  const ask = (asked: Asked): Promise<void> => hub.ask(asked)
  const spent = async (): Promise<Spent> => {
    const into = join(dir, 'spent.json')
    await ask({ into })
    return JSON.parse(readFileSync(into, 'utf8'))
  }
  return {
    readyMs,
    spent,
    origin: `https://127.0.0.1:${port}`,
    arrival: (messageId) => (early.delete(messageId) ? Promise.resolve() : new Promise((resolve) => arrived.set(messageId, resolve))),
    delivered: () => deliveredIn(log),
    async spending(count, work) {
      await ask({ count })
      await work()
      return spent()
    },
    async stop() {
      await hub.stop()
      child.disconnect()
    },
  }
}

function settingsOf(dir: string, pkiDir: string, parties: string, port: number): Readonly<Record<string, string>> {
  const files = partyFiles(pkiDir, 'hub')
  return {
    KORPU_DATA: dir,
    KORPU_PARTIES: parties,
    KORPU_EXCHANGE_PORT: String(port),
    KORPU_OPS_PORT: '0',
    KORPU_CONSOLE_PORT: '0',
    KORPU_TLS_CERT: files.tlsCert,
    KORPU_TLS_KEY: files.tlsKey,
    KORPU_SIGN_CERT: files.signCert,
    KORPU_SIGN_KEY: files.signKey,
  }
}

function startReceiver(pkiDir: string, syntax: Syntax, onArrived: (messageId: string) => void) {
  return new Promise<{ readonly child: ChildProcess; readonly url: string }>((resolve, reject) => {
    const child = fork(new URL('./receiver.ts', import.meta.url), [pkiDir, syntax])
    child.once('error', reject)
    child.on('message', (said: { readonly url?: string; readonly arrived?: string }) => {
      if (said.url !== undefined) resolve({ child, url: said.url })
      if (said.arrived !== undefined) onArrived(said.arrived)
    })
  })
}

function deliveredIn(log: string): ReadonlyMap<string, number> {
  const lines = readFileSync(log, 'utf8').split('\n')
  const settled = lines.filter((line) => line.includes('"delivery.attempted"') && line.includes('"delivered"'))
  return new Map(
    settled.map((line) => {
      const { messageId, time } = JSON.parse(line) as { readonly messageId: string; readonly time: string }
      return [messageId, Date.parse(time)]
    }),
  )
}
