/** The console on a socket: TLS where it has a certificate, plain HTTP on loopback or behind a proxy. */
import { createServer } from 'node:http'
import { createServer as createTlsServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Listening, TlsSettings } from '#routes/exchange/server.ts'
import type { ConsoleEnv } from './console.ts'

const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 }

export async function listenConsole(app: Hono<ConsoleEnv>, port: number, host: string, tls?: TlsSettings): Promise<Listening> {
  const fetch = app.fetch as (request: Request) => Response | Promise<Response>
  const server = createAdaptorServer(
    tls
      ? { fetch, createServer: createTlsServer, serverOptions: { ...tls, minVersion: 'TLSv1.2', ...TIMEOUTS } }
      : { fetch, createServer, serverOptions: TIMEOUTS },
  ) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // Event streams never end by themselves.
        server.closeAllConnections()
      }),
  }
}
