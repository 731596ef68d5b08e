/** The exchange on a socket: mutual TLS, where the handshake asks for a certificate and the flows judge it. */
import type { Server } from 'node:https'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import type { ExchangeEnv } from './request.ts'

export interface TlsSettings {
  readonly cert: string
  readonly key: string
}

export interface Listening {
  readonly port: number
  close(): Promise<void>
}

/** A client that hangs is let go: headers within 10 s, the whole request within 60 s. */
const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 60_000
const KEEP_ALIVE_MS = 65_000
const DRAIN_MS = 5_000
/** Requests under way become idle connections one by one. */
const LOOK_MS = 50

export async function listenExchange(app: Hono<ExchangeEnv>, port: number, host: string, tls: TlsSettings): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: app.fetch as (request: Request) => Response | Promise<Response>,
    createServer,
    serverOptions: {
      ...tls,
      minVersion: 'TLSv1.2',
      requestCert: true,
      // Every certificate is let through the handshake: who it belongs to is decided for each message, by its SHA-256 or its anchor and subject.
      rejectUnauthorized: false,
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
  }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        const idle = setInterval(() => server.closeIdleConnections(), LOOK_MS)
        server.close(() => {
          clearInterval(idle)
          resolve()
        })
        setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref()
      }),
  }
}
