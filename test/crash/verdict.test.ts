import { describe, expect, it } from 'vitest'
import { type Accepted, faultsOf, type Taken } from './verdict.ts'

const accepted = (messageId: string, acceptedAt: number, more: Partial<Accepted> = {}): Accepted => ({
  messageId,
  conversationId: 'c1',
  recipients: ['de'],
  acceptedAt,
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

describe('the verdict of the crash proof', () => {
  it('has nothing to say when every message was taken once, in order', () => {
    const sent = [accepted('m1', 1), accepted('m2', 2, { recipients: ['de', 'az-mfa'] }), accepted('m3', 0, { conversationId: 'c2' })]
    const got = [taken('m1'), taken('m2', { by: 'az-mfa' }), taken('m3', { conversationId: 'c2' }), taken('m2')]
    expect(faultsOf(sent, got)).toEqual([])
  })

  it('notices a message that one of its recipients never got', () => {
    expect(faultsOf([accepted('m1', 1, { recipients: ['de', 'az-mfa'] })], [taken('m1')])).toEqual([
      'm1 has a receipt and never reached az-mfa',
    ])
  })

  it('notices a message that was taken twice, also under another delivery', () => {
    expect(faultsOf([accepted('m1', 1)], [taken('m1'), taken('m1')])).toHaveLength(2)
    expect(faultsOf([accepted('m1', 1)], [taken('m1'), taken('m1', { deliveryId: 'd2' })])).toEqual(['m1 by de was taken twice'])
  })

  it('notices a message that was taken after a later one of its conversation', () => {
    const sent = [accepted('m1', 1), accepted('m2', 2)]
    expect(faultsOf(sent, [taken('m2'), taken('m1')])).toEqual(['m1 was taken by de after a message that was accepted later'])
  })

  it('notices a message that nobody accepted', () => {
    expect(faultsOf([], [taken('m1')])).toEqual(['m1 was taken by de and never accepted'])
  })

  it('notices a second receipt', () => {
    expect(faultsOf([accepted('m1', 1, { receipts: ['aa', 'ab'] })], [taken('m1')])).toEqual(['m1 was given two receipts'])
  })
})
