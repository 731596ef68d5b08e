/** The disk of the embedded database fills up under a hub at work (issue on delivery, item 4). */
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { startRealHub } from '#test/e2e/real-hub.ts'
import { cleanUp, newFolder } from '#test/e2e/running.ts'
import { MOUNTS, UNLESS_MOUNTS } from '#test/mounts.ts'

afterEach(cleanUp)

const MIB = 2 ** 20
/** The usual one: large enough that the space that the database has set aside is soon used up. */
const LETTER = 200 * 1024
const MOST_LETTERS = 600

it.runIf(MOUNTS)(
  `answers 503 with Retry-After while the disk is full, keeps all it has receipted, tells operators, and goes on by itself${UNLESS_MOUNTS}`,
  {
    timeout: 300_000,
  },
  async () => {
    const dataDir = newFolder()
    mkdirSync(dataDir, { mode: 0o755 })
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=220m,mode=755', 'tmpfs', dataDir])
    try {
      const hub = await startRealHub(dataDir, newFolder(), 'json')
      const accepted: string[] = []
      const send = async () => {
        const letter = await hub.letter(LETTER)
        return { ...letter, said: await hub.submit(letter.document) }
      }
      const first = await send()
      expect(first.said.status).toBe(202)
      accepted.push(first.messageId)
      const ballast = join(dataDir, 'ballast')
      expect(() => writeFileSync(ballast, Buffer.alloc(300 * MIB))).toThrow('ENOSPC')

      let refused = await send()
      for (let count = 0; refused.said.status === 202 && count < MOST_LETTERS; count++) {
        accepted.push(refused.messageId)
        refused = await send()
      }
      expect(refused.said).toEqual({ status: 503, retryAfter: '5' })
      await expect.poll(() => hub.process.out()).toMatch(/"fault":"[^"]*53100|"event":"database\.gone"/)

      rmSync(ballast)
      let again = refused.said
      for (let look = 0; again.status !== 202 && look < 120; look++) {
        expect(again.status).toBe(503)
        await sleep(500)
        again = await hub.submit(refused.document)
      }
      expect(again.status).toBe(202)
      for (const messageId of [...accepted, refused.messageId]) {
        expect((await hub.get(`/v1/messages/${messageId}`)).status, messageId).toBe(200)
      }
      await hub.close()
      await hub.process.end('SIGTERM')
    } finally {
      execFileSync('umount', ['-l', dataDir])
    }
  },
)
