import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptance, at, auditEvent, deliveryTo, NOW, type Wish, xmlDocument } from '#test/acceptance.ts'
import { STORE_KEYS, storeKey, storeKeys } from '#test/store-keys.ts'
import { rotateStoreKey } from './at-rest/rotate.ts'
import { type Database, openDatabase } from './database.ts'

describe('case references', () => {
  const dataDir = join(tmpdir(), `korpu-references-${randomUUID()}`)
  let database: Database
  beforeAll(async () => {
    database = await openDatabase({ dataDir, owner: true }, STORE_KEYS, 4)
  })
  afterAll(async () => {
    await database?.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  const stored = async (wish: Partial<Wish> = {}) => {
    const one = acceptance({ from: 'de', deliveries: [deliveryTo('az-sms')], ...wish })
    expect(await database.store.accept(one)).toBe('accepted')
    return { ...one.message, deliveryId: one.deliveries[0]?.deliveryId ?? '' }
  }

  it('find the case in which a message gave them, however they are written', async () => {
    const { conversationId } = await stored({ references: ['AZ-2026/0017'] })
    await stored({ conversationId, length: 1, references: ['AZ-2026/0017', 'BAMF1'] })
    expect(await database.references.find(' az-2026/ 0017')).toEqual([conversationId])
    expect(await database.references.find('BAMF 1')).toEqual([conversationId])
    expect(await database.references.find('AZ-2026/001')).toEqual([])
  })

  it('stand nowhere in the tables', async () => {
    await stored({ references: ['SECRET77'] })
    const { rows } = await database.pool.query(
      `SELECT position('SECRET77'::bytea IN hash) + position(sha256('SECRET77') IN hash) AS found FROM case_reference`,
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ found }) => found === 0)).toBe(true)
  })

  it('are taken in from messages that were accepted before they were kept, once', async () => {
    const earlier = acceptance({ from: 'fr', deliveries: [deliveryTo('az-sms')] })
    const content = Buffer.from(JSON.stringify({ header: {}, body: { caseReference: 'OFII 9' } }))
    await database.store.accept({ ...earlier, message: { ...earlier.message, content } })
    expect(await database.references.find('OFII 9')).toEqual([])
    expect(await database.references.takeIn(at(86_400))).toBe('done')
    expect(await database.references.find('OFII 9')).toEqual([earlier.message.conversationId])
    const { rows } = await database.pool.query('SELECT reached_at FROM reference_key')
    expect(rows).toEqual([{ reached_at: NOW }])
  })

  it('go with the last content of their case', async () => {
    const first = await stored({ references: ['GONE1'] })
    const second = await stored({ conversationId: first.conversationId, length: 1 })
    const erase = async ({ deliveryId, messageId, from }: typeof first) => {
      const outcome = { state: 'delivered', receipt: xmlDocument('<Receipt/>'), receiptId: randomUUID(), digest: 'd', at: at(1) } as const
      await database.store.settle(deliveryId, outcome, { audit: auditEvent('ContentHandover', 'az-sms', { messageId }) })
      expect(await database.store.erasure.erase([{ messageId, from, rule: 'R1' }], { at: at(2) })).toHaveLength(1)
    }
    await erase(first)
    expect(await database.references.find('GONE1')).toEqual([first.conversationId])
    await erase(second)
    expect(await database.references.find('GONE1')).toEqual([])
  })

  it('are found under the next store key too', async () => {
    const { conversationId } = await stored({ references: ['KEPT1'] })
    const keys = storeKeys(storeKey(9), STORE_KEYS.newest)
    expect((await rotateStoreKey(database.pool, keys)).left).toBe(0)
    const other = await openDatabase({ dataDir, owner: false }, storeKeys(storeKey(9)), 2)
    try {
      expect(await other.references.find('KEPT1')).toEqual([conversationId])
    } finally {
      await other.close()
    }
  })
})
