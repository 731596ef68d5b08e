import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storeKeysOf } from '#certs/store-keys.ts'
import { databaseOf, readConfig } from '#config'
import { replaceDirectory } from '#prisma/admin.ts'
import { openDatabase } from '#prisma/database.ts'
import { faultsOf } from '#schemas/index.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { cleanUp, newFolder, ranKorpu, startKorpu } from '#test/e2e/running.ts'
import { testDirectory } from '#test/parties.ts'
import { recordCase, type Step } from '#test/recorded-case.ts'

const env = { KORPU_DATA: newFolder() }
const out = { from: 'de', to: 'az-sms' } as const
const back = { from: 'az-sms', to: 'de' } as const
const REFUSED = { decision: 'REFUSED', grounds: [{ code: 'TIME_LIMIT', text: 'Şıxəliyev Ələkbər İsmayıl oğlu' }] }

const application: Step = { ...out, type: 'readmission-application', day: '2026-11-02' }
const approved: readonly Step[] = [
  application,
  { ...back, type: 'readmission-reply', day: '2026-11-09' },
  { ...out, type: 'transfer-notification', day: '2026-11-12' },
  { ...back, type: 'arrival-confirmation', day: '2026-11-20' },
]
const refused: readonly Step[] = [application, { ...back, type: 'readmission-reply', day: '2026-11-12', body: REFUSED }]

beforeAll(async () => {
  // A hub that runs, and goes on running.
  const hub = startKorpu(['serve'], { env: { ...env, KORPU_EXCHANGE_PORT: '0', KORPU_OPS_PORT: '0', KORPU_CONSOLE_PORT: '0' } })
  await hub.said(/korpu is serving/)
  const config = readConfig(env)
  const database = await openDatabase(databaseOf(config, false), storeKeysOf(config), 2)
  await replaceDirectory(database.url, testDirectory())
  for (let n = 0; n < 7; n++) await recordCase(database.store, approved)
  for (let n = 0; n < 6; n++) await recordCase(database.store, refused)
  await recordCase(database.store, [{ ...application, day: '2026-10-02' }])
  await database.close()
}, 60_000)
afterAll(cleanUp)

const PERIOD = ['--from', '2026-01', '--to', '2026-12']
const statistics = (...more: readonly string[]) => ranKorpu(['statistics', ...PERIOD, ...more], { env })
const MESSAGE = ['--message', 'de', '--authority', 'Dövlət Miqrasiya Xidməti', '--on', '2027-01-15']

/** Every text of the stored messages that is no code. */
const PERSONAL = [...approved, ...refused]
  .flatMap(({ type, body }) => textsOf({ ...sampleOf(type, 'full').body, ...body }))
  .filter((text) => /[^A-Z_\d]/.test(text) && text !== 'Dövlət Miqrasiya Xidməti' && !/^[\d-]*$/.test(text))

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

describe('korpu statistics', () => {
  it('prints the figures of a hub that is running, as JSON', async () => {
    const { code, out: printed } = await statistics()
    expect(code).toBe(0)
    const { figures, ...head } = JSON.parse(printed)
    expect(head).toEqual({ from: '2026-01', to: '2026-12', smallBelow: 5 })
    const state = { requesting: 'DEU', requested: 'AZE' }
    expect(figures).toContainEqual({ measure: 'APPROVALS', ...state, count: 7, suppressed: false, medianDays: 7 })
    expect(figures).toContainEqual({ measure: 'REFUSALS', ...state, ground: 'TIME_LIMIT', count: 6, suppressed: false })
    expect(figures).toContainEqual({ measure: 'APPLICATIONS', ...state, month: '2026-10', suppressed: true })
    const told = await statistics('--small-below', '1')
    expect(JSON.parse(told.out).figures).toContainEqual({
      measure: 'REFUSALS',
      ...state,
      ground: 'TIME_LIMIT',
      count: 6,
      suppressed: false,
    })
    expect(JSON.parse(told.out).figures).toContainEqual({
      measure: 'APPLICATIONS',
      ...state,
      month: '2026-10',
      count: 1,
      suppressed: false,
    })
  })

  it('says the same in one JSON object with --json, and as CSV', async () => {
    const plain = JSON.parse((await statistics()).out)
    expect(JSON.parse((await statistics('--json')).out)).toEqual({ ok: true, report: plain })
    const { code, out: csv } = await statistics('--csv')
    expect(code).toBe(0)
    expect(csv.split('\r\n')[0]).toBe('measure,requesting,requested,category,month,reply_time,ground,count,suppressed,median_days')
    expect(csv.split('\r\n')).toHaveLength(plain.figures.length + 2)
    expect(csv).toContain('APPROVALS,DEU,AZE,,,,,7,false,7\r\n')
  })

  it('prints a valid statistics-report for a recipient', async () => {
    const { code, out: printed } = await statistics(...MESSAGE)
    expect(code).toBe(0)
    const body = JSON.parse(printed)
    expect(faultsOf('statistics-report', body)).toEqual([])
    expect(body.figures).toContainEqual({ measure: 'APPROVALS', requesting: 'DEU', requested: 'AZE', count: 7, suppressed: false })
  })

  it('prints the same bytes each time, and nothing of any person', async () => {
    expect(PERSONAL.length).toBeGreaterThan(50)
    expect(PERSONAL).toContain('Şıxəliyev Ələkbər İsmayıl oğlu')
    for (const form of [[], ['--json'], ['--csv'], MESSAGE]) {
      const first = await statistics(...form)
      expect(first.out).not.toBe('')
      expect(await statistics(...form)).toEqual(first)
      for (const text of PERSONAL) expect(first.out + first.err).not.toContain(text)
    }
  }, 60_000)

  it.each([
    ['a recipient that is no party', ['--message', 'fr', '--authority', 'X'], 'not a party'],
    ['a report without an authority', ['--message', 'de'], 'authority'],
    ['a threshold that is none', ['--small-below', '0'], '--small-below'],
  ])('cannot run with %s', async (_, more, sentence) => {
    const { code, out: printed } = await statistics('--json', ...more)
    expect(code).toBe(2)
    expect(JSON.parse(printed).error).toContain(sentence)
  })

  it('answers no when there is nothing to report to a party', async () => {
    const { code } = await ranKorpu(['statistics', '--from', '2020-01', '--to', '2020-12', ...MESSAGE], { env })
    expect(code).toBe(1)
  })
})
