import { describe, expect, it } from 'vitest'
import { type Accepted, type Booked, type Evidence, faultsOf, type Promised, type Taken } from './verdict.ts'

const accepted = (messageId: string, more: Partial<Accepted> = {}): Accepted => ({
  messageId,
  conversationId: 'c1',
  recipients: ['de'],
  receipts: ['aa', 'aa'],
  ...more,
})
const taken = (messageId: string, more: Partial<Taken> = {}): Taken => ({
  by: 'de',
  messageId,
  conversationId: 'c1',
  deliveryId: `d-${messageId}-${more.by ?? 'de'}`,
  ...more,
})
const booked = (messageId: string, more: Partial<Booked> = {}): Booked => ({
  deliveryId: `d-${messageId}-de`,
  state: 'delivered',
  digest: 'ab',
  ...more,
})
const arrived = (messageId: string, digest = 'ab') => ({ deliveryId: `d-${messageId}-de`, digest })

/** All that is broken, by promise; nothing when all hold. */
const broken = (evidence: Partial<Evidence>): Partial<Record<Promised, readonly string[]>> => {
  const faults = faultsOf({ accepted: [], taken: [], arrived: [], booked: undefined, ...evidence })
  return Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))
}

describe('the verdict of the crash proof', () => {
  it('has nothing to say when every message was taken once, in order, and is booked so', () => {
    const sent = [accepted('m1'), accepted('m3', { conversationId: 'c2' }), accepted('m2', { recipients: ['de', 'az-mfa'] })]
    const got = [taken('m1'), taken('m2', { by: 'az-mfa' }), taken('m3', { conversationId: 'c2' }), taken('m2')]
    expect(broken({ accepted: sent, taken: got })).toEqual({})
    expect(broken({ accepted: [accepted('m1')], taken: [taken('m1')], arrived: [arrived('m1')], booked: [booked('m1')] })).toEqual({})
  })

  it('notices a message that one of its recipients never got', () => {
    const sent = [accepted('m1', { recipients: ['de', 'az-mfa'] })]
    expect(broken({ accepted: sent, taken: [taken('m1')] })).toEqual({ lost: ['m1 has a receipt and never reached az-mfa'] })
  })

  it('notices a message that was taken twice, also under another delivery', () => {
    const sent = [accepted('m1')]
    expect(broken({ accepted: sent, taken: [taken('m1'), taken('m1')] }).twice).toHaveLength(2)
    const other = [taken('m1'), taken('m1', { deliveryId: 'd2' })]
    expect(broken({ accepted: sent, taken: other })).toEqual({ twice: ['m1 by de was taken twice'] })
  })

  it('notices a message that was taken after a later one of its conversation', () => {
    expect(broken({ accepted: [accepted('m1'), accepted('m2')], taken: [taken('m2'), taken('m1')] })).toEqual({
      disordered: ['m1 was taken by de after a message that was accepted later'],
    })
  })

  it('notices a message that nobody accepted, but for those of the hub itself', () => {
    expect(broken({ taken: [taken('m1')] })).toEqual({ disordered: ['m1 was taken by de and never accepted'] })
    expect(broken({ taken: [taken('m1', { notice: 'ContentHandover of d9' })] })).toEqual({})
  })

  it('notices a second receipt', () => {
    const sent = [accepted('m1', { receipts: ['aa', 'ab'] })]
    expect(broken({ accepted: sent, taken: [taken('m1')] })).toEqual({ receipts: ['m1 was given two receipts'] })
  })

  it('notices a delivery that came again with other bytes', () => {
    const twice = [arrived('m1'), arrived('m1'), arrived('m1', 'cd')]
    expect(broken({ arrived: twice })).toEqual({ bytes: ['delivery d-m1-de came again with other bytes'] })
  })

  it('notices that the hub says the same twice', () => {
    const told = (messageId: string) => taken(messageId, { notice: 'ContentHandover of d9' })
    expect(broken({ taken: [told('n1'), told('n2')] })).toEqual({ notices: ['ContentHandover of d9 to de was told twice'] })
  })

  it.each([
    ['is not in the books', []],
    ['is booked as dead', [booked('m1', { state: 'dead' })]],
    ['is booked with the digest of other bytes', [booked('m1', { digest: 'cd' })]],
    ['stands beside another that nobody took', [booked('m1'), booked('m2')]],
  ])('notices when what was taken %s', (_, books) => {
    const evidence = { accepted: [accepted('m1')], taken: [taken('m1')], arrived: [arrived('m1')], booked: books }
    expect(broken(evidence).contradictions).toHaveLength(1)
  })
})
