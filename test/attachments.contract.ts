/** The part of the store's suite that is about attachments. */
import { hash, randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import type { PartyId } from '#core/message.ts'
import type { Store } from '#core/ports.ts'
import { acceptance, at, deliveryTo, NOW } from './acceptance.ts'

const QUOTA = 1_000_000
const LATER = at(86_400)

const partyId = (): PartyId => `p-${randomUUID().slice(0, 8)}`

export function attachmentsContract(open: () => Store): void {
  describe('attachments', () => {
    const begin = async (party: PartyId, digest: string, size: number, expiresAt = LATER) => {
      const attachmentId = randomUUID()
      return { attachmentId, begun: await open().attachments.begin({ attachmentId, party, digest, size, expiresAt }, QUOTA) }
    }

    /** Of three chunks, and finished. */
    const uploaded = async (party: PartyId, bytes = randomBytes(3000), expiresAt = LATER) => {
      const digest = hash('sha256', bytes)
      const { attachmentId } = await begin(party, digest, bytes.length, expiresAt)
      for (let number = 0; number < 3; number++) {
        await open().attachments.append(attachmentId, number, bytes.subarray(number * 1000, (number + 1) * 1000))
      }
      await open().attachments.finish(attachmentId, { size: bytes.length, mediaType: 'image/jpeg', expiresAt })
      return { attachmentId, digest, bytes }
    }

    const naming = (from: PartyId, attachments: readonly string[], to = partyId()) =>
      open().accept(acceptance({ from, attachments, deliveries: [deliveryTo(to)] }))

    const find = async (party: PartyId, digest: string) => (await open().attachments.find(party, [digest])).map((one) => one.attachmentId)

    it('gives back what was kept, chunk by chunk, to its party alone', async () => {
      const party = partyId()
      const { attachmentId, digest, bytes } = await uploaded(party)
      expect(await open().attachments.find(party, [digest, hash('sha256', 'another')])).toEqual([
        { attachmentId, digest, size: 3000, mediaType: 'image/jpeg' },
      ])
      const chunks = await Promise.all([0, 1, 2, 3].map((number) => open().attachments.chunk(attachmentId, number)))
      expect(Buffer.concat(chunks.flatMap((chunk) => chunk ?? [])).equals(bytes)).toBe(true)
      expect(chunks[3]).toBeUndefined()
      expect(await find(partyId(), digest)).toEqual([])
    })

    it('does not have what is still arriving, nor what was dropped', async () => {
      const party = partyId()
      const digest = hash('sha256', 'half')
      const { attachmentId } = await begin(party, digest, 2000)
      await open().attachments.append(attachmentId, 0, randomBytes(1000))
      expect(await find(party, digest)).toEqual([])
      await open().attachments.drop(attachmentId)
      expect(await open().attachments.chunk(attachmentId, 0)).toBeUndefined()
      await expect(open().attachments.append(attachmentId, 1, randomBytes(10))).rejects.toThrow()
      await expect(open().attachments.finish(attachmentId, { size: 1, mediaType: 'image/png', expiresAt: LATER })).rejects.toThrow()
    })

    it('keeps the same bytes for each party by itself', async () => {
      const [one, other] = [partyId(), partyId()]
      const bytes = randomBytes(3000)
      const first = await uploaded(one, bytes)
      const second = await uploaded(other, bytes)
      await open().attachments.drop(first.attachmentId)
      expect(await find(one, first.digest)).toEqual([])
      expect(await find(other, first.digest)).toEqual([second.attachmentId])
      expect(Buffer.from((await open().attachments.chunk(second.attachmentId, 2)) ?? []).equals(bytes.subarray(2000))).toBe(true)
    })

    it('puts a repeated upload in the place of the first, unless a message names that', async () => {
      const party = partyId()
      const first = await uploaded(party)
      const again = await uploaded(party, first.bytes)
      expect(await open().attachments.chunk(first.attachmentId, 0)).toBeUndefined()
      expect(await naming(party, [again.attachmentId])).toBe('accepted')
      await uploaded(party, first.bytes)
      expect(await find(party, first.digest)).toEqual([again.attachmentId])
    })

    it('lets a party reserve its quota and no more; what is named, and what others have, does not count', async () => {
      const party = partyId()
      const { attachmentId } = await uploaded(party)
      expect((await begin(party, hash('sha256', 'rest'), QUOTA - 2999)).begun).toBe('full')
      const rest = await begin(party, hash('sha256', 'rest'), QUOTA - 3000)
      expect(rest.begun).toBe('begun')
      expect((await begin(party, hash('sha256', 'one more'), 1)).begun).toBe('full')
      expect((await begin(partyId(), hash('sha256', 'one more'), QUOTA)).begun).toBe('begun')
      expect(await naming(party, [attachmentId])).toBe('accepted')
      expect((await begin(party, hash('sha256', 'one more'), 3000)).begun).toBe('begun')
    })

    it('never lets uploads that begin together go beyond the quota', async () => {
      const party = partyId()
      const began = await Promise.all(Array.from({ length: 12 }, (_, n) => begin(party, hash('sha256', String(n)), QUOTA / 4)))
      expect(began.filter(({ begun }) => begun === 'begun').length).toBeLessThanOrEqual(4)
      expect((await begin(party, hash('sha256', 'afterwards'), QUOTA + 1)).begun).toBe('full')
    })

    it('removes what expired, whole or not, and never what a message names', async () => {
      const party = partyId()
      const early = at(-50_000)
      const forgotten = await uploaded(party, randomBytes(3000), early)
      const used = await uploaded(party, randomBytes(3000), early)
      const half = await begin(party, hash('sha256', 'half'), 2000, early)
      const fresh = await uploaded(party, randomBytes(3000), at(-40_000))
      await open().attachments.append(half.attachmentId, 0, randomBytes(1000))
      expect(await naming(party, [used.attachmentId])).toBe('accepted')
      expect(await open().attachments.expire(at(-50_001), 10)).toBe(0)
      expect(await open().attachments.expire(early, 1)).toBe(1)
      expect(await open().attachments.expire(early, 10)).toBe(1)
      expect(await open().attachments.expire(early, 10)).toBe(0)
      for (const { attachmentId } of [forgotten, half]) expect(await open().attachments.chunk(attachmentId, 0)).toBeUndefined()
      for (const { digest, attachmentId } of [used, fresh]) expect(await find(party, digest)).toEqual([attachmentId])
      await open().attachments.drop(used.attachmentId)
      expect(await find(party, used.digest)).toEqual([used.attachmentId])
      await open().attachments.drop(fresh.attachmentId)
    })

    it('gives a named attachment to a recipient once the message was sent to it', async () => {
      const [from, to] = [partyId(), partyId()]
      const { attachmentId, digest } = await uploaded(from)
      expect(await naming(from, [attachmentId], to)).toBe('accepted')
      expect(await find(to, digest)).toEqual([])
      await open().claim([{ party: to, free: 1 }], 'process-1', NOW, 60_000)
      expect(await find(to, digest)).toEqual([attachmentId])
      expect(await find(partyId(), digest)).toEqual([])
    })

    it('stores nothing of a message whose attachment is gone', async () => {
      const [from, to] = [partyId(), partyId()]
      const [{ attachmentId }, kept] = [await uploaded(from), await uploaded(from, randomBytes(3000), at(-30_000))]
      await open().attachments.drop(attachmentId)
      expect(await naming(from, [kept.attachmentId, attachmentId], to)).toBe('moved')
      expect(await open().claim([{ party: to, free: 1 }], 'process-1', NOW, 60_000)).toEqual([])
      // The other one is as unnamed as before. A server says that it refuses a statement before it lets go of what that held.
      await vi.waitUntil(async () => (await open().attachments.expire(at(-30_000), 10)) === 1)
    })

    it('does not name what a refused acceptance would have named', async () => {
      const from = partyId()
      const { attachmentId, digest } = await uploaded(from, randomBytes(3000), at(-20_000))
      const unfit = acceptance({ from, length: 3, attachments: [attachmentId], deliveries: [deliveryTo(partyId())] })
      expect(await open().accept(unfit)).toBe('moved')
      await vi.waitUntil(async () => (await open().attachments.expire(at(-20_000), 10)) === 1)
      expect(await find(from, digest)).toEqual([])
    })

    it('either accepts a message with its attachment or lets the attachment expire, however close they come', async () => {
      const early = at(-60_000)
      const uploads = await Promise.all(
        Array.from({ length: 24 }, async () => {
          const from = partyId()
          return { from, ...(await uploaded(from, randomBytes(3000), early)) }
        }),
      )
      const race = async ({ from, digest, attachmentId }: (typeof uploads)[number]) => {
        const [verdict] = await Promise.all([naming(from, [attachmentId]), open().attachments.expire(early, 3)])
        return { verdict, left: await find(from, digest) }
      }
      for (const { verdict, left } of await Promise.all(uploads.map(race))) expect(left.length).toBe(verdict === 'accepted' ? 1 : 0)
    })
  })
}
