import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { Agent, request } from 'undici'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { childrenOf, databasePid, gone, isRunning } from '#test/crash/processes.ts'
import { cleanUp, newFolder, type RunningOptions, ranKorpu, startKorpu } from '#test/e2e/running.ts'
import { CLONE_IS_REACHABLE, NOBODY, ORDINARY, ROOT, UNLESS_REACHABLE } from '#test/ordinary-account.ts'
import { type Demo, startDemo } from './run.ts'

const COMPLETE = /Complete in [\d.]+ s: 7 messages accepted and delivered, 7 receipts of the hub and 9 of recipients verified\./

afterEach(cleanUp)

const portsOf = (port: number) => ['--port', String(port), '--ops-port', String(port + 100), '--console-port', String(port + 200)]

const itAsOrdinaryUser = CLONE_IS_REACHABLE ? it : it.skip

describe('korpu demo --once', () => {
  itAsOrdinaryUser(
    `plays a whole case for an ordinary user, from any folder, below the home folder${UNLESS_REACHABLE}`,
    { timeout: 60_000 },
    async () => {
      const home = newFolder()
      mkdirSync(home)
      if (ROOT) chownSync(home, NOBODY, NOBODY)
      const env = { HOME: home, XDG_DATA_HOME: '' }
      const { code, out, err } = await ranKorpu(['demo', '--once', ...portsOf(18_520)], { ...ORDINARY, env, cwd: home })
      expect([code, err]).toEqual([0, ''])
      expect(out).toMatch(COMPLETE)
      const data = join(home, '.local', 'share', 'korpu', 'demo')
      expect(existsSync(join(data, 'hub.log'))).toBe(true)
      expect(databasePid(data)).toBeUndefined()
    },
  )
})

describe('korpu demo --story', () => {
  it('plays that story only', { timeout: 60_000 }, async () => {
    const { code, out } = await ranKorpu(['demo', '--once', '--story', 'referral', '--data', newFolder(), ...portsOf(18_530)])
    expect(code).toBe(0)
    expect(out).toContain('  referral: support after return, with consent')
    expect(out).toMatch(/Complete in [\d.]+ s: 3 messages/)
    expect(out).not.toContain('normal:')
  })

  it('ends with 2 and the names when there is no such story', async () => {
    const { code, err } = await ranKorpu(['demo', '--story', 'nonsense'])
    expect([code, err]).toEqual([2, expect.stringMatching(/normal, refusal, silence, .*, all/)])
  })
})

describe('the demo', () => {
  const play = async (dataDir: string, port: number, ask: (demo: Demo) => Promise<void>): Promise<void> => {
    const demo = await startDemo({
      dataDir,
      exchangePort: port,
      opsPort: port + 100,
      paceMs: 0,
      onSent: ({ header }) => sent.push(header.messageId),
    })
    try {
      await ask(demo)
    } finally {
      await demo.stop()
    }
  }
  const sent: string[] = []

  it('finds the cases of the first start at the second, and tells steps in the order of the case', { timeout: 60_000 }, async () => {
    const dataDir = newFolder()
    await play(dataDir, 18_521, async ({ cases }) => {
      const steps = await cases.play()
      expect(steps.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7])
      expect(steps.flatMap(({ receiptsOf }) => receiptsOf)).toHaveLength(9)
    })
    await play(dataDir, 18_521, async ({ systems }) => {
      const deliveries = await systems.get('de')?.client.deliveries(sent[0] ?? '')
      expect(deliveries).toEqual([expect.objectContaining({ party: 'az-sms', state: 'delivered' })])
    })
  })
})

