/** What stands in the tables, seen by somebody who has them and not the store key; and somebody who may write into them. */
import { hash, randomBytes, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '#prisma/database.ts'
import { acceptance, at, deliveryTo, xmlDocument } from '#test/acceptance.ts'
import { STORE_KEYS, storeKey, storeKeys } from '#test/store-keys.ts'
import { rotateStoreKey } from './rotate.ts'

const NAME = 'Şıxəliyev Ələkbər'
const NEWER = storeKey(8)
const SENT = xmlDocument(`<Sent>${NAME}</Sent>`)

describe('encryption at rest', () => {
  const dataDir = join(tmpdir(), `korpu-at-rest-${randomUUID()}`)
  let database: Database
  beforeAll(async () => {
    database = await openDatabase({ dataDir, owner: true }, STORE_KEYS, 4)
  })
  afterAll(async () => {
    await database?.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  let seconds = 0
  const claim = async (party: string, { store } = database) => store.claim([{ party, free: 9 }], 'a hub', at(seconds++), 1)
  const original = async (messageId: string, { store } = database) =>
    Buffer.from((await store.evidence(messageId, 'de'))?.original?.bytes ?? []).toString()

  /** Accepted, with the bytes for its recipient made. */
  const exchanged = async (party = randomUUID(), { store } = database) => {
    const delivery = deliveryTo(party)
    const one = acceptance({ from: 'de', deliveries: [delivery], text: NAME })
    expect(await store.accept(one)).toBe('accepted')
    await claim(party)
    await store.encoded(delivery.deliveryId, SENT, one.message.contentDigest)
    return { ...one.message, deliveryId: delivery.deliveryId, party }
  }

  const uploaded = async (bytes = randomBytes(3000), { store } = database) => {
    const attachmentId = randomUUID()
    const digest = hash('sha256', bytes)
    await store.attachments.begin({ attachmentId, party: 'de', digest, size: 9000, expiresAt: at(86_400) }, 1_000_000)
    for (let number = 0; number < 3; number++)
      await store.attachments.append(attachmentId, number, bytes.subarray(number * 1000, (number + 1) * 1000))
    await store.attachments.finish(attachmentId, { size: bytes.length, mediaType: 'image/jpeg', expiresAt: at(86_400) })
    return { attachmentId, bytes }
  }
  const fetched = async (attachmentId: string, { store } = database) =>
    Buffer.concat(await Promise.all([0, 1, 2].map(async (number) => (await store.attachments.chunk(attachmentId, number)) ?? Buffer.of())))

  /** The same database, seen by a process that starts now. */
  const withOther = async <T>(look: (other: Database) => Promise<T>, keys = storeKeys(STORE_KEYS.newest, NEWER)): Promise<T> => {
    const other = await openDatabase({ dataDir, owner: false }, keys, 2)
    try {
      return await look(other)
    } finally {
      await other.close()
    }
  }
  const all = async (sql: string, ...values: readonly unknown[]) => (await database.pool.query(sql, [...values])).rows
  const holds = async (bytes: string): Promise<number> => {
    const [row] = await all(
      `SELECT (SELECT count(*) FROM message_body WHERE position($1::bytea IN coalesce(original, '')) + position($1::bytea IN content) > 0)::int
        + (SELECT count(*) FROM delivery WHERE position($1::bytea IN coalesce(encoded_bytes, '')) > 0)::int
        + (SELECT count(*) FROM attachment_chunk WHERE position($1::bytea IN bytes) > 0)::int AS found`,
      Buffer.from(bytes),
    )
    return row.found
  }

  it('leaves no word of a message or an attachment in the tables, and gives all of it back', async () => {
    const one = await exchanged()
    const { attachmentId, bytes } = await uploaded(
      Buffer.concat([Buffer.from(NAME), randomBytes(2000), Buffer.alloc(1000, NAME)]).subarray(0, 3000),
    )
    expect(await holds(NAME)).toBe(0)
    await withOther(async (other) => {
      expect(await original(one.messageId, other)).toBe(Buffer.from(one.original).toString())
      const [again] = await claim(one.party, other)
      expect(Buffer.from(again?.content ?? []).toString()).toBe(Buffer.from(one.content).toString())
      expect(Buffer.from(again?.encoded?.bytes ?? []).toString()).toBe(Buffer.from(SENT.bytes).toString())
      expect((await fetched(attachmentId, other)).equals(bytes)).toBe(true)
    })
  })

  it('keeps the bytes that were made first, whichever process asks', async () => {
    const one = await exchanged()
    const later = await withOther(({ store }) => store.encoded(one.deliveryId, xmlDocument('<Later/>'), one.contentDigest))
    expect(Buffer.from(later.bytes).toString()).toBe(Buffer.from(SENT.bytes).toString())
  })

  it('gives a message of some megabytes back as it was', async () => {
    const text = randomBytes(3_000_000).toString('base64')
    const one = acceptance({ from: 'de', deliveries: [deliveryTo('az-sms')], text })
    await database.store.accept(one)
    expect(await original(one.message.messageId)).toContain(text)
  })

  it('goes over to a new store key while hubs run, without touching bodies; then the old one is not needed', async () => {
    const one = await exchanged()
    const { attachmentId, bytes } = await uploaded()
    const body = () => all(`SELECT sha256(original || content) AS digest FROM message_body WHERE message_id = $1`, one.messageId)
    const before = await body()
    const both = storeKeys(NEWER, STORE_KEYS.newest)
    await expect(withOther(async () => undefined, storeKeys(NEWER))).rejects.toMatchObject({
      name: 'PlainError',
      message: expect.stringContaining(STORE_KEYS.newest.id),
    })
    await withOther(async ({ pool }) => {
      const { wrapped, left } = await rotateStoreKey(pool, both)
      expect([wrapped > 1, left]).toEqual([true, 0])
      expect(await rotateStoreKey(pool, both)).toEqual({ wrapped: 0, left: 0 })
    }, both)
    expect(await body()).toEqual(before)
    expect(await all('SELECT id FROM store_key')).toEqual([{ id: NEWER.id }])
    await withOther(async (other) => {
      expect(await original(one.messageId, other)).toBe(Buffer.from(one.original).toString())
      expect((await fetched(attachmentId, other)).equals(bytes)).toBe(true)
    }, storeKeys(NEWER))
  })

  it.each([
    ['another message', `UPDATE message_body SET content = (SELECT content FROM message_body WHERE message_id = $2) WHERE message_id = $1`],
    [
      'a changed byte',
      `UPDATE message_body SET content = set_byte(content, 20, get_byte(content, 20) # 1) WHERE message_id = $1 AND $2 <> $1`,
    ],
    [
      'the key of another',
      `UPDATE message_body SET wrapped_key = (SELECT wrapped_key FROM message_body WHERE message_id = $2) WHERE message_id = $1`,
    ],
    ['too little', `UPDATE message_body SET content = '\\x00' WHERE message_id = $1 AND $2 <> $1`],
  ])('notices %s in the place of a body, and only that delivery suffers', async (_, tampering) => {
    const party = randomUUID()
    const [first, second] = [
      acceptance({ from: 'de', deliveries: [deliveryTo(party)] }),
      acceptance({ from: 'de', deliveries: [deliveryTo(party)] }),
    ]
    await database.store.accept(first)
    await database.store.accept(second)
    await database.pool.query(tampering, [first.message.messageId, second.message.messageId])
    const claimed = await claim(party)
    const of = (messageId: string) => claimed.find((one) => one.messageId === messageId)
    expect(() => of(first.message.messageId)?.content).toThrow('is not what was stored')
    expect(Buffer.from(of(second.message.messageId)?.content ?? []).equals(second.message.content)).toBe(true)
  })

  it.each([
    [
      'swapped',
      `UPDATE attachment_chunk AS c SET bytes = other.bytes FROM attachment_chunk AS other
      WHERE c.attachment_id = $1 AND other.attachment_id = $1 AND c.number + other.number = 1`,
    ],
    [
      'changed',
      `UPDATE attachment_chunk SET bytes = set_byte(bytes, 500, get_byte(bytes, 500) # 1) WHERE attachment_id = $1 AND number = 1`,
    ],
    [
      'taken off its end',
      `WITH cut AS (DELETE FROM attachment_chunk WHERE attachment_id = $1 AND number = 2)
      UPDATE attachment SET size = 2000 WHERE attachment_id = $1`,
    ],
  ])('notices chunks of an attachment that were %s', async (_, tampering) => {
    const { attachmentId } = await uploaded()
    await database.pool.query(tampering, [attachmentId])
    await expect(fetched(attachmentId)).rejects.toThrow('is not what was stored')
  })

  it('waits until no process of a version is connected that could not read it; what was stored till then stays readable', async () => {
    await withOther(async (other) => {
      const old = new Client({ connectionString: other.url, application_name: 'korpu' })
      await old.connect()
      const before = await withOther(async (third) => {
        const one = await exchanged(randomUUID(), third)
        const { attachmentId, bytes } = await uploaded(randomBytes(3000), third)
        return { one, attachmentId, bytes }
      })
      expect(await all('SELECT key_id FROM message_body WHERE message_id = $1', before.one.messageId)).toEqual([{ key_id: null }])
      expect(await holds(NAME)).toBeGreaterThan(0)
      await old.end()
      const after = await exchanged(randomUUID(), other)
      expect(await all('SELECT key_id FROM message_body WHERE message_id = $1', after.messageId)).toEqual([
        { key_id: STORE_KEYS.newest.id },
      ])
      expect(await original(before.one.messageId)).toBe(Buffer.from(before.one.original).toString())
      const [again] = await claim(before.one.party)
      expect(Buffer.from(again?.encoded?.bytes ?? []).toString()).toBe(Buffer.from(SENT.bytes).toString())
      expect((await fetched(before.attachmentId)).equals(before.bytes)).toBe(true)
    })
  })
})
