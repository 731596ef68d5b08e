import { expect, test } from 'vitest'
import { canonicalJson } from '#core/codec/canonical-json.ts'
import { memoryHub } from '#test/hub.ts'
import { keysOf } from '#test/parties.ts'
import { leaseFor, waitingFor } from './mailbox.ts'
import { BREAKS } from './quarantine.ts'

/** A hub whose dialect of `party` breaks over one message of three, all of different cases. */
async function withPoison(party: 'xb' | 'az-mfa') {
  let poison = ''
  const bytesOf: typeof canonicalJson.bytesOf = (message) => {
    if (message.header.messageId === poison) throw new TypeError('Cannot read properties of undefined')
    return canonicalJson.bytesOf(message)
  }
  const memory = await memoryHub({ dialects: [{ ...canonicalJson, name: 'brittle', bytesOf }] })
  await memory.changeParty(party, (one) => ({ ...one, dialect: 'brittle', endpoint: { ...one.endpoint, signature: 'jades' } }))
  const sent = []
  for (let n = 0; n < 3; n++) sent.push((await memory.send('xa', 'readmission-application', { to: party })).message.header)
  poison = sent[1]?.messageId ?? ''
  const state = async () => (await memory.store.message(poison, 'xa'))?.deliveries[0]
  return { memory, state, poison, heal: () => (poison = '') }
}

test('a delivery over which the hub breaks is tried for a while, then set aside with a reason; the others go on', async () => {
  const { memory, state, poison } = await withPoison('xb')
  for (let n = 1; n < BREAKS; n++) {
    await memory.deliverDue()
    expect(await state()).toMatchObject({ state: 'retrying', code: 'INTERNAL', attempts: n })
    memory.clock.move(900)
  }
  await memory.deliverDue()
  expect(await state()).toMatchObject({ state: 'held', code: 'DELIVERY_QUARANTINED', attempts: BREAKS })
  expect(memory.push.pushed.map(({ messageId }) => messageId)).not.toContain(poison)
  expect(memory.push.pushed).toHaveLength(2)
  expect(memory.hub.directory().party('xb')?.status).toBe('active')
  expect(memory.lines('delivery.quarantined')).toMatchObject([{ party: 'xb', code: 'DELIVERY_QUARANTINED' }])
  expect(memory.store.links().at(-1)).toMatchObject({ code: 'DELIVERY_QUARANTINED', by: 'memory' })
  memory.clock.move(10_000)
  expect(await memory.deliverDue()).toBe(0)
})

test('one that was set aside ends with its time', async () => {
  const { memory, state } = await withPoison('xb')
  for (let n = 0; n < BREAKS; n++) {
    await memory.deliverDue()
    memory.clock.move(900)
  }
  memory.clock.move(86_400)
  await memory.deliverDue()
  expect(await state()).toMatchObject({ state: 'expired' })
})

test('a delivery over which processes die is set aside before it is touched again', async () => {
  const memory = await memoryHub()
  const { header } = (await memory.send('xa', 'readmission-application')).message
  for (let n = 0; n < BREAKS; n++) {
    expect(await memory.store.claim([{ party: 'xb', free: 1 }], 'dying', memory.clock.now(), 60_000)).toHaveLength(1)
    memory.clock.move(60)
  }
  expect(await memory.deliverDue()).toBe(1)
  expect(memory.push.pushed).toEqual([])
  expect((await memory.store.message(header.messageId, 'xa'))?.deliveries).toMatchObject([{ state: 'held', code: 'DELIVERY_QUARANTINED' }])
})

test('in a mailbox too: the lease that breaks the hub is no way to block the party', async () => {
  const { memory, state } = await withPoison('az-mfa')
  const { peer } = keysOf('az-mfa')
  const deliveryId = (await state())?.deliveryId ?? ''
  for (let n = 0; n < BREAKS; n++) {
    await expect(leaseFor(memory.hub, peer, deliveryId, 60_000)).rejects.toThrow(TypeError)
    memory.clock.move(60)
  }
  expect(await state()).toMatchObject({ state: 'held', code: 'DELIVERY_QUARANTINED' })
  const shown = await waitingFor(memory.hub, peer, 10, 0, new AbortController().signal)
  expect(shown.map((one) => one.deliveryId)).not.toContain(deliveryId)
  expect(shown).toHaveLength(2)
})
