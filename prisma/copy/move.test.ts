import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createLog } from '#log'
import { replaceDirectory } from '#prisma/admin.ts'
import { verifyAudit } from '#prisma/audit.ts'
import { type Bell, hangBell } from '#prisma/bell.ts'
import { type Database, openDatabase } from '#prisma/database.ts'
import { type Embedded, startEmbedded } from '#prisma/embedded/start.ts'
import { acceptance, at, deliveryTo } from '#test/acceptance.ts'
import { testDirectory } from '#test/parties.ts'
import { STORE_KEYS } from '#test/store-keys.ts'
import { fenceOff } from './fence.ts'
import { move } from './move.ts'
import { openCopying, tablesOf } from './tables.ts'

describe('a move to a server', () => {
  const folder = join(tmpdir(), `korpu-move-${randomUUID()}`)
  const log: string[] = []
  let server: Embedded
  let database: Database
  let bell: Bell
  const heard: string[] = []

  const send = () => database.store.accept(acceptance({ from: 'de', deliveries: [deliveryTo('az-sms')] }))

  beforeAll(async () => {
    server = await startEmbedded(`${folder}-server`)
    database = await openDatabase({ dataDir: folder, owner: true }, STORE_KEYS, 4)
    database.watch(createLog('info', { write: (line) => void log.push(JSON.parse(line).event) }))
    bell = hangBell(database, (party) => void heard.push(party))
    await replaceDirectory(database.url, testDirectory())
    for (let number = 0; number < 20; number++) await send()
  })
  afterAll(async () => {
    await bell?.close()
    await database?.close()
    await server?.stop()
    for (const made of [folder, `${folder}-server`]) rmSync(made, { recursive: true, force: true })
  })

  it('keeps everybody from writing while it goes on, and lets them write again when it dies', async () => {
    const mover = await openCopying(database.url)
    await fenceOff(mover, await tablesOf(mover))
    await expect(send()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    await expect(database.store.attachments.expire(at(0), 1)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' })
    expect((await database.store.directory()).parties).not.toHaveLength(0)
    await mover.end()
    await vi.waitFor(async () => expect(await send()).toBe('accepted'))
  })

  it('is one at a time', async () => {
    const other = await openCopying(database.url)
    await other.query('SELECT pg_advisory_lock(56579)')
    await expect(move(database.url, server.url, () => undefined)).rejects.toMatchObject({ message: 'Another `korpu move` is under way.' })
    await other.end()
  })

  it('takes along what is written, changed and removed meanwhile; the store goes on there; nothing is lost', {
    timeout: 120_000,
  }, async () => {
    let accepted = 21
    let refused = 0
    let writing = true
    const writers = [1, 2].map(async () => {
      while (writing) {
        try {
          if ((await send()) === 'accepted') accepted++
        } catch (fault) {
          expect(fault).toMatchObject({ code: 'STORE_UNAVAILABLE' })
          refused++
          await sleep(20)
        }
      }
    })
    let changes = 0
    const url = database.url
    const moved = await move(url, server.url, (line) => {
      // While it copies: every certificate and agreement is removed and made again, and a party changes.
      if (line.startsWith('certificate:')) {
        changes++
        void replaceDirectory(url, { ...testDirectory(), agreements: testDirectory().agreements.slice(1) })
      }
    })
    expect(changes).toBe(1)
    await vi.waitUntil(() => log.includes('database.moved'), { timeout: 20_000 })
    const here = accepted
    await vi.waitUntil(() => accepted > here + 5, { timeout: 20_000 })
    writing = false
    await Promise.all(writers)

    expect(database.url).toBe(server.url)
    expect(moved.left).toBe(0)
    expect(moved.pauseMs).toBeLessThan(10_000)
    expect(refused).toBeGreaterThan(0)
    const { rows } = await database.pool.query(
      'SELECT (SELECT count(*)::int FROM message) AS messages, (SELECT count(*)::int FROM message_body) AS bodies',
    )
    expect(rows).toEqual([{ messages: accepted, bodies: accepted }])
    expect((await verifyAudit(database.pool)).broken).toEqual([])
    const { parties, agreements } = await database.store.directory()
    expect(parties.map(({ id }) => id).toSorted()).toEqual(
      testDirectory()
        .parties.map(({ id }) => id)
        .toSorted(),
    )
    expect(agreements).toHaveLength(testDirectory().agreements.length - 1)
    expect(parties.flatMap(({ certificates }) => certificates)).toHaveLength(testDirectory().parties.flatMap((p) => p.certificates).length)
    // What counts by itself goes on behind what was brought.
    await replaceDirectory(database.url, testDirectory())
  })

  it('takes the bell along', { timeout: 30_000 }, async () => {
    await vi.waitFor(
      () => {
        bell.ring(['xa'])
        expect(heard).toContain('xa')
      },
      { timeout: 20_000, interval: 100 },
    )
  })

  it('leaves a database on which no hub starts any more, which says where to look', async () => {
    await expect(openDatabase({ dataDir: folder, owner: true }, STORE_KEYS)).rejects.toMatchObject({
      name: 'PlainError',
      message: expect.stringMatching(/was moved to postgresql:\/\/\/postgres;/),
      hint: expect.stringContaining('DATABASE_URL'),
    })
  })

  it('is refused where something is already', async () => {
    const other = await openDatabase({ dataDir: `${folder}-other`, owner: true }, STORE_KEYS)
    await expect(move(other.url, server.url, () => undefined)).rejects.toMatchObject({ message: expect.stringContaining('holds data') })
    await other.close()
    rmSync(`${folder}-other`, { recursive: true, force: true })
  })
})
