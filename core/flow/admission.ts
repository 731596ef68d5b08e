/**
 * Who is let in, and how much at once, so that a flood from one party neither slows the others nor fills the memory. Each process judges by
 * itself: with several hubs a party may ask that many times as much.
 */
import type { Allowance, PartyRecord } from '#core/directory.ts'
import { hubError } from '#core/errors.ts'
import { MESSAGE_LIMIT_BYTES } from '#core/inbound.ts'
import type { PartyId } from '#core/message.ts'
import type { Clock } from '#core/ports.ts'
import { fairGate, type Gate } from './fair-gate.ts'

export interface AdmissionLimits {
  /** For all bodies that are in memory at once. */
  readonly roomBytes: number
  /** How many small messages may be worked on at once. */
  readonly turns: number
}

export interface Admission {
  /** A request of a party has come; disposing of the answer says that it is over. Throws RATE_LIMITED beyond the party's allowance. */
  enter(party: PartyRecord): Disposable
  /** For the bytes of a body, before it is read. */
  readonly room: Gate
  /** For working on a message, once it is there. */
  readonly turns: Gate
  /** In turns: the larger a message, the more memory its trees take. The largest is worked on alone. */
  weightOf(bytes: number): number
}

/** A client that hears nothing for longer gives up, and comes again. */
const WAIT_MS = 5_000
/** What one party may have of all. Enough to keep one processor busy, so that it is little slower when it is alone. */
const SHARE = 1 / 4
const CROWDED_RETRY_S = 2

export function admission(clock: Clock, { roomBytes, turns }: AdmissionLimits): Admission {
  const buckets = new Map<PartyId, Bucket>()
  const underWay = new Map<PartyId, number>()
  const gate = (capacity: number): Gate => fairGate({ capacity, share: Math.ceil(capacity * SHARE), queue: 64, waitMs: WAIT_MS })
  return {
    enter({ id, allowance }) {
      const now = clock.now().getTime()
      const bucket = refilled(buckets.get(id), allowance, now)
      buckets.set(id, bucket)
      if (bucket.tokens < 1) throw hubError('RATE_LIMITED', { retryAfterS: Math.ceil((1 - bucket.tokens) / allowance.perSecond) })
      const count = underWay.get(id) ?? 0
      if (count >= allowance.atOnce) {
        throw hubError('RATE_LIMITED', { detail: 'Too many requests of yours are under way.', retryAfterS: CROWDED_RETRY_S })
      }
      buckets.set(id, { ...bucket, tokens: bucket.tokens - 1 })
      underWay.set(id, count + 1)
      return { [Symbol.dispose]: () => void underWay.set(id, (underWay.get(id) ?? 1) - 1) }
    },
    room: gate(roomBytes),
    turns: gate(turns),
    weightOf: (bytes) => Math.max(1, Math.ceil((turns * bytes) / MESSAGE_LIMIT_BYTES)),
  }
}

/** Each request takes a token; what is missing comes back with time. */
interface Bucket {
  readonly tokens: number
  /** When they were counted, in milliseconds of the epoch. */
  readonly at: number
}

function refilled(bucket: Bucket | undefined, { perSecond, burst }: Allowance, now: number): Bucket {
  if (!bucket) return { tokens: burst, at: now }
  const earned = (Math.max(0, now - bucket.at) * perSecond) / 1000
  return { tokens: Math.min(burst, bucket.tokens + earned), at: now }
}
