/** What a large scan costs the hub: the real command with its embedded database, and a client that streams (issue of the message standard, item 7). */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { request as httpsRequest } from 'node:https'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterEach, expect, test } from 'vitest'
import type { PartyFileInput } from '#certs/party-file.ts'
import { makeDevelopmentPki, partyFiles } from '#certs/pki.ts'
import { cleanUp, newFolder, startKorpu } from './running.ts'

afterEach(cleanUp)

const MIB = 2 ** 20
const SIZE = 100 * MIB
const MOST_RISE = 50 * MIB
const LOOK_MS = 5

const MEASURABLE = existsSync('/proc/self/statm')
const what = 'a scan of 100 MiB, brought to a hub that has just started and fetched, raises its memory by less than 50 MiB'

if (!MEASURABLE) {
  const left = process.env.KORPU_TEST_REQUIRE === 'all' ? test : test.skip
  left(`${what}: left out, there is no /proc to measure it`, () => expect.fail('KORPU_TEST_REQUIRE=all asks for /proc'))
} else {
  test(what, { timeout: 180_000 }, async () => {
    const { ask, pid } = await startHub()
    // The first request loads what every other one uses too.
    await ask('GET', 'a'.repeat(64))
    const before = rssOf(pid)
    let highest = before
    const looking = setInterval(() => {
      highest = Math.max(highest, rssOf(pid))
    }, LOOK_MS)
    try {
      await bringAndFetch(ask, SIZE)
    } finally {
      clearInterval(looking)
    }
    expect(highest - before, `from ${before} to ${highest} bytes`).toBeLessThan(MOST_RISE)
  })
}

/** Resident memory in bytes. */
function rssOf(pid: number): number {
  const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(found?.[1]) * 1024
}

type Ask = (method: string, digest: string, body?: Readable) => Promise<{ readonly status: number | undefined; readonly digest: string }>

async function bringAndFetch(ask: Ask, size: number): Promise<void> {
  const { digest, pieces } = scanOf(size)
  expect((await ask('PUT', digest, Readable.from(pieces()))).status).toBe(204)
  expect(await ask('GET', digest)).toEqual({ status: 200, digest })
}

/** Random once, repeated: large for the hub, small for the test. */
function scanOf(size: number) {
  const piece = randomBytes(MIB)
  function* pieces() {
    yield Buffer.from('%PDF-1.7')
    for (let left = size - 8; left > 0; left -= piece.length) yield piece.subarray(0, Math.min(left, piece.length))
  }
  const hash = createHash('sha256')
  for (const part of pieces()) hash.update(part)
  return { digest: hash.digest('hex'), pieces }
}

async function startHub(): Promise<{ readonly ask: Ask; readonly pid: number }> {
  const pki = newFolder()
  await makeDevelopmentPki(pki, ['xa'])
  const file: PartyFileInput = {
    parties: [
      {
        id: 'xa',
        title: 'Sınaq tərəfi',
        dialect: 'json',
        endpoint: { transport: 'mailbox', signature: 'jades' },
        certificates: [
          { use: 'tls', file: 'xa.tls.cert.pem' },
          { use: 'signing', file: 'xa.sign.cert.pem' },
        ],
        serverAnchors: [],
      },
    ],
    agreements: [],
  }
  const parties = join(pki, 'parties.json')
  writeFileSync(parties, JSON.stringify(file))
  const own = partyFiles(pki, 'hub')
  const hub = startKorpu(['serve'], {
    env: {
      KORPU_DATA: newFolder(),
      KORPU_PARTIES: parties,
      KORPU_EXCHANGE_PORT: '0',
      KORPU_OPS_PORT: '0',
      KORPU_CONSOLE_PORT: '0',
      KORPU_TLS_CERT: own.tlsCert,
      KORPU_TLS_KEY: own.tlsKey,
    },
  })
  const [, port] = await hub.said(/exchange on 127\.0\.0\.1:(\d+),/)
  const { tlsCert, tlsKey } = partyFiles(pki, 'xa')
  const tls = {
    cert: readFileSync(tlsCert),
    key: readFileSync(tlsKey),
    ca: readFileSync(join(pki, 'ca.cert.pem')),
    servername: 'localhost',
  }
  const ask: Ask = (method, digest, body) =>
    new Promise((resolve, reject) => {
      const request = httpsRequest(
        { host: '127.0.0.1', port, method, path: `/v1/attachments/${digest}`, agent: false, ...tls },
        (response) => {
          const hash = createHash('sha256')
          response.on('data', (bytes: Buffer) => hash.update(bytes))
          response.on('end', () => resolve({ status: response.statusCode, digest: hash.digest('hex') })).on('error', reject)
        },
      )
      request.on('error', reject)
      if (body) pipeline(body, request).catch(reject)
      else request.end()
    })
  return { ask, pid: hub.pid }
}
