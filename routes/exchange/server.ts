/** The exchange on a socket: mutual TLS, where the handshake asks for a certificate and the flows judge it. */
import type { Server } from 'node:https'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import { LEAST_BYTES_PER_S } from '#core/flow/upload.ts'
import { keepPace, type Pace } from './pace.ts'
import type { ExchangeEnv } from './request.ts'

export interface TlsSettings {
  readonly cert: string
  readonly key: string
}

export interface Listening {
  readonly port: number
  close(): Promise<void>
}

/** How long a client may take before it is let go. */
export interface ExchangeTimeouts extends Pace {
  /** For the TLS handshake, and for the headers. */
  readonly headersMs: number
}

const TIMEOUTS: ExchangeTimeouts = { headersMs: 10_000, requestMs: 60_000, leastBytesPerS: LEAST_BYTES_PER_S }
/** Node looks for clients that hang every 30 s by itself: too seldom to keep what is said above. */
const CHECK_MS = 1_000
const KEEP_ALIVE_MS = 65_000
const DRAIN_MS = 5_000
/** Requests under way become idle connections one by one. */
const LOOK_MS = 50

export async function listenExchange(
  app: Hono<ExchangeEnv>,
  port: number,
  host: string,
  tls: TlsSettings,
  timeouts: ExchangeTimeouts = TIMEOUTS,
): Promise<Listening> {
  const lookMs = Math.min(CHECK_MS, timeouts.headersMs)
  const server = createAdaptorServer({
    fetch: app.fetch as (request: Request) => Response | Promise<Response>,
    createServer,
    serverOptions: {
      ...tls,
      minVersion: 'TLSv1.2',
      requestCert: true,
      // Every certificate is let through the handshake: who it belongs to is decided for each message, by its SHA-256 or its anchor and subject.
      rejectUnauthorized: false,
      handshakeTimeout: timeouts.headersMs,
      headersTimeout: timeouts.headersMs,
      // None for the whole of a request: see `keepPace`.
      requestTimeout: 0,
      connectionsCheckingInterval: lookMs,
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
  }) as Server
  keepPace(server, timeouts, lookMs)
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
