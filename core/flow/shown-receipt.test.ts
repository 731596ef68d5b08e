import { beforeEach, describe, expect, it } from 'vitest'
import { lookAtClocks } from '#core/flow/clocks.ts'
import { receive } from '#core/flow/receive.ts'
import type { Inbound, SignedDocument } from '#core/message.ts'
import { type MemoryHub, memoryHub, type Sent } from '#test/hub.ts'
import { expireOverdue } from './expire.ts'
import { leaseFor, waitingFor } from './mailbox.ts'

describe('a hub that was restored from a backup', () => {
  /** The hub that was lost, and the one that was brought back without what came after the backup. */
  let lost: MemoryHub
  let back: MemoryHub
  let backupAt: Date

  beforeEach(async () => {
    lost = await memoryHub()
    back = await memoryHub()
    backupAt = back.clock.now()
    for (const { clock } of [lost, back]) clock.move(600)
  })

  const restored = (resumedAt?: Date) => back.restored({ backupAt, restoredAt: back.clock.now(), resumedAt })
  const showing = (sent: Sent, shown: SignedDocument = sent.receipt): Inbound => ({
    ...back.inbound(sent.message.header.from, sent.document),
    shown: { bytes: shown.bytes, signature: shown.signature },
  })
  const textOf = ({ bytes, signature = '' }: SignedDocument): string => `${Buffer.from(bytes).toString()} ${signature}`

  it.each(['xa', 'xb'] as const)('gives %s its receipt again, byte for byte, and delivers what it had lost', async (from) => {
    const sent = await lost.send(from, 'readmission-application')
    await restored()
    expect(textOf(await receive(back.hub, showing(sent)))).toBe(textOf(sent.receipt))
    expect(textOf(await receive(back.hub, back.inbound(from, sent.document)))).toBe(textOf(sent.receipt))
    expect(back.lines('message.recovered')).toHaveLength(1)
    await restored(back.clock.now())
    expect(await back.deliverDue()).toBe(1)
  })

  it('takes nothing else while it is held, and everything once it is resumed', async () => {
    await restored()
    const fresh = back.send('xa', 'readmission-application')
    await expect(fresh).rejects.toMatchObject({ code: 'HUB_PAUSED', retryAfterS: 60 })
    await restored(back.clock.now())
    await back.send('xa', 'readmission-application')
  })

  it('gives nothing out while it is held, and lets no time pass for cases', async () => {
    await restored()
    const peer = back.inbound('az-mfa', { bytes: new Uint8Array(), mediaType: 'application/xml', signature: undefined }).peer
    await expect(waitingFor(back.hub, peer, 10, 0, new AbortController().signal)).rejects.toMatchObject({ code: 'HUB_PAUSED' })
    await expect(leaseFor(back.hub, peer, 'd', 1000)).rejects.toMatchObject({ code: 'HUB_PAUSED' })
    expect([await lookAtClocks(back.hub), await expireOverdue(back.hub)]).toEqual([0, 0])
  })

  it('judges as of the time of the receipt: the signature may be old by now', async () => {
    const sent = await lost.send('xa', 'readmission-application')
    back.clock.move(3 * 86_400)
    await back.restored({ backupAt, restoredAt: back.clock.now(), resumedAt: undefined })
    expect(textOf(await receive(back.hub, showing(sent)))).toBe(textOf(sent.receipt))
    const { conversationId } = sent.message.header
    expect((await back.store.conversation(conversationId))?.length).toBe(1)
  })

  it('asks to wait while an earlier message of the case is missing, and takes both in their order', async () => {
    const first = await lost.send('xa', 'readmission-application')
    const { conversationId, messageId } = first.message.header
    const reply = await lost.send('xb', 'acknowledgement', { conversationId, inReplyTo: messageId })
    await restored()
    await expect(receive(back.hub, showing(reply))).rejects.toMatchObject({ code: 'HUB_PAUSED' })
    await receive(back.hub, showing(first))
    expect(textOf(await receive(back.hub, showing(reply)))).toBe(textOf(reply.receipt))
  })

  it.each(['xa', 'xb'] as const)(
    'refuses the receipt of %s beside the same message signed anew: it is about the first bytes',
    async (from) => {
      const sent = await lost.send(from, 'readmission-application')
      await restored()
      back.clock.move(1)
      const document = await back.signed(sent.message)
      await expect(receive(back.hub, showing({ ...sent, document }))).rejects.toMatchObject({ code: 'RECEIPT_MISMATCH' })
    },
  )

  it('refuses a receipt about other bytes, a forged one, and one of somebody else', async () => {
    const one = await lost.send('xa', 'readmission-application')
    const other = await lost.send('xa', 'readmission-application')
    await restored()
    await expect(receive(back.hub, showing(one, other.receipt))).rejects.toMatchObject({ code: 'RECEIPT_MISMATCH' })
    const forged = Buffer.from(textOf(one.receipt).trim().replace('<At>2', '<At>1'))
    await expect(receive(back.hub, showing(one, { ...one.receipt, bytes: forged }))).rejects.toMatchObject({ code: 'SIGNATURE_INVALID' })
    await expect(receive(back.hub, showing(one, one.document))).rejects.toMatchObject({ code: expect.stringMatching(/^SIGNATURE|PAYLOAD/) })
    const nothing = await back.hub.store.message(one.message.header.messageId, 'xa')
    expect(nothing).toBeUndefined()
  })

  it('does not heed a receipt of a time from which nothing is missing', async () => {
    const sent = await lost.send('xa', 'readmission-application')
    await back.restored({ backupAt: new Date(0), restoredAt: new Date(1), resumedAt: new Date(2) })
    expect(textOf(await receive(back.hub, showing(sent)))).not.toBe(textOf(sent.receipt))
  })
})
