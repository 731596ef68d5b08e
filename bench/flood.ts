/**
 * `xd`: sends messages as fast as answers come back, whatever they say. They were signed before, so that the flood costs the hub more than its author,
 * who has a thread of its own.
 */
import { once } from 'node:events'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { Agent, request } from 'undici'
import type { SignedDocument, Syntax } from '#core/message.ts'
import { signDocument } from '#core/signature/document.ts'
import { DIALECT, keysOf, messageOf, PROFILE } from './world.ts'

interface FloodSettings {
  readonly pki: string
  readonly origin: string
  readonly syntax: Syntax
  readonly to: string
}

export interface Flood {
  begin(): void
  /** Tells how many answers of each status came. */
  end(): Promise<string>
  close(): Promise<unknown>
}

const LANES = 64
const MESSAGES = 1_000
const MESSAGE_BYTES = 4_096

/** Resolves when its messages are signed. */
export async function prepareFlood(settings: FloodSettings): Promise<Flood> {
  const worker = new Worker(new URL(import.meta.url), { workerData: settings })
  await once(worker, 'message')
  return {
    begin: () => worker.postMessage('begin'),
    end: async () => {
      worker.postMessage('end')
      const [told] = await once(worker, 'message')
      return told
    },
    close: () => worker.terminate(),
  }
}

if (!isMainThread) await flood(workerData)

async function flood({ pki, origin, syntax, to }: FloodSettings): Promise<void> {
  const { tls, signing } = keysOf(pki, 'xd')
  const documents = await Promise.all(
    Array.from({ length: MESSAGES }, () => {
      const { header, body } = messageOf(syntax, MESSAGE_BYTES)
      const bytes = DIALECT[syntax].bytesOf({ header: { ...header, from: 'xd', to }, body })
      return signDocument('Message', bytes, PROFILE[syntax], signing, new Date())
    }),
  )
  const agent = new Agent({ connections: LANES, connect: { ...tls, servername: 'localhost' } })
  let counts = new Map<number, number>()
  let over = false

  const ask = async ({ bytes, mediaType, signature = '' }: SignedDocument): Promise<void> => {
    const headers = { 'content-type': mediaType, 'jws-signature': signature }
    const { statusCode, body } = await request(`${origin}/v1/messages`, { method: 'POST', dispatcher: agent, body: bytes, headers })
    await body.dump()
    counts.set(statusCode, (counts.get(statusCode) ?? 0) + 1)
  }
  const lane = async (first: number): Promise<void> => {
    for (let next = first; !over; next += LANES) {
      const document = documents[next % MESSAGES]
      if (document) await ask(document)
    }
  }
  let lanes: Promise<unknown> = Promise.resolve()
  const end = async (): Promise<void> => {
    over = true
    await lanes
    parentPort?.postMessage([...counts].map(([status, count]) => `${status}: ${count}`).join(', '))
  }
  const begin = (): void => {
    over = false
    counts = new Map()
    lanes = Promise.all(Array.from({ length: LANES }, (_, first) => lane(first)))
  }
  parentPort?.on('message', (what: 'begin' | 'end') => void (what === 'begin' ? begin() : end()))
  parentPort?.postMessage('ready')
}
