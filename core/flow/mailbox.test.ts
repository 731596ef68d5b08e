import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Transport } from '#core/message.ts'
import { memoryHub } from '#test/hub.ts'
import { onWire, opened, receiptOf } from '#test/letters.ts'
import { keysOf } from '#test/parties.ts'
import { acknowledge } from './acknowledge.ts'
import { leaseFor, waitingFor } from './mailbox.ts'

const LEASE_MS = 300_000

/** `count` cases of `xa` with the Ministry of Foreign Affairs, a second apart. */
async function waitingCases(count: number) {
  const memory = await memoryHub()
  const sent = []
  for (let n = 0; n < count; n++) {
    sent.push((await memory.send('xa', 'readmission-application', { to: 'az-mfa' })).message.header)
    memory.clock.move(1)
  }
  const { peer } = keysOf('az-mfa')
  const look = (limit = 20) => waitingFor(memory.hub, peer, limit, 0, new AbortController().signal)
  const lease = (deliveryId: string) => leaseFor(memory.hub, peer, deliveryId, LEASE_MS)
  const handIn = async (leased: Awaited<ReturnType<typeof lease>>) =>
    acknowledge(memory.hub, memory.inbound('az-mfa', await receiptOf('az-mfa', leased, memory.clock.now())))
  return { memory, sent, look, lease, handIn }
}

const idOf = (found: readonly { readonly deliveryId: string }[]): string => found[0]?.deliveryId ?? ''

test('what waits is shown oldest first, as many as asked for, and is never pushed', async () => {
  const { memory, sent, look } = await waitingCases(3)
  expect((await look()).map(({ messageId }) => messageId)).toEqual(sent.map(({ messageId }) => messageId))
  expect(await look(1)).toHaveLength(1)
  expect(await memory.deliverDue()).toBe(0)
})

test('a leased delivery is the signed message, taken for everyone else until its lease runs out', async () => {
  const { memory, sent, look, lease } = await waitingCases(1)
  const id = idOf(await look())
  const leased = await lease(id)
  expect((await opened('az-mfa', leased.document)).header.messageId).toBe(sent[0]?.messageId)
  await expect(lease(id)).rejects.toMatchObject({ code: 'DELIVERY_TAKEN' })
  expect(await look()).toMatchObject([{ deliveryId: id, leasedUntil: new Date(memory.clock.now().getTime() + LEASE_MS) }])
  memory.clock.move(LEASE_MS / 1000)
  expect(onWire((await lease(id)).document)).toEqual(onWire(leased.document))
})

test('its receipt ends it: gone from the mailbox, and settled for a second consumer', async () => {
  const { memory, look, lease, handIn } = await waitingCases(1)
  const id = idOf(await look())
  await handIn(await lease(id))
  expect(await look()).toEqual([])
  await expect(lease(id)).rejects.toMatchObject({ code: 'DELIVERY_SETTLED' })
  expect(await memory.store.delivery(id)).toMatchObject({ state: 'delivered', party: 'az-mfa' })
})

test('of one case only the head is shown, and the next only after its receipt', async () => {
  const { memory, sent, look, lease, handIn } = await waitingCases(1)
  const { conversationId = '', messageId = '' } = sent[0] ?? {}
  const acknowledgement = await memory.send('az-mfa', 'acknowledgement', { conversationId, inReplyTo: messageId, to: 'xa' })
  await memory.send('xa', 'information-request', { conversationId, inReplyTo: acknowledgement.message.header.messageId, to: 'az-mfa' })
  const first = await look()
  expect(first).toMatchObject([{ messageId }])
  await handIn(await lease(idOf(first)))
  expect(await look()).toMatchObject([{ conversationId, type: 'information-request' }])
})

test('a delivery of another party, or none, is not found', async () => {
  const { memory, look, lease } = await waitingCases(1)
  const id = idOf(await look())
  await expect(leaseFor(memory.hub, keysOf('az-sms').peer, id, LEASE_MS)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(lease(randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a stranger has no mailbox', async () => {
  const { memory } = await waitingCases(1)
  await expect(waitingFor(memory.hub, undefined, 20, 0, new AbortController().signal)).rejects.toMatchObject({ code: 'SENDER_UNKNOWN' })
})

test('whoever waits is told of what comes meanwhile', async () => {
  const { memory } = await waitingCases(0)
  const waiting = waitingFor(memory.hub, keysOf('az-mfa').peer, 20, 30_000, new AbortController().signal)
  await memory.send('xa', 'readmission-application', { to: 'az-mfa' })
  expect(await waiting).toHaveLength(1)
})

test('whoever hangs up is not waited for', async () => {
  const { memory } = await waitingCases(0)
  expect(await waitingFor(memory.hub, keysOf('az-mfa').peer, 20, 30_000, AbortSignal.abort())).toEqual([])
})

test('a party whose way this hub does not have takes from its mailbox, also what was accepted before', async () => {
  const { memory, sent, look, lease, handIn } = await waitingCases(1)
  const go = (transport: Transport) => memory.changeParty('az-mfa', (party) => ({ ...party, endpoint: { ...party.endpoint, transport } }))
  await go('push')
  expect(await look()).toEqual([])
  await go('amqp')
  expect(await memory.deliverDue()).toBe(0)
  const waiting = await look()
  expect(waiting.map(({ messageId }) => messageId)).toEqual(sent.map(({ messageId }) => messageId))
  await go('push')
  await expect(lease(idOf(waiting))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await go('amqp')
  await handIn(await lease(idOf(waiting)))
  expect(await look()).toEqual([])
})

test('who waits at an empty mailbox has the message as soon as it is accepted', async () => {
  const { memory } = await waitingCases(0)
  const { peer } = keysOf('az-mfa')
  const waiting = waitingFor(memory.hub, peer, 20, 30_000, new AbortController().signal)
  const startedAt = performance.now()
  const { message } = await memory.send('xa', 'readmission-application', { to: 'az-mfa' })
  expect((await waiting).map(({ messageId }) => messageId)).toEqual([message.header.messageId])
  expect(performance.now() - startedAt).toBeLessThan(900)
})

test('who waits at an empty mailbox is let go when the hub stops', async () => {
  const { memory } = await waitingCases(0)
  const stopping = new AbortController()
  const hub = { ...memory.hub, stopping: stopping.signal }
  const waiting = waitingFor(hub, keysOf('az-mfa').peer, 20, 30_000, new AbortController().signal)
  stopping.abort()
  expect(await waiting).toEqual([])
})
