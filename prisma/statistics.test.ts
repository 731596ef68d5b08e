import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecordedCase } from '#core/statistics/recorded.ts'
import { recordCase, type Step } from '#test/recorded-case.ts'
import { type Database, openDatabase } from './database.ts'
import { postgresStatistics } from './statistics.ts'

const dataDir = join(tmpdir(), `korpu-statistics-${randomUUID()}`)
const UNTIL = new Date('2027-01-01T00:00:00Z')
let database: Database
beforeAll(async () => {
  database = await openDatabase({ dataDir, owner: true }, 2)
})
afterAll(async () => {
  await database?.close()
  await rm(dataDir, { recursive: true, force: true })
})

const out = { from: 'de', to: 'az-sms' } as const
const back = { from: 'az-sms', to: 'de' } as const
const application = (day: string): Step => ({ ...out, type: 'readmission-application', day })

async function casesUntil(until: Date): Promise<readonly RecordedCase[]> {
  return Array.fromAsync(postgresStatistics(database.pool).cases(until))
}

async function newCase(steps: readonly Step[], until = UNTIL): Promise<RecordedCase | undefined> {
  const before = await casesUntil(until)
  await recordCase(database.store, steps)
  const after = await casesUntil(until)
  return after.find((recorded) => !before.some((known) => JSON.stringify(known) === JSON.stringify(recorded)))
}

describe('stored facts', () => {
  it('are codes, counts and times of the messages that count, in order', async () => {
    const grounds = [
      { code: 'TIME_LIMIT', text: 'Müraciət Əliyeva Günay barədədir.' },
      { code: 'OTHER', text: 'Şərh' },
    ]
    const recorded = await newCase([
      application('2026-02-02'),
      { ...back, type: 'acknowledgement', day: '2026-02-03' },
      { ...back, type: 'readmission-reply', day: '2026-02-10', body: { decision: 'REFUSED', grounds } },
    ])
    const nothing = { category: undefined, code: undefined, grounds: [], count: 0 }
    const noon = (day: string) => new Date(`${day}T12:00:00Z`)
    expect(recorded).toEqual([
      {
        ...out,
        type: 'readmission-application',
        receivedAt: noon('2026-02-02'),
        handedOverAt: noon('2026-02-02'),
        said: { ...nothing, category: 'OWN_NATIONAL' },
      },
      {
        ...back,
        type: 'readmission-reply',
        receivedAt: noon('2026-02-10'),
        handedOverAt: noon('2026-02-10'),
        said: { ...nothing, code: 'REFUSED', grounds: ['TIME_LIMIT', 'OTHER'] },
      },
    ])
  })

  it('say how many persons are announced, are taken over and get documents', async () => {
    const recorded = await newCase([
      application('2026-03-02'),
      { ...back, type: 'readmission-reply', day: '2026-03-05' },
      { ...back, type: 'travel-document-issued', day: '2026-03-06' },
      { ...out, type: 'transfer-notification', day: '2026-03-07' },
      { ...back, type: 'arrival-confirmation', day: '2026-03-09' },
    ])
    expect(recorded?.map(({ type, said }) => [type, said?.code, said && said.count > 0])).toEqual([
      ['readmission-application', undefined, false],
      ['readmission-reply', 'APPROVED', false],
      ['travel-document-issued', undefined, true],
      ['transfer-notification', undefined, true],
      ['arrival-confirmation', 'ARRIVED', true],
    ])
  })

  it('leave out what happened after the period, and a receipt after it', async () => {
    const recorded = await newCase(
      [application('2026-04-30'), { ...back, type: 'readmission-reply', day: '2026-05-02' }],
      new Date('2026-05-01T00:00:00Z'),
    )
    expect(recorded?.map(({ type }) => type)).toEqual(['readmission-application'])
    const justAccepted = await casesUntil(new Date('2026-04-30T12:00:00.000Z'))
    expect(justAccepted.some(([{ receivedAt }]) => receivedAt.toISOString().startsWith('2026-04-30'))).toBe(false)
  })

  it.each([
    ['is gone', 'DELETE FROM message_body WHERE message_id IN (SELECT message_id FROM message WHERE conversation_id = $1)'],
    ['is empty', `UPDATE message_body SET content = '' WHERE message_id IN (SELECT message_id FROM message WHERE conversation_id = $1)`],
  ])('remain without what an erased content said: it %s', async (_, erase) => {
    const id = await recordCase(database.store, [application('2026-06-02'), { ...back, type: 'readmission-reply', day: '2026-06-09' }])
    await database.pool.query(erase, [id])
    const june = (await casesUntil(UNTIL)).filter(([{ receivedAt }]) => receivedAt.toISOString().startsWith('2026-06'))
    expect(june.at(-1)?.map(({ type, said }) => [type, said])).toEqual([
      ['readmission-application', undefined],
      ['readmission-reply', undefined],
    ])
  })

  it('are all read, page after page, in the same order each time', async () => {
    const before = (await casesUntil(UNTIL)).length
    for (let n = 0; n < 230; n++) await recordCase(database.store, [application('2026-07-02')])
    const first = await casesUntil(UNTIL)
    expect(first).toHaveLength(before + 230)
    expect(JSON.stringify(await casesUntil(UNTIL))).toBe(JSON.stringify(first))
  })
})
