/** For the machine room: is it alive, is it ready. Plain HTTP, loopback unless told otherwise. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import type { Listening } from '#routes/exchange/server.ts'

export interface OpsQuestions {
  /** Throws when the hub does not take messages: it starts, stops, or its store does not answer. */
  readonly ready: () => Promise<void>
  /** Prometheus text. */
  readonly metrics: () => Promise<string>
}

export async function listenOps(questions: OpsQuestions, port: number, host: string): Promise<Listening> {
  const app = new Hono()
  app.get('/health/live', (c) => c.json({ status: 'live' }))
  app.get('/health/ready', async (c) => {
    try {
      await questions.ready()
      return c.json({ status: 'ready' })
    } catch {
      return c.json({ status: 'not ready', reason: 'the hub starts or stops, or its store does not answer' }, 503)
    }
  })
  app.get('/metrics', async (c) => c.text(await questions.metrics(), 200, { 'content-type': 'text/plain; version=0.0.4' }))
  const server = createAdaptorServer({ fetch: app.fetch, createServer })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
