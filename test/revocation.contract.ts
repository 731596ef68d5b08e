/** The part of the store's suite that is about what issuers say. The database is shared with other tests. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { RevocationAnswer } from '#core/revocation.ts'
import { acceptance, at, NOW } from './acceptance.ts'
import type { StoreUnderTest } from './store.contract.ts'
import { issue } from './test-pki.ts'

const answer = (state: 'good' | 'revoked', thisUpdateS: number, revokedAtS?: number): RevocationAnswer => ({
  kind: 'ocsp',
  bytes: Buffer.from(randomUUID()),
  status: {
    state,
    thisUpdate: at(thisUpdateS),
    nextUpdate: at(thisUpdateS + 60),
    revokedAt: revokedAtS === undefined ? undefined : at(revokedAtS),
  },
})

export function revocationContract(opened: () => StoreUnderTest): void {
  describe('what issuers say about certificates', () => {
    const desk = () => opened().store.revocation
    const statusOf = async (sha256: string) => (await opened().store.directory()).statuses.find((one) => one.sha256 === sha256)
    const watched = async () => {
      const { certificate } = await issue(undefined, { from: at(-1000), until: at(5000) })
      const party = `p-${randomUUID().slice(0, 8)}`
      await desk().watch([{ party, use: 'signing', certificate }], NOW)
      return { party, certificate, sha256: certificate.sha256 }
    }
    const isDue = async (sha256: string, seconds: number) =>
      (await desk().due(at(seconds), 1000)).some(({ certificate }) => certificate.sha256 === sha256)

    it('is asked for at once, then when it is time, and no longer than the certificate is valid', async () => {
      const { certificate, sha256, party } = await watched()
      expect(await desk().due(NOW, 1000)).toContainEqual({ party, use: 'signing', certificate })
      await desk().unanswered(sha256, at(30))
      expect([await isDue(sha256, 29), await isDue(sha256, 30)]).toEqual([false, true])
      await desk().answered(sha256, answer('good', 0), at(100))
      expect([await isDue(sha256, 99), await isDue(sha256, 100), await isDue(sha256, 5001)]).toEqual([false, true, false])
      await desk().watch([{ party, use: 'signing', certificate }], NOW)
      expect(await isDue(sha256, 99), 'watched already').toBe(false)
    })

    it('is kept as it came, and news change the directory', async () => {
      const { sha256, party } = await watched()
      expect(await statusOf(sha256)).toBeUndefined()
      const before = await opened().store.directoryRevision()
      const first = answer('good', 0)
      expect(await desk().answered(sha256, first, at(100))).toBe('news')
      expect(await opened().store.directoryRevision()).toBe(before + 1)
      expect(await statusOf(sha256)).toEqual({ sha256, party, state: 'good', revokedAt: undefined })
      expect(await desk().answer(sha256)).toEqual({ ...first, bytes: expect.objectContaining(first.bytes) })
      expect(await desk().answered(sha256, answer('good', 10), at(110))).toBe('kept')
      expect((await desk().answer(sha256))?.status.thisUpdate).toEqual(at(10))
      expect(await opened().store.directoryRevision()).toBe(before + 1)
    })

    it('does not go back: an older answer changes nothing, and what is revoked stays revoked', async () => {
      const { sha256 } = await watched()
      await desk().answered(sha256, answer('good', 10), at(100))
      expect(await desk().answered(sha256, answer('revoked', 5, 1), at(200))).toBe('kept')
      expect([(await statusOf(sha256))?.state, await isDue(sha256, 199), await isDue(sha256, 200)]).toEqual(['good', false, true])
      expect(await desk().answered(sha256, answer('revoked', 20, 7), at(300))).toBe('news')
      expect(await statusOf(sha256)).toMatchObject({ state: 'revoked', revokedAt: at(7) })
      expect(await desk().answered(sha256, answer('good', 30), at(400))).toBe('kept')
      expect((await statusOf(sha256))?.state).toBe('revoked')
      expect(await isDue(sha256, 1000), 'nobody asks any more').toBe(false)
    })

    it('puts the messages in doubt that came since a revocation, once, with a link in the audit trail', async () => {
      const { party, sha256 } = await watched()
      const send = async (seconds: number, signerSha256 = sha256) => {
        const one = acceptance({ from: party, receivedAt: at(seconds), deliveries: [] })
        await opened().store.accept({ ...one, message: { ...one.message, signerSha256 } })
        return one.message.messageId
      }
      const [, since, later] = [await send(4), await send(5), await send(6)]
      await send(7, 'f'.repeat(64))
      await desk().answered(sha256, answer('good', 0), at(100))
      const ours = async () => (await desk().contested(1000)).filter(({ from }) => from === party)
      expect(await ours()).toEqual([])
      await desk().answered(sha256, answer('revoked', 50, 5), at(100))
      const contested = await ours()
      expect(contested).toEqual([since, later].map((messageId) => ({ messageId, from: party, sha256 })))
      for (const one of [...contested, ...contested]) await desk().contest(one, at(60))
      expect(await ours()).toEqual([])
      const links = (await opened().links(party)).filter(({ event }) => event === 'CertificateRevocation')
      expect(links.map(({ messageId, digest, code }) => ({ messageId, digest, code }))).toEqual(
        [since, later].map((messageId) => ({ messageId, digest: sha256, code: 'CERTIFICATE_REVOKED' })),
      )
      const record = await opened().store.evidence(since ?? '', party)
      expect(record?.contestedAt).toEqual(at(60))
    })
  })
}
