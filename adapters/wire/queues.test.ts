/** Party queues at a real broker: who may do what there, and what survives when the broker or a hub goes. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { admission } from '#core/flow/admission.ts'
import { type Queued, takeQueued } from '#core/flow/queued.ts'
import type { PartyId } from '#core/message.ts'
import { createLog } from '#log'
import { type Agency, agencyOf, documentOf } from '#test/agency.ts'
import { BROKER_PROBE, startBroker, type TestBroker, userOf } from '#test/broker.ts'
import { openStretch } from '#test/crash/stretch.ts'
import { ADMISSION } from '#test/exchange.ts'
import { type MemoryHub, memoryHub } from '#test/hub.ts'
import { receiptIn, receiptOf } from '#test/letters.ts'
import { keysOf } from '#test/parties.ts'
import { describeWithTool } from '#test/peers/tool.ts'
import { hubWith, transportContract } from '#test/transport.contract.ts'
import { openLink } from './amqp.ts'
import { type PartyQueues, partyQueues, queuesOf } from './queues.ts'

const PARTIES: readonly PartyId[] = ['xa', 'xb']
const SILENT = createLog('silent')
/** For something to arrive that must not. */
const PATIENCE_MS = 200

describeWithTool(BROKER_PROBE, 'queues of parties at RabbitMQ', () => {
  let broker: TestBroker
  let memory: MemoryHub
  let amqp: PartyQueues
  let agency: Agency

  const queuesAt = (url = broker.url): PartyQueues => partyQueues({ url, tls: keysOf('hub').tls, anchors: keysOf('hub').tls.ca }, SILENT)
  const letterOf = async () => memory.signed(memory.letter('xb', 'readmission-application'))

  beforeAll(async () => {
    broker = await startBroker(PARTIES)
  })
  afterAll(() => broker?.stop())

  transportContract('its queue at the broker', async () => {
    const own = queuesAt()
    const memory = await hubWith('amqp', undefined, { amqp: own })
    own.follow(() => ['xb'], takingFor(memory))
    const agency = await agencyOf(broker, 'xb')
    return {
      memory,
      againS: 300,
      next: async () => {
        await memory.deliverDue()
        const letter = await agency.next()
        expect(letter.properties.type).toBe('korpu-message')
        const { 'Idempotency-Key': id, 'Korpu-Message-Id': messageId } = letter.properties.headers ?? {}
        expect(id).toBe(`"${letter.properties.messageId}"`)
        return { deliveryId: letter.properties.messageId, messageId, document: documentOf(letter) }
      },
      nothing: async () => {
        expect(await memory.deliverDue()).toBe(0)
        await sleep(PATIENCE_MS)
        expect(agency.waiting()).toBe(0)
      },
      // The hub says nothing to a receipt that it takes; to another it says what is wrong.
      handIn: async (receipt) => {
        const before = memory.lines('receipt.received').length
        await agency.put(receipt, { type: 'korpu-receipt' })
        while (memory.lines('receipt.received').length === before && agency.waiting() === 0) await sleep(10)
        return agency.waiting() === 0 ? undefined : String(JSON.parse(String((await agency.next()).content)).code)
      },
      close: async () => {
        await agency.close()
        await own.stop()
        await own.close()
      },
    }
  })

  describe('between hubs and parties', () => {
    beforeAll(async () => {
      amqp = queuesAt()
      memory = await memoryHub({ transports: { amqp } })
      for (const id of PARTIES) {
        await memory.changeParty(id, (party) => ({
          ...party,
          brokerUser: userOf(id),
          endpoint: { ...party.endpoint, transport: 'amqp', retry: { ...party.endpoint.retry, firstS: 1 } },
        }))
      }
      amqp.follow(() => PARTIES, takingFor(memory))
      agency = await agencyOf(broker, 'xb')
    })
    afterAll(async () => {
      await agency?.close()
      await amqp?.close()
    })

    describe('what a party sends', () => {
      it('is receipted into its other queue, with the id it was sent under', async () => {
        const document = await letterOf()
        await agency.put(document, { messageId: 'ours-1' })
        const answer = await agency.next()
        expect(answer.properties).toMatchObject({ type: 'korpu-receipt', correlationId: 'ours-1', contentType: 'application/json' })
        await receiptIn(documentOf(answer))
        await agency.put(document, { messageId: 'ours-2', correlationId: 'case-7' })
        const again = await agency.next()
        expect(again.properties.correlationId).toBe('case-7')
        expect(again.content.equals(answer.content)).toBe(true)
      })

      it('is refused with a signed problem', async () => {
        await agency.put({ ...(await letterOf()), bytes: Buffer.from('{}') })
        const answer = await agency.next()
        expect(answer.properties).toMatchObject({ type: 'korpu-problem', contentType: 'application/problem+json' })
        expect(answer.properties.headers).toHaveProperty('JWS-Signature')
      })

      it('is answered where it asks, but only in a queue of its own', async () => {
        await agency.put(await letterOf(), { replyTo: 'korpu.out.xa' })
        expect((await agency.next()).properties.type).toBe('korpu-receipt')
        await agency.put(await letterOf(), { replyTo: 'korpu.out.xb.nowhere' })
        expect((await agency.next()).properties.type).toBe('korpu-receipt')
      })

      it('without user_id is kept in the dead-letter queue', async () => {
        const before = await broker.depth('korpu.dead')
        await agency.put(await letterOf(), { userId: undefined as unknown as string })
        expect(JSON.parse(String((await agency.next()).content))).toMatchObject({ code: 'SENDER_UNKNOWN' })
        await vi.waitUntil(async () => (await broker.depth('korpu.dead')) === before + 1, { timeout: 10_000, interval: 200 })
      })

      it.each([
        ['in the name of another user', { userId: 'xa-agency' }, 'korpu.in.xb'],
        ['into the queue of another party', {}, 'korpu.in.xa'],
        ['through the default exchange', {}, ''],
      ])('%s is refused by the broker itself', async (_, more, exchange) => {
        const intruder = await agencyOf(broker, 'xb')
        await expect(intruder.put(await letterOf(), more, exchange)).rejects.toThrow()
        await intruder.close()
      })

      it('is taken in its order, by one hub at a time, and by another when that one goes', async () => {
        const seen: string[] = []
        const other = queuesAt()
        const first = vi.fn<(queued: Queued) => Promise<undefined>>(() => new Promise(() => undefined))
        await amqp.stop()
        const hanging = queuesAt()
        hanging.follow(() => ['xb'], first)
        const letters = await Promise.all(Array.from({ length: 12 }, letterOf))
        for (const [number, one] of letters.entries()) await agency.put(one, { messageId: String(number) })
        await vi.waitUntil(() => first.mock.calls.length === 1, { timeout: 10_000 })
        other.follow(
          () => ['xb'],
          async (queued) => {
            seen.push(Buffer.from(queued.bytes).toString())
            return takingFor(memory)(queued)
          },
        )
        await sleep(500)
        expect(seen).toEqual([])
        await hanging.close()
        const answers: string[] = []
        while (answers.length < letters.length) answers.push((await agency.next()).properties.correlationId)
        expect(answers).toEqual(letters.map((_, number) => String(number)))
        expect(seen).toEqual(letters.map(({ bytes }) => Buffer.from(bytes).toString()))
        await other.stop()
        await other.close()
      })
    })

    it('lets a hub in by its client certificate alone', async () => {
      const certified = queuesAt(broker.certifiedUrl)
      certified.follow(() => ['xb'], takingFor(memory))
      await agency.put(await letterOf())
      expect((await agency.next()).properties.type).toBe('korpu-receipt')
      await certified.stop()
      await certified.close()
    })

    it('makes a queue again that is gone, and sends then what it could not hand over', async () => {
      const through = queuesAt()
      const hub = await hubThrough(through)
      through.follow(() => ['xa'], takingFor(hub))
      // It looks every second: what it makes when it comes it has made.
      await sleep(2_000)
      await broker.drop('korpu.out.xa')
      await hub.changeParty('xa', (party) => ({ ...party, endpoint: { ...party.endpoint, retry: { ...party.endpoint.retry, firstS: 1 } } }))
      await hub.send('xb', 'readmission-application')
      await vi.waitFor(
        async () => {
          hub.clock.move(5)
          await hub.deliverDue()
          expect(await broker.depth('korpu.out.xa')).toBeGreaterThan(0)
        },
        { timeout: 20_000, interval: 200 },
      )
      expect(hub.lines('delivery.attempted').map(({ state }) => state)).toEqual(expect.arrayContaining(['retrying', 'sent']))
      await through.stop()
      await through.close()
    })

    it.each([
      ['says nothing any more', undefined],
      ['is gone before it has answered', 200],
    ])(
      'lets go of a broker that %s',
      async (_, goneAfterMs) => {
        const there = new URL(broker.url)
        const stretch = await openStretch([{ port: Number(there.port), host: '127.0.0.1' }])
        there.port = String(stretch.port)
        const link = await openLink({ url: there.href, tls: keysOf('hub').tls, anchors: undefined })
        const door = await link.open(queuesOf('xa'), async () => undefined)
        stretch.become('silent')
        const closing = door.close().then(link.close)
        if (goneAfterMs !== undefined) setTimeout(() => stretch.become('cut'), goneAfterMs)
        expect(await Promise.race([closing, sleep(12_000, 'it still waits')])).toBeUndefined()
        await stretch.close()
      },
      20_000,
    )

    it('loses nothing when the broker is killed, and sends again under the same id what it could not hand over', {
      timeout: 180_000,
    }, async () => {
      const before = agency
      await before.put(await letterOf(), { messageId: 'before' })
      const through = queuesAt()
      const hub = await hubThrough(through)
      const sent = await hub.send('xa', 'readmission-application')
      // There is another delivery in time: the sender is told that its message is late.
      const delivery = async () => (await hub.store.message(sent.message.header.messageId, 'xa'))?.deliveries.find(({ to }) => to === 'xb')
      const dueUntil = (state: string) =>
        vi.waitFor(
          async () => {
            hub.clock.move(20)
            await hub.deliverDue()
            expect(await delivery()).toMatchObject({ state })
          },
          { timeout: 60_000, interval: 200 },
        )
      await broker.kill()
      await dueUntil('retrying')
      await broker.start()
      agency = await agencyOf(broker, 'xb')
      through.follow(() => ['xb'], takingFor(hub))
      await dueUntil('sent')
      // A hub that was quick has answered before the broker went.
      const letters: Awaited<ReturnType<typeof agency.next>>[] = []
      const ofType = (type: string) => letters.findLast(({ properties }) => properties.type === type)
      while (!ofType('korpu-message') || ofType('korpu-receipt')?.properties.correlationId !== 'before') {
        letters.push(before.waiting() > 0 ? await before.next() : await agency.next())
      }
      const message = ofType('korpu-message')
      expect(message?.properties.messageId).toBe((await delivery())?.deliveryId)
      if (!message) throw new Error('no message')
      const handover = { deliveryId: message.properties.messageId, messageId: sent.message.header.messageId, document: documentOf(message) }
      await agency.put(await receiptOf('xb', handover, hub.clock.now()), { type: 'korpu-receipt' })
      await expect.poll(async () => (await hub.store.delivery(handover.deliveryId))?.state, { timeout: 20_000 }).toBe('delivered')
      await through.close()
    })
  })

  /** What a hub does with letters. */
  function takingFor({ hub, clock }: MemoryHub): (queued: Queued) => ReturnType<typeof takeQueued> {
    const door = admission(clock, ADMISSION)
    return (queued) => takeQueued(hub, door, queued, 10)
  }

  async function hubThrough(transport: PartyQueues): Promise<MemoryHub> {
    const made = await memoryHub({ transports: { amqp: transport } })
    for (const id of PARTIES) {
      await made.changeParty(id, (party) => ({ ...party, brokerUser: userOf(id), endpoint: { ...party.endpoint, transport: 'amqp' } }))
    }
    return made
  }
})
