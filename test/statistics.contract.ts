/** The suite that every Statistics passes, on a store that has just been filled. Facts are told by the month in which each test plays. */
import { describe, expect, it } from 'vitest'
import type { Statistics, Store } from '#core/ports.ts'
import type { RecordedCase } from '#core/statistics/recorded.ts'
import { recordCase, type Step } from './recorded-case.ts'

export interface StatisticsUnderTest {
  readonly store: Store
  readonly statistics: Statistics
  /** The contents of a case, as retention will. */
  erase(conversationId: string): Promise<void>
}

const UNTIL = new Date('2027-01-01T00:00:00Z')
const out = { from: 'de', to: 'az-sms' } as const
const back = { from: 'az-sms', to: 'de' } as const
const application = (day: string): Step => ({ ...out, type: 'readmission-application', day })
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`)

export function statisticsContract(open: () => StatisticsUnderTest): void {
  const casesUntil = (until: Date): Promise<readonly RecordedCase[]> => Array.fromAsync(open().statistics.cases(until))
  /** The only case whose application came in that month. */
  const caseOf = async (month: string, until = UNTIL): Promise<RecordedCase | undefined> =>
    (await casesUntil(until)).find(([{ receivedAt }]) => receivedAt.toISOString().startsWith(month))

  describe('stored facts', () => {
    it('are codes, counts and times of the messages that count, in order', async () => {
      const grounds = [
        { code: 'TIME_LIMIT', text: 'Müraciət Əliyeva Günay barədədir.' },
        { code: 'OTHER', text: 'Şərh' },
      ]
      await recordCase(open().store, [
        application('2026-02-02'),
        { ...back, type: 'acknowledgement', day: '2026-02-03' },
        { ...back, type: 'readmission-reply', day: '2026-02-10', body: { decision: 'REFUSED', grounds } },
      ])
      const nothing = { category: undefined, code: undefined, grounds: [], count: 0 }
      expect(await caseOf('2026-02')).toEqual([
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
      await recordCase(open().store, [
        application('2026-03-02'),
        { ...back, type: 'readmission-reply', day: '2026-03-05' },
        { ...back, type: 'travel-document-issued', day: '2026-03-06' },
        { ...out, type: 'transfer-notification', day: '2026-03-07' },
        { ...back, type: 'arrival-confirmation', day: '2026-03-09' },
      ])
      expect((await caseOf('2026-03'))?.map(({ type, said }) => [type, said?.code, said && said.count > 0])).toEqual([
        ['readmission-application', undefined, false],
        ['readmission-reply', 'APPROVED', false],
        ['travel-document-issued', undefined, true],
        ['transfer-notification', undefined, true],
        ['arrival-confirmation', 'ARRIVED', true],
      ])
    })

    it('say what followed by itself, after the messages of the case', async () => {
      const conversationId = await recordCase(open().store, [
        application('2026-08-03'),
        { ...back, type: 'readmission-reply', day: '2026-08-05', lapse: 'EU_TRAVEL_DOCUMENT' },
      ])
      expect(await open().store.conversation(conversationId)).toMatchObject({
        clocks: [{ lapse: 'EU_TRAVEL_DOCUMENT', lapsedAt: noon('2026-08-05') }],
      })
      expect((await caseOf('2026-08'))?.at(-1)).toEqual({
        type: 'EU_TRAVEL_DOCUMENT',
        from: 'hub',
        to: 'hub',
        receivedAt: noon('2026-08-05'),
        handedOverAt: undefined,
        said: undefined,
      })
      expect((await caseOf('2026-08', noon('2026-08-05')))?.map(({ type }) => type)).toEqual(['readmission-application'])
    })

    it('leave out what happened after the period, and a receipt after it', async () => {
      await recordCase(open().store, [application('2026-04-30'), { ...back, type: 'readmission-reply', day: '2026-05-02' }])
      expect((await caseOf('2026-04', new Date('2026-05-01T00:00:00Z')))?.map(({ type }) => type)).toEqual(['readmission-application'])
      expect(await caseOf('2026-04', noon('2026-04-30'))).toBeUndefined()
    })

    it('survive the contents that they were read from', async () => {
      const id = await recordCase(open().store, [application('2026-06-02'), { ...back, type: 'readmission-reply', day: '2026-06-09' }])
      const before = await caseOf('2026-06')
      expect(before?.map(({ said }) => [said?.category, said?.code])).toEqual([
        ['OWN_NATIONAL', undefined],
        [undefined, 'APPROVED'],
      ])
      await open().erase(id)
      expect(await caseOf('2026-06')).toEqual(before)
    })

    it('are all read, page after page, in the same order each time', async () => {
      const before = (await casesUntil(UNTIL)).length
      for (let n = 0; n < 410; n++) await recordCase(open().store, [application('2026-07-02')])
      const first = await casesUntil(UNTIL)
      expect(first).toHaveLength(before + 410)
      expect(JSON.stringify(await casesUntil(UNTIL))).toBe(JSON.stringify(first))
    })
  })
}
