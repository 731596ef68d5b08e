/** Sessions of the console: how long they live, and how little of them is kept. */
import { hash, randomBytes } from 'node:crypto'
import type { Role } from './roles.ts'

const MINUTE_MS = 60_000

export const IDLE_MS = 15 * MINUTE_MS
export const ABSOLUTE_MS = 8 * 60 * MINUTE_MS
/** Between the password and the second factor. */
export const HALF_WAY_MS = 5 * MINUTE_MS
/** How long a step-up counts. */
export const STEP_UP_MS = 5 * MINUTE_MS
/** Activity is noted this seldom: a page that is read is not a page that writes. */
export const TOUCH_MS = 15_000

/** `half`: the password was right, the second factor is owed. */
export type Level = 'half' | 'full'

export interface Session {
  /** For people and the audit trail; lets nobody in. */
  readonly sessionId: string
  readonly account: string
  readonly level: Level
  readonly createdAt: Date
  /** Of the last activity. Polling and the event stream are none. */
  readonly seenAt: Date
  readonly endsAt: Date
  readonly address: string
  readonly agent: string
  readonly steppedUpAt: Date | undefined
}

/** A live session with the account that it belongs to, as it is now. */
export interface Signed extends Session {
  readonly role: Role
}

/** What the cookie holds: 256 bits, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of it. */
export const hashOfToken = (token: string): Buffer => hash('sha256', token, 'buffer')

export const idleEndOf = ({ seenAt, endsAt }: Session): Date => new Date(Math.min(seenAt.getTime() + IDLE_MS, endsAt.getTime()))

export const isLive = (session: Session, now: Date): boolean => now < idleEndOf(session)

export function stepUpEndOf({ steppedUpAt }: Session, now: Date): Date | undefined {
  const end = steppedUpAt && new Date(steppedUpAt.getTime() + STEP_UP_MS)
  return end && now < end ? end : undefined
}
