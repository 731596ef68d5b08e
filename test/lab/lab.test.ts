/** The partner lab against simulated partners: it finds each planted fault, names it in the right step, and has nothing to say about the correct one. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { labLine } from '#adapters/wire/lab-line.ts'
import { makeStranger, type Stranger } from '#certs/stranger.ts'
import { LAB_MARK } from '#core/lab/lab.ts'
import { reportHtml, reportMarkdown } from '#core/lab/page.ts'
import { type LabResult, type LabSettings, labFor, runLab } from '#core/lab/session.ts'
import type { MessageType, PartyId } from '#core/message.ts'
import { verifyDocument } from '#core/signature/document.ts'
import { documentIn, type ExchangeServer, exchangeServer } from '#test/exchange.ts'
import { type MemoryHub, memoryHub } from '#test/hub.ts'
import { hubSigner } from '#test/letters.ts'
import { keysOf } from '#test/parties.ts'
import { FAULTS } from './faults.ts'
import { CORRECT, type Habits, openPartner, taker } from './partner.ts'

let stranger: Stranger
beforeAll(async () => {
  stranger = await makeStranger()
})
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

interface Bench {
  readonly memory: MemoryHub
  readonly server: ExchangeServer
}

async function bench(): Promise<Bench> {
  const memory = await memoryHub()
  const server = await exchangeServer(memory)
  closing.push(server.close)
  return { memory, server }
}

async function partnerAt({ memory, server }: Bench, party: PartyId, habits: Partial<Habits> = {}): Promise<void> {
  const partner = await openPartner(party, { ...CORRECT, ...habits }, memory.clock, server.as(party))
  closing.push(partner.close)
  await memory.changeParty(party, (one) => ({
    ...one,
    endpoint: { ...one.endpoint, transport: 'push', url: partner.url },
    serverAnchors: [keysOf(party).tls.ca],
  }))
}

const session = async (
  { memory }: Bench,
  party: PartyId,
  more: Partial<LabSettings> = {},
  signal = new AbortController().signal,
): Promise<LabResult> => {
  const line = labLine({ hub: keysOf('hub').tls, stranger: stranger.tls })
  const usual = { production: false, inProduction: false, waitMs: 5_000, quietMs: 150 }
  const settings = { party, line, stranger: stranger.signing, ...usual, ...more }
  return runLab(labFor(memory.hub, settings, signal), async () => {})
}

const stepsBy = ({ report }: LabResult, result: string): readonly string[] =>
  report.steps.filter((step) => step.result === result).map(({ step }) => step)

/** Enough for what is not about types. */
const FEW: readonly MessageType[] = ['cost-claim', 'readmission-application', 'interview-schedule', 'case-closure']
const withFewTypes = ({ memory }: Bench) => memory.changeAgreements((agreement) => ({ ...agreement, types: FEW }))

test.each(FAULTS)('a partner that $fault fails at $step', async ({ step, entails = [], habits }) => {
  const at = await bench()
  await withFewTypes(at)
  await partnerAt(at, 'xb', habits)
  const result = await session(at, 'xb')
  expect(stepsBy(result, 'failed'), JSON.stringify(result.report.steps.find((one) => one.step === step))).toEqual([step, ...entails])
  expect(result.report.conforms).toBe(false)
})

