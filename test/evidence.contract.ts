/** The part of the store's suite that is about evidence: who gets which bytes, and the links with their place in the chains. */
import { hash, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { endAfter } from '#core/evidence/chain.ts'
import type { PartyId } from '#core/message.ts'
import type { Store } from '#core/ports.ts'
import { acceptance, at, auditEvent, deliveryTo, NOW, xmlDocument } from './acceptance.ts'

export function evidenceContract(opened: () => Store): void {
  describe('the evidence of a message', () => {
    const partyId = (): PartyId => `p-${randomUUID().slice(0, 8)}`
    const exchanged = async () => {
      const [from, to, copy] = [partyId(), partyId(), partyId()]
      const one = acceptance({ from, deliveries: [deliveryTo(to), deliveryTo(copy)] })
      await opened().accept(one)
      for (const { deliveryId, party } of one.deliveries) {
        const sent = xmlDocument(`<Message>for ${party}</Message>`)
        await opened().encoded(deliveryId, sent, one.message.contentDigest)
        await opened().claim([{ party, free: 1 }], 'process-1', NOW, 60_000)
        await opened().settle(
          deliveryId,
          {
            state: 'delivered',
            receipt: xmlDocument(`<Receipt>of ${party}</Receipt>`),
            receiptId: randomUUID(),
            digest: hash('sha256', sent.bytes),
            at: at(5),
          },
          { audit: auditEvent('ContentHandover', party, { messageId: one.message.messageId, deliveryId }) },
        )
      }
      return { from, to, copy, ...one }
    }
    const byParty = ([one = '']: readonly (string | undefined)[], [other = '']: readonly (string | undefined)[]) => (one < other ? -1 : 1)
    const textOf = (document: { readonly bytes: Uint8Array } | undefined) => document && Buffer.from(document.bytes).toString()
    const evidence = async (messageId: string, viewer?: PartyId) => {
      const record = await opened().evidence(messageId, viewer)
      if (!record) throw new Error('no record')
      return record
    }

    it('gives the sender its own bytes and receipt, and of every delivery the receipt but not the bytes', async () => {
      const { from, to, copy, message, receipt } = await exchanged()
      const record = await evidence(message.messageId, from)
      expect([textOf(record.original), textOf(record.receipt)]).toEqual([textOf({ bytes: message.original }), textOf(receipt)])
      expect(record.arrival).toEqual({
        signedAt: message.signedAt,
        signerSha256: message.signerSha256,
        mediaType: message.mediaType,
        digest: message.digest,
        signatureDigest: undefined,
      })
      expect(
        record.deliveries.map(({ party, document, receipt: own }) => [party, textOf(document), textOf(own)]).toSorted(byParty),
      ).toEqual([to, copy].map((party) => [party, undefined, `<Receipt>of ${party}</Receipt>`]).toSorted(byParty))
    })

    it('gives a recipient the bytes that it was sent, and nothing of the sender or of other recipients', async () => {
      const { to, message } = await exchanged()
      const record = await evidence(message.messageId, to)
      expect([record.original, record.receipt]).toEqual([undefined, undefined])
      expect(record.arrival?.digest).toBe(message.digest)
      expect(record.deliveries.map(({ party, document }) => [party, textOf(document)])).toEqual([[to, `<Message>for ${to}</Message>`]])
      expect(record.links.map(({ event, party }) => [event, party])).toEqual([
        ['SubmissionAcceptance', message.from],
        ['ContentHandover', to],
      ])
    })

    it('is the copy of the sender where nobody is named, and nothing to a stranger', async () => {
      const { from, message } = await exchanged()
      expect(await evidence(message.messageId)).toEqual(await evidence(message.messageId, from))
      expect((await evidence(message.messageId)).viewer).toBe(from)
      expect(await opened().evidence(message.messageId, partyId())).toBeUndefined()
      expect(await opened().evidence(randomUUID(), undefined)).toBeUndefined()
      expect(await opened().evidence('no id', from)).toBeUndefined()
    })

    it('has every link with the head before it, and the tree head above it', async () => {
      const { from, message } = await exchanged()
      const { treeHeads } = opened()
      const spans = await treeHeads.open(100_000)
      const number = ((await treeHeads.newest())?.number ?? 0) + 1
      await treeHeads.add({ number, at: NOW, bytes: Buffer.from('{}'), signature: 'a..b' }, spans)
      const { links } = await evidence(message.messageId, from)
      expect(links).toHaveLength(3)
      for (const { before, ...link } of links) {
        const { head } = endAfter({ length: link.number - 1, head: before }, link)
        expect(Buffer.from(link.head).equals(Buffer.from(head))).toBe(true)
        const covering = await treeHeads.covering(link)
        expect(covering?.head.number).toBe(number)
        const leaves = await treeHeads.ends(covering?.spans ?? [])
        expect(Buffer.from(leaves[covering?.index ?? -1] ?? []).equals(Buffer.from(link.head))).toBe(true)
      }
    })
  })
}
