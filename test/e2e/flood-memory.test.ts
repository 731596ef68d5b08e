/** What a flood of the largest messages costs the hub: the real command, and a party that sends without waiting (issue on delivery, item 4). */
import { existsSync, readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { startRealHub } from './real-hub.ts'
import { cleanUp, newFolder } from './running.ts'

afterEach(cleanUp)

const MIB = 2 ** 20
const SIZE = 9 * MIB
const AT_ONCE = 40
/** Beyond what one of them has taken. The bodies alone would be 360 MiB, and their trees several times that. */
const MOST_RISE = 300 * MIB
const LOOK_MS = 20

const MEASURABLE = existsSync('/proc/self/statm')
const what = `${AT_ONCE} messages of 9 MiB at once raise its memory by less than 300 MiB, and it goes on`

if (!MEASURABLE) {
  const left = process.env.KORPU_TEST_REQUIRE === 'all' ? test : test.skip
  left(`${what}: left out, there is no /proc to measure it`, () => expect.fail('KORPU_TEST_REQUIRE=all asks for /proc'))
} else {
  test(what, { timeout: 300_000 }, async () => {
    const hub = await startRealHub(newFolder(), newFolder(), 'xml')
    // Well-formed and well signed, and refused only by the schema: so each of them is worked on anew.
    const large = await hub.letter(SIZE)
    expect((await hub.submit(large.document)).status).toBe(422)
    const before = rssOf(hub.process.pid)
    let highest = before
    const looking = setInterval(() => {
      highest = Math.max(highest, rssOf(hub.process.pid))
    }, LOOK_MS)
    try {
      const said = await Promise.all(Array.from({ length: AT_ONCE }, () => hub.submit(large.document)))
      const told = said.map(({ status, retryAfter }) => `${status}${retryAfter === undefined ? '' : ' later'}`)
      expect(new Set(told).difference(new Set(['422', '429 later', '503 later']))).toEqual(new Set())
    } finally {
      clearInterval(looking)
    }
    expect(highest - before, `from ${before} to ${highest} bytes`).toBeLessThan(MOST_RISE)
    expect((await hub.submit((await hub.letter(4_096)).document)).status).toBe(202)
    await hub.close()
  })
}

/** Resident memory in bytes. */
function rssOf(pid: number): number {
  const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(found?.[1]) * 1024
}