describe('a correct partner', () => {
  test.each([
    ['xb', 'sync', 'all types'],
    ['xb', 'async', 'few types'],
    ['xa', 'sync', 'few types'],
    ['de', 'sync', 'all types'],
  ] as const)('that is pushed to has no fault: %s, %s, %s', async (party, receipts, types) => {
    const at = await bench()
    if (types === 'few types') await withFewTypes(at)
    await partnerAt(at, party, { receipts })
    const { report } = await session(at, party)
    expect(report.steps.filter(({ result }) => result === 'failed')).toEqual([])
    expect(report).toMatchObject({ conforms: true, transport: 'push', party })
    expect(report.passed).toBeGreaterThan(types === 'few types' ? 18 : 35)
  })

  test('that pulls has no fault, and its mailbox is empty afterwards', async () => {
    const at = await bench()
    await withFewTypes(at)
    const client = at.server.as('az-mfa')
    const take = taker('az-mfa', CORRECT, at.memory.clock, client)
    const pulling = new AbortController()
    closing.push(async () => pulling.abort())
    const pull = async (): Promise<void> => {
      while (!pulling.signal.aborted) {
        const { deliveries } = JSON.parse((await client.get('/v1/mailbox')).text)
        for (const { deliveryId, leasedUntil, conversationId } of deliveries) {
          if (leasedUntil !== undefined) continue
          expect(conversationId.startsWith(LAB_MARK)).toBe(true)
          const document = documentIn(await client.call('POST', `/v1/mailbox/${deliveryId}/lease`))
          await take(deliveryId, document).then(
            (receipt) => client.post('/v1/receipts', receipt),
            () => undefined,
          )
        }
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    const pulled = pull()
    const { report } = await session(at, 'az-mfa', { quietMs: 300 })
    pulling.abort()
    await pulled
    expect(report.steps.filter(({ result }) => result === 'failed')).toEqual([])
    expect(report.transport).toBe('mailbox')
    expect(report.steps.map(({ step }) => step)).not.toContain('connect')
    expect(JSON.parse((await client.get('/v1/mailbox')).text)).toEqual({ deliveries: [] })
  })
})

test('a party that is not there fails at the first step, and everything else is left out', async () => {
  const at = await bench()
  await at.memory.changeParty('xb', (one) => ({ ...one, endpoint: { ...one.endpoint, url: 'https://localhost:9/inbox' } }))
  const { report } = await session(at, 'xb')
  expect(report.steps[0]).toMatchObject({
    step: 'connect',
    result: 'failed',
    happened: { en: 'There is no answer: no connection came about.' },
  })
  expect(report).toMatchObject({ passed: 0, failed: 1, skipped: report.steps.length - 1 })
})

test('the report is signed as one, says the same in both languages, and escapes what parties are called', async () => {
  const at = await bench()
  await withFewTypes(at)
  await partnerAt(at, 'xb')
  await at.memory.changeParty('xb', (one) => ({ ...one, title: 'A <b> | B' }))
  const { report, document } = await session(at, 'xb')
  const { signer, tree } = await verifyDocument(document, { kind: 'LabReport', root: undefined, from: 'hub' }, hubSigner)
  expect(signer.party).toBe('hub')
  expect(tree.root).toEqual(report)
  for (const language of ['en', 'az'] as const) {
    for (const { step, title, expected, happened } of report.steps)
      expect(title[language] && expected[language] && happened[language], step).toMatch(/./)
    expect(reportHtml(report, language)).toContain('A &lt;b&gt; | B')
    expect(reportHtml(report, language).match(/<tr class/g)).toHaveLength(report.steps.length)
    expect(reportMarkdown(report, language).match(/^\| /gm)).toHaveLength(report.steps.length + 2)
  }
  expect(reportMarkdown(report, 'az')).toContain('Tərəfdaş laboratoriyası')
})

test('a production hub tests test systems alone, unless it is told to', async () => {
  const at = await bench()
  await withFewTypes(at)
  await partnerAt(at, 'xb')
  await expect(session(at, 'xb', { production: true })).rejects.toThrow('The party xb is a production system')
  expect(await session(at, 'xb', { production: true, inProduction: true })).toMatchObject({ report: { conforms: true } })
  await at.memory.changeParty('xb', (one) => ({ ...one, test: true }))
  expect(await session(at, 'xb', { production: true })).toMatchObject({ report: { conforms: true } })
})

test('a session can be broken off, and leaves nothing behind', async () => {
  const at = await bench()
  const stop = new AbortController()
  const testing = session(at, 'az-mfa', { waitMs: 60_000 }, stop.signal)
  const waiting = () => at.memory.store.lab.waiting('az-mfa', 10, at.memory.clock.now())
  await expect.poll(waiting).toHaveLength(1)
  stop.abort()
  await expect(testing).rejects.toThrow(/abort/i)
  expect(await waiting()).toEqual([])
})

test('no case, trail or outbox knows of a session', async () => {
  const at = await bench()
  await withFewTypes(at)
  await partnerAt(at, 'xb')
  await session(at, 'xb')
  expect(at.memory.store.links()).toEqual([])
  expect(await at.memory.deliverDue()).toBe(0)
})
