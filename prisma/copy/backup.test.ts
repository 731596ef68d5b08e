import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '#prisma/audit.ts'
import { type Database, openDatabase } from '#prisma/database.ts'
import { makeDataFolder } from '#prisma/embedded/data-folder.ts'
import { resumeHub } from '#prisma/restoration.ts'
import { acceptance, at, auditEvent, deliveryTo, NOW, xmlDocument } from '#test/acceptance.ts'
import { STORE_KEYS } from '#test/store-keys.ts'
import { type Backup, backup } from './backup.ts'
import { readBackup } from './read-backup.ts'
import { restore } from './restore.ts'
import { openCopying, tablesOf } from './tables.ts'
import { tallyOf } from './tally.ts'

const DAMAGED = { name: 'PlainError', message: expect.stringContaining('is damaged') }

describe('a backup', () => {
  const folder = join(tmpdir(), `korpu-backup-${randomUUID()}`)
  const file = join(folder, 'one.korpu')
  const known = acceptance({ from: 'de', deliveries: [deliveryTo('az-sms')], text: 'Ğ\tİ\n\\ \\. ə' })
  let database: Database
  let made: Backup

  const inOther = (name: string): string => join(folder, name)
  const rows = async (url: string): Promise<Record<string, unknown>> => {
    const client = await openCopying(url)
    const found: [string, unknown][] = []
    for (const table of await tablesOf(client)) found.push([table.name, await tallyOf(client, table)])
    await client.end()
    return Object.fromEntries(found)
  }

  beforeAll(async () => {
    makeDataFolder(folder)
    database = await openDatabase({ dataDir: inOther('database'), owner: true }, STORE_KEYS)
    const { store } = database
    await store.accept(known)
    const signed = xmlDocument('<Message>as it was signed</Message>')
    await store.encoded(known.deliveries[0]?.deliveryId ?? '', signed, known.message.contentDigest)
    await store.claim([{ party: 'az-sms', free: 5 }], 'a hub', NOW, 60_000)
    const attachmentId = randomUUID()
    await store.attachments.begin({ attachmentId, party: 'de', digest: 'f'.repeat(64), size: 3_000_000, expiresAt: at(86_400) }, 10_000_000)
    for (let number = 0; number < 12; number++) await store.attachments.append(attachmentId, number, randomBytes(262_144))
    await store.attachments.finish(attachmentId, { size: 12 * 262_144, mediaType: 'image/jpeg', expiresAt: at(86_400) })
    let writing = true
    const writer = (async () => {
      while (writing) await store.accept(acceptance({ from: 'de', deliveries: [deliveryTo('az-sms')] }))
    })()
    made = await backup(database.url, file)
    writing = false
    await writer
  })
  afterAll(async () => {
    await database?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is taken while the hub works, for its owner only, and is what it says', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).toSorted()).toEqual(['database', 'one.korpu'])
    expect(await readBackup(file)).toEqual(made)
    const { message, message_body, delivery, conversation, attachment_chunk } = made.tables
    expect(message?.rows).toBeGreaterThanOrEqual(1)
    expect([message_body?.rows, delivery?.rows, conversation?.rows]).toEqual([message?.rows, message?.rows, message?.rows])
    expect(attachment_chunk?.rows).toBe(12)
    expect(made.auditHeads.reduce((sum, { length }) => sum + Number(length), 0)).toBe(made.tables.audit_link?.rows)
  })

  it('does not take the place of an older one', async () => {
    await expect(backup(database.url, file)).rejects.toMatchObject({
      name: 'PlainError',
      message: expect.stringContaining('there already'),
    })
  })

  it('brought back, holds the same, is held, frees what was leased, and marks the gap', { timeout: 60_000 }, async () => {
    const dataDir = inOther('restored')
    await restore(file, dataDir)
    const restored = await openDatabase({ dataDir, owner: true }, STORE_KEYS)
    try {
      const {
        directory_revision: _,
        restoration,
        audit_chain,
        audit_link,
        delivery,
        ...same
      } = (await rows(restored.url)) as Backup['tables']
      for (const [name, tally] of Object.entries(same)) expect(tally, name).toEqual(made.tables[name])
      expect([restoration?.rows, delivery?.rows]).toEqual([1, made.tables.delivery?.rows])
      expect([audit_link?.rows, audit_chain?.rows]).toEqual([
        (made.tables.audit_link?.rows ?? 0) + 1,
        (made.tables.audit_chain?.rows ?? 0) + 1,
      ])
      expect((await verifyAudit(restored.pool)).broken).toEqual([])
      const { rows: events } = await restored.pool.query(`SELECT event FROM audit_link WHERE party = 'hub'`)
      expect(events).toEqual([{ event: `hub.restored ${made.takenAt}` }])

      const { store } = restored
      const { restorations } = await store.directory()
      expect(restorations).toEqual([{ backupAt: new Date(made.takenAt), restoredAt: expect.any(Date), resumedAt: undefined }])
      const first = await store.known('de', known.message.messageId, known.message.conversationId)
      expect(Buffer.from(first.first?.receipt.bytes ?? []).toString()).toBe(Buffer.from(known.receipt.bytes).toString())
      const claimed = await store.claim([{ party: 'az-sms', free: 1000 }], 'another hub', new Date(), 60_000)
      const again = claimed.find(({ messageId }) => messageId === known.message.messageId)
      expect(again?.deliveryId).toBe(known.deliveries[0]?.deliveryId)
      expect(Buffer.from(again?.encoded?.bytes ?? []).toString()).toBe('<Message>as it was signed</Message>')
      expect(await store.accept(acceptance({ from: 'de', deliveries: [deliveryTo('az-sms')] }))).toBe('accepted')

      const before = await store.directoryRevision()
      expect(await resumeHub(restored.pool, 'Nərgiz', NOW)).toBe(true)
      expect(await resumeHub(restored.pool, 'Nərgiz', NOW)).toBe(false)
      expect((await store.directory()).restorations[0]?.resumedAt).toEqual(NOW)
      expect(await store.directoryRevision()).toBe(before + 1)
    } finally {
      await restored.close()
    }
  })

  it('is not brought back over anything', async () => {
    await expect(restore(file, inOther('database'))).rejects.toMatchObject({
      name: 'PlainError',
      message: expect.stringContaining('already'),
    })
  })

  const plain = () => gunzipSync(readFileSync(file))
  const changed = (edit: (bytes: Buffer) => Uint8Array): string => {
    const other = inOther(`${randomUUID()}.korpu`)
    writeFileSync(other, gzipSync(edit(plain())))
    return other
  }
  const headed = (edit: (head: Record<string, unknown>) => object): string =>
    changed((bytes) => {
      const end = 5 + bytes.readUInt32BE(1)
      const head = Buffer.from(JSON.stringify(edit(JSON.parse(bytes.toString('utf8', 5, end)))))
      const length = Buffer.alloc(5, 'H')
      length.writeUInt32BE(head.length, 1)
      return Buffer.concat([length, head, bytes.subarray(end)])
    })

  it.each([
    ['cut off in the middle of gzip', () => truncated()],
    ['cut off between two frames', () => changed((bytes) => bytes.subarray(0, bytes.length - 5 - endLength(bytes)))],
    ['changed in one letter', () => changed((bytes) => replaced(bytes, 'SubmissionAcceptance', 'SubmissionRejection_'))],
    ['with something behind its end', () => changed((bytes) => Buffer.concat([bytes, bytes.subarray(0, 5 + bytes.readUInt32BE(1))]))],
    ['that is none', () => changed(() => Buffer.from('hello'))],
    ['that is not even gzip', () => plainFile()],
  ])('is refused %s, and nothing is made', async (_, other) => {
    const damaged = other()
    await expect(readBackup(damaged)).rejects.toMatchObject(DAMAGED)
    const before = readdirSync(folder)
    await expect(restore(damaged, inOther('never'))).rejects.toMatchObject(DAMAGED)
    expect(readdirSync(folder)).toEqual(before)
  })

  const truncated = (): string => {
    const other = inOther(`${randomUUID()}.korpu`)
    writeFileSync(other, readFileSync(file).subarray(0, -1000))
    return other
  }
  const plainFile = (): string => {
    const other = inOther(`${randomUUID()}.korpu`)
    writeFileSync(other, 'hello')
    return other
  }

  it.each([
    ['a newer format', (head: Record<string, unknown>) => ({ ...head, format: 2 }), 'format 2'],
    [
      'tables of another version',
      (head: Record<string, unknown>) => ({ ...head, migrations: [{ name: '20990101000000_x', checksum: 'x' }] }),
      'another version',
    ],
  ])('of %s is refused in a sentence', async (_, edit, sentence) => {
    await expect(restore(headed(edit), inOther('never'))).rejects.toMatchObject({
      name: 'PlainError',
      message: expect.stringContaining(sentence),
    })
  })

  it('holds refusals and receipts that came just before it', async () => {
    await database.store.refused(auditEvent('SubmissionRejection', 'fr'))
    const later = await backup(database.url, inOther('two.korpu'))
    expect(later.auditHeads.some(({ party }) => party === 'fr')).toBe(true)
  })
})

function endLength(bytes: Buffer): number {
  const at = bytes.lastIndexOf('{"tables":')
  return bytes.length - at
}

function replaced(bytes: Buffer, one: string, other: string): Buffer {
  const at = bytes.indexOf(Buffer.from(one))
  const copy = Buffer.from(bytes)
  copy.write(other, at)
  return copy
}
