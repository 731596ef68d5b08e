import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { makeDevelopmentPki, partyFiles } from '#certs/pki.ts'
import { databasePid, gone, isRunning, killDatabase } from '#test/crash/processes.ts'
import { cleanUp, newFolder, type Running, ranKorpu, startKorpu } from './running.ts'

afterEach(cleanUp)

/** Ports of the system's choice, as the hub tells them. */
const ANY_PORT = { KORPU_EXCHANGE_PORT: '0', KORPU_OPS_PORT: '0', KORPU_CONSOLE_PORT: '0' }

async function opsOf(hub: Running): Promise<(path: string) => Promise<Response>> {
  const [, port] = await hub.said(/health on 127\.0\.0\.1:(\d+),/)
  return (path) => fetch(`http://127.0.0.1:${port}${path}`)
}

describe('korpu serve', () => {
  it('says where it serves, tells its health and its metrics, and ends in order when asked', { timeout: 60_000 }, async () => {
    const data = newFolder()
    mkdirSync(data)
    writeFileSync(join(data, 'ops-port'), '0\n')
    const hub = startKorpu(['serve'], {
      env: {
        KORPU_DATA: data,
        KORPU_EXCHANGE_PORT: '0',
        KORPU_OPS_PORT_FILE: join(data, 'ops-port'),
        KORPU_CONSOLE_PORT: '0',
        KORPU_LOG_LEVEL: 'info',
      },
    })
    const ask = await opsOf(hub)
    expect(hub.err()).toMatch(
      /^korpu is serving: exchange on 127\.0\.0\.1:\d+, health on 127\.0\.0\.1:\d+, console on 127\.0\.0\.1:\d+\.\n$/,
    )
    expect((await ask('/health/live')).status).toBe(200)
    expect((await ask('/health/ready')).status).toBe(200)
    const metrics = await ask('/metrics')
    expect(metrics.headers.get('content-type')).toContain('text/plain; version=0.0.4')
    expect(await metrics.text()).toMatch(/^korpu_events_total\{event="hub.started"\} 1$/m)
    expect((await ask('/')).status).toBe(404)

    const database = databasePid(data) ?? 0
    expect(isRunning(database)).toBe(true)
    const { code, tookMs } = await hub.end('SIGTERM')
    expect(code).toBe(0)
    expect(tookMs).toBeLessThan(5_000)
    expect(isRunning(database)).toBe(false)
    const lines = hub.out().trim().split('\n')
    expect(lines.map((line) => JSON.parse(line).event)).toEqual(['hub.started', 'hub.stopped'])
  })

  it('is live and not ready while its database is gone, starts it again, and ends in order', { timeout: 60_000 }, async () => {
    const data = newFolder()
    const hub = startKorpu(['serve'], { env: { KORPU_DATA: data, ...ANY_PORT } })
    const ask = await opsOf(hub)
    await killDatabase(data)
    expect((await ask('/health/live')).status).toBe(200)
    expect((await ask('/health/ready')).status).toBe(503)
    await vi.waitFor(async () => expect((await ask('/health/ready')).status).toBe(200), { timeout: 30_000, interval: 100 })
    const database = databasePid(data) ?? 0
    expect((await hub.end('SIGTERM')).code).toBe(0)
    expect(isRunning(database)).toBe(false)
  })

  it('shares one embedded database: whoever ends last stops it', { timeout: 90_000 }, async () => {
    const data = newFolder()
    const first = startKorpu(['serve'], { env: { KORPU_DATA: data, ...ANY_PORT } })
    await opsOf(first)
    const second = startKorpu(['serve'], { env: { KORPU_DATA: data, ...ANY_PORT } })
    const ask = await opsOf(second)
    const database = databasePid(data) ?? 0
    expect((await first.end('SIGTERM')).code).toBe(0)
    expect((await ask('/health/ready')).status).toBe(200)
    expect((await second.end('SIGTERM')).code).toBe(0)
    expect(isRunning(database)).toBe(false)
  })

  it('asked to end while it starts, leaves nothing running', { timeout: 60_000 }, async () => {
    const data = newFolder()
    const hub = startKorpu(['serve'], { env: { KORPU_DATA: data, ...ANY_PORT } })
    await vi.waitUntil(() => databasePid(data), { timeout: 30_000, interval: 10 })
    const database = databasePid(data) ?? 0
    expect((await hub.end('SIGTERM')).code).toBe(0)
    await gone(database)
  })
})

describe('korpu serve ends with 2 and a sentence', () => {
  const refused = async (env: Readonly<Record<string, string>>, sentence: string | RegExp) => {
    const { code, out, err } = await ranKorpu(['serve'], { env })
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(sentence)
    expect(err.trim().split('\n')).toHaveLength(2)
    return err
  }

  it('when a setting is misspelt', async () => {
    await refused({ KORPU_DATA: newFolder(), KORPU_EXCHAGE_PORT: '1' }, 'KORPU_EXCHAGE_PORT is not a setting.')
  })

  it('in production, without keys and with development keys', async () => {
    const pki = newFolder()
    await makeDevelopmentPki(pki, [])
    const { tlsCert, tlsKey, signCert, signKey } = partyFiles(pki, 'hub')
    const keys = { KORPU_TLS_CERT: tlsCert, KORPU_TLS_KEY: tlsKey, KORPU_SIGN_CERT: signCert, KORPU_SIGN_KEY: signKey }
    await Promise.all([
      refused({ KORPU_ENV: 'production' }, 'KORPU_TLS_CERT is needed in production. KORPU_SIGN_CERT is needed in production.'),
      refused({ KORPU_ENV: 'production', ...keys }, 'was made for development.'),
    ])
  })

  it('when its database cannot be reached, and never says the password', async () => {
    const url = 'postgresql://korpu:gizli@127.0.0.1:1/korpu'
    const said = await Promise.all([
      refused({ KORPU_DATA: newFolder(), DATABASE_URL: url, ...ANY_PORT }, /DATABASE_URL.*ECONNREFUSED/),
      refused({ KORPU_DATA: newFolder(), DATABASE_URL: 'gizli@nowhere:port', ...ANY_PORT }, 'DATABASE_URL'),
    ])
    expect(said.join()).not.toContain('gizli')
  })

  it('when a port is taken, and stops the database it had started', async () => {
    const taken = createServer()
    const port = await new Promise<string>((resolve) =>
      taken.listen(0, '127.0.0.1', () => resolve(String((taken.address() as { port: number }).port))),
    )
    const data = newFolder()
    try {
      const err = await refused(
        { KORPU_DATA: data, KORPU_EXCHANGE_PORT: port, KORPU_OPS_PORT: '0', KORPU_CONSOLE_PORT: '0' },
        `Port ${port} is taken by another program.`,
      )
      expect(err).toContain('KORPU_EXCHANGE_PORT')
      expect(databasePid(data)).toBeUndefined()
      await refused(
        { KORPU_DATA: data, KORPU_EXCHANGE_PORT: '0', KORPU_OPS_PORT: port, KORPU_CONSOLE_PORT: '0' },
        `Port ${port} is taken by another program.`,
      )
    } finally {
      taken.close()
    }
  })

  it('when the data folder cannot be made', async () => {
    const data = newFolder()
    writeFileSync(data, 'a file stands in the way')
    await refused({ KORPU_DATA: join(data, 'korpu'), ...ANY_PORT }, `${data}`)
  })
})
