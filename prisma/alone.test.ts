import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { NewDelivery } from '#core/ports.ts'
import { acceptance, deliveryTo } from '#test/acceptance.ts'
import { STORE_KEYS } from '#test/store-keys.ts'
import { isAlone } from './alone.ts'
import { openDatabase } from './database.ts'

const dataDir = join(tmpdir(), `korpu-alone-${randomUUID()}`)
const LANE = [{ party: 'az-sms', free: 10 }]
const LEASE_MS = 60_000

describe('a hub that opens a database', () => {
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  it('has at once what a dead hub had in hand, but takes nothing from one that lives', { timeout: 60_000 }, async () => {
    const keeper = await openDatabase({ dataDir, owner: true }, STORE_KEYS)
    const pushed = deliveryTo('az-sms')
    const pulled: NewDelivery = deliveryTo('az-mfa', { transport: 'mailbox' })
    await keeper.store.accept(acceptance({ from: 'de', deliveries: [pushed, pulled] }))
    const now = new Date()
    expect(await keeper.store.claim(LANE, 'first', now, LEASE_MS)).toHaveLength(1)
    await keeper.store.lease('az-mfa', pulled.deliveryId, now, LEASE_MS)

    const beside = await openDatabase({ dataDir, owner: false }, STORE_KEYS)
    expect(await beside.store.claim(LANE, 'second', new Date(), LEASE_MS)).toEqual([])
    await beside.close()

    // As if the process had died: its connections are gone, PostgreSQL runs on.
    await keeper.store.close()
    expect(await isAlone(keeper.url)).toBe(true)
    const next = await openDatabase({ dataDir, owner: true }, STORE_KEYS)
    const [again] = await next.store.claim(LANE, 'third', new Date(Date.now() + 1_000), LEASE_MS)
    expect(await isAlone(next.url)).toBe(false)
    expect([again?.deliveryId, again?.attempt]).toEqual([pushed.deliveryId, 2])
    // What is leased from the mailbox is in the hands of the party, not of the dead hub.
    expect(await next.store.lease('az-mfa', pulled.deliveryId, new Date(), LEASE_MS)).toBe('taken')
    await next.close()
  })
})
