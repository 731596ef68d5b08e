/** The partner lab with parties that nobody connects to: one has folders on OpenSSH's server, one queues at RabbitMQ. A correct one passes, a fault is found. */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { partyFolders } from '#adapters/wire/folders.ts'
import { labLine } from '#adapters/wire/lab-line.ts'
import { partyQueues } from '#adapters/wire/queues.ts'
import { makeStranger } from '#certs/stranger.ts'
import { admission } from '#core/flow/admission.ts'
import { type Queued, takeQueued } from '#core/flow/queued.ts'
import { type LabResult, labFor, runLab } from '#core/lab/session.ts'
import type { PartyId, SignedDocument } from '#core/message.ts'
import { createLog } from '#log'
import { agencyOf, documentOf } from '#test/agency.ts'
import { BROKER_PROBE, startBroker, type TestBroker } from '#test/broker.ts'
import { ADMISSION, exchangeServer } from '#test/exchange.ts'
import { type FileServer, SFTP_PROBE, startFileServer } from '#test/file-server.ts'
import type { MemoryHub } from '#test/hub.ts'
import { officeIn } from '#test/office.ts'
import { keysOf } from '#test/parties.ts'
import { describeWithTool } from '#test/peers/tool.ts'
import { hubWith } from '#test/transport.contract.ts'
import { CORRECT, type Habits, taker } from './partner.ts'

const SILENT = createLog('silent')
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const takingFor = (memory: MemoryHub) => {
  const door = admission(memory.clock, ADMISSION)
  return (queued: Queued) => takeQueued(memory.hub, door, queued, 10)
}

type Taking = (deliveryId: string, document: SignedDocument) => Promise<SignedDocument>

/** How `xb` handles deliveries; it fetches attachments over HTTPS, as every party. */
async function takingAs(memory: MemoryHub, habits: Partial<Habits>): Promise<Taking> {
  await memory.changeAgreements((agreement) => ({ ...agreement, types: ['readmission-application', 'cost-claim'] }))
  const server = await exchangeServer(memory)
  closing.push(server.close)
  return taker('xb', { ...CORRECT, ...habits }, memory.clock, server.as('xb'))
}

/** Until the suite's end of the test, one look after the other. What the party refuses it says nothing to. */
function looking(look: () => Promise<void>): void {
  const stop = new AbortController()
  const looked = (async () => {
    while (!stop.signal.aborted) {
      await look()
      await sleep(20)
    }
  })()
  closing.push(() => {
    stop.abort()
    return looked
  })
}

async function session(memory: MemoryHub): Promise<LabResult> {
  const stranger = await makeStranger()
  const line = labLine({ hub: keysOf('hub').tls, stranger: stranger.tls })
  const times = { production: false, inProduction: false, waitMs: 20_000, quietMs: 1_000 }
  const settings = { party: 'xb' satisfies PartyId, line, stranger: stranger.signing, ...times }
  return runLab(labFor(memory.hub, settings, new AbortController().signal), async () => {})
}

function judged(open: (habits: Partial<Habits>) => Promise<MemoryHub>, transport: 'sftp' | 'amqp'): void {
  test('a correct party passes', { timeout: 180_000 }, async () => {
    const { report } = await session(await open({}))
    expect(report.steps.filter(({ result }) => result === 'failed')).toEqual([])
    expect(report).toMatchObject({ transport, conforms: true })
    expect(report.passed).toBeGreaterThan(12)
    expect(report.steps.map(({ step }) => step)).not.toContain('connect')
  })

  test('one that overwrites a message with another of the same id fails at that step', { timeout: 180_000 }, async () => {
    const { report } = await session(await open({ conflicts: 'take' }))
    expect(report.steps.filter(({ result }) => result === 'failed').map(({ step }) => step)).toEqual(['conflict'])
  })
}

describeWithTool(SFTP_PROBE, 'a session over folders', () => {
  let server: FileServer
  beforeAll(async () => {
    server = await startFileServer()
  })
  afterAll(() => server?.stop())

  judged(async (habits) => {
    const name = randomUUID()
    for (const each of ['in', 'out']) mkdirSync(join(server.folder, name, each), { recursive: true })
    const partyOf = (id: PartyId) => memory.hub.directory().party(id)
    const sftp = partyFolders(server.clientKey, partyOf, SILENT, { lookMs: 30, longestMs: 300 })
    const memory = await hubWith('sftp', server.urlOf(name), { sftp })
    await memory.changeParty('xb', ({ endpoint, ...party }) => ({ ...party, endpoint: { ...endpoint, hostKeys: [server.hostKey] } }))
    sftp.follow(() => [partyOf('xb')].flatMap((party) => party ?? []), { take: takingFor(memory), turn: async () => true })
    closing.push(sftp.close, sftp.stop)
    const take = await takingAs(memory, habits)
    const office = officeIn(join(server.folder, name))
    looking(async () => {
      for (const file of office.whole('message')) {
        const deliveryId = file.replace('.message.json', '')
        const receipt = await take(deliveryId, await office.taken(file)).catch(() => undefined)
        if (receipt) office.drop(receipt, randomUUID(), 'Receipt')
      }
    })
    return memory
  }, 'sftp')
})

describeWithTool(BROKER_PROBE, 'a session over queues', () => {
  let broker: TestBroker
  beforeAll(async () => {
    broker = await startBroker(['xb'])
  })
  afterAll(() => broker?.stop())

  judged(async (habits) => {
    const { tls } = keysOf('hub')
    const amqp = partyQueues({ url: broker.url, tls, anchors: tls.ca }, SILENT)
    const memory = await hubWith('amqp', undefined, { amqp })
    amqp.follow(() => ['xb'], takingFor(memory))
    closing.push(amqp.close, amqp.stop)
    const take = await takingAs(memory, habits)
    const agency = await agencyOf(broker, 'xb')
    closing.push(agency.close)
    looking(async () => {
      if (agency.waiting() === 0) return
      const letter = await agency.next()
      const receipt = await take(letter.properties.messageId, documentOf(letter)).catch(() => undefined)
      if (receipt) await agency.put(receipt, { type: 'korpu-receipt' })
    })
    return memory
  }, 'amqp')
})
