/** What the routes of the console are handed. */
import type { HttpBindings } from '@hono/node-server'
import type { Accounts, Sessions } from '#core/console/accounts.ts'
import type { Signed } from '#core/console/session.ts'
import type { Operations } from '#core/operations.ts'
import type { Clock, Ids, Log } from '#core/ports.ts'

export interface Console {
  readonly accounts: Accounts
  readonly sessions: Sessions
  readonly operations: Operations
  /** The time of day: sign-in goes by it, whatever time the hub plays. */
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly settings: ConsoleSettings
}

export interface ConsoleSettings {
  /** Where people open it; on loopback it may be undefined: whatever name of the machine itself they use. */
  readonly origin: string | undefined
  /** TLS ends at a proxy, which tells the address of the client. */
  readonly proxied: boolean
  /** Seals secrets of second factors; 32 bytes. */
  readonly secret: Uint8Array
  readonly environment: 'development' | 'production'
  readonly version: string
}

export interface ConsoleEnv {
  Bindings: HttpBindings
  Variables: {
    requestId: string
    /** Where the page is that asks. */
    origin: string
    /** Of the client. */
    address: string
    /** Hash of the cookie's token, and the live session that it stands for, be it half. */
    token: Buffer | undefined
    visitor: Signed | undefined
    /** Set by `requires`: who is signed in, wholly. */
    session: Signed
  }
}
