/** Wakes other processes on the same database (LISTEN and NOTIFY). Only a hint: one that is lost costs the time until somebody looks by himself. */
import { Client } from 'pg'
import type { PartyId } from '#core/message.ts'
import type { Database } from './database.ts'

export interface Bell {
  /** Something may be due for these parties. Rings are gathered while one is under way. */
  ring(parties: readonly PartyId[]): void
  close(): Promise<void>
}

const CHANNEL = 'korpu_due'
const AGAIN_MS = 1_000
/** Not in the transaction that stores: a commit that notifies waits for every other that does. */
const RING = `SELECT pg_notify('${CHANNEL}', party) FROM unnest($1::text[]) AS party`

/** `heard` is also called for what this process itself has rung. A database that is moved takes the bell along. */
export function hangBell(at: Pick<Database, 'url' | 'pool'>, heard: (party: PartyId) => void): Bell {
  const pending = new Set<PartyId>()
  let ringing = false
  let closed = false
  let listener: Client | undefined
  let timer: NodeJS.Timeout | undefined

  const listen = async (): Promise<void> => {
    const client = new Client({
      connectionString: at.url,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      application_name: 'korpu bell',
    })
    listener = client
    client.on('error', () => undefined)
    client.on('end', again)
    client.on('notification', ({ payload }) => heard(payload ?? ''))
    try {
      await client.connect()
      await client.query(`LISTEN ${CHANNEL}`)
    } catch {
      await client.end().catch(() => undefined)
      again()
    }
  }
  const again = (): void => {
    clearTimeout(timer)
    if (!closed) timer = setTimeout(() => void listen(), AGAIN_MS)
  }
  void listen()

  const ring = async (): Promise<void> => {
    ringing = true
    while (pending.size > 0) {
      const parties = [...pending]
      pending.clear()
      await at.pool.query({ name: 'korpu_ring', text: RING, values: [parties] }).catch(() => undefined)
    }
    ringing = false
  }

  return {
    ring(parties) {
      for (const party of parties) pending.add(party)
      if (!ringing && !closed) void ring()
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await listener?.end().catch(() => undefined)
    },
  }
}