describe('korpu demo without an end', () => {
  /** A demo that has delivered something, and the processes below it. */
  const flowing = async (port: number) => {
    const data = newFolder()
    const demo = startKorpu(['demo', '--data', data, '--pace', '100', ...portsOf(port)])
    await demo.said(/ 2\/7 /)
    const database = databasePid(data) ?? 0
    expect(isRunning(database)).toBe(true)
    const [hub = 0, ...more] = childrenOf(demo.pid)
    expect([isRunning(hub), more]).toEqual([true, []])
    return { data, demo, database, hub }
  }

  /** Of the command that the demo prints for a partner to try. */
  const answerTo = async ([, ca = '', cert = '', key = '', url = '']: RegExpExecArray): Promise<unknown> => {
    const [tlsCa, tlsCert, tlsKey] = [ca, cert, key].map((file) => readFileSync(file, 'utf8'))
    const dispatcher = new Agent({ connect: { ca: tlsCa ?? '', cert: tlsCert ?? '', key: tlsKey ?? '' } })
    const { body } = await request(url, { dispatcher })
    const answer = await body.json()
    await dispatcher.close()
    return answer
  }

  it('says what to try, prints a line a step and a line a case, and ends with 0 on Ctrl-C, with nothing left behind', {
    timeout: 60_000,
  }, async () => {
    const { data, demo, database, hub } = await flowing(18_522)
    await demo.said(COMPLETE)
    const tried = await demo.said(/curl --cacert (\S+) --cert (\S+) --key (\S+) (https:\S+\/v1\/ping)/)
    expect(await answerTo(tried)).toMatchObject({ party: 'de' })
    expect(demo.out()).toContain(join(data, 'hub.log'))
    const { code, tookMs } = await demo.end('SIGINT')
    expect(code).toBe(0)
    expect(tookMs).toBeLessThan(5_000)
    expect([isRunning(hub), isRunning(database)]).toEqual([false, false])
    const lines = demo.out().split('\n')
    const begun = lines.findIndex((line) => /^\d\d:\d\d:\d\d {2}case …[0-9a-f]{6} {2}normal: /.test(line))
    const case1 = lines.slice(begun + 1, begun + 9)
    expect(case1.map((line) => /^ {2}(\d\/7|Complete) /.exec(line)?.[1])).toEqual([
      '1/7',
      '2/7',
      '3/7',
      '4/7',
      '5/7',
      '6/7',
      '7/7',
      'Complete',
    ])
    expect(demo.out()).not.toContain('FAILED')
  })

  it('killed, takes its hub and its database with it', { timeout: 60_000 }, async () => {
    const { demo, database, hub } = await flowing(18_523)
    await demo.end('SIGKILL')
    await gone(hub)
    await gone(database)
  })

  it('killed while it starts, takes its hub with it all the same', { timeout: 60_000 }, async () => {
    const data = newFolder()
    const demo = startKorpu(['demo', '--data', data, ...portsOf(18_529)])
    const hub = await vi.waitUntil(() => childrenOf(demo.pid)[0], { timeout: 30_000, interval: 10 })
    await demo.end('SIGKILL')
    await gone(hub)
    expect(databasePid(data)).toBeUndefined()
  })
})

describe('korpu demo ends with 2, a sentence and a hint', () => {
  const refused = async (args: readonly string[], sentence: string, hint: string, options: RunningOptions = {}): Promise<void> => {
    const { code, err } = await ranKorpu(['demo', '--once', ...args], options)
    expect(code).toBe(2)
    const [first, second, ...more] = err.trim().split('\n')
    expect(first).toContain(sentence)
    expect(second).toContain(hint)
    expect(more).toEqual([])
  }

  it('when a port is taken, and leaves no database running', { timeout: 60_000 }, async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(18_525, '127.0.0.1', resolve))
    const data = newFolder()
    try {
      await refused(['--data', data, '--port', '18525', '--ops-port', '18626', '--console-port', '18725'], 'Port 18525 is taken', '--port')
      expect(databasePid(data)).toBeUndefined()
    } finally {
      taken.close()
    }
  })

  it('when its data was made by another PostgreSQL', async () => {
    const data = newFolder()
    const cluster = join(data, 'database', 'postgres')
    mkdirSync(cluster, { recursive: true })
    writeFileSync(join(cluster, 'PG_VERSION'), '15\n')
    writeFileSync(join(data, 'database', 'postgres.password'), 'gizli')
    if (ROOT) chownSync(cluster, NOBODY, NOBODY)
    await refused(['--data', data, ...portsOf(18_527)], 'was made by PostgreSQL 15', 'korpu backup')
  })

  itAsOrdinaryUser(`when its folder may not be written to${UNLESS_REACHABLE}`, async () => {
    const data = newFolder()
    mkdirSync(data)
    chmodSync(data, 0o555)
    await refused(['--data', join(data, 'demo'), ...portsOf(18_528)], join(data, 'demo'), '--data', ORDINARY)
  })

  it('when a port is no number', async () => {
    const { code, err } = await ranKorpu(['demo', '--port', 'https'])
    expect([code, err]).toEqual([2, expect.stringContaining('whole number up to 65535')])
  })
})
