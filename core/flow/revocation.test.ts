/** Certificates that turn out to be revoked, and issuers that do not answer. */
import { describe, expect, it } from 'vitest'
import type { RevocationPolicy } from '#core/directory.ts'
import type { RevocationAnswer, RevocationSources } from '#core/revocation.ts'
import { certificateOf } from '#core/signature/certificate.ts'
import { type MemoryHub, memoryHub } from '#test/hub.ts'
import { keysOf } from '#test/parties.ts'
import { pemDer } from '#test/test-pki.ts'
import { lookForRevocations } from './revocation.ts'

const HOUR_S = 3600

/** An issuer that can be told what to say. */
function issuer(memory: MemoryHub) {
  const asked: string[] = []
  let said: Partial<RevocationAnswer['status']> | undefined = { state: 'good' }
  const sources: RevocationSources = {
    ask: async (kind, url, { sha256 }) => {
      asked.push(`${kind} ${url} ${sha256 === keysOf('xa').signingCertificate.sha256 ? 'signing' : 'tls'}`)
      if (!said) throw new Error('nobody is there')
      const thisUpdate = memory.clock.now()
      const nextUpdate = new Date(thisUpdate.getTime() + HOUR_S * 1000)
      return { kind, bytes: Buffer.from('answer'), status: { state: 'good', revokedAt: undefined, thisUpdate, nextUpdate, ...said } }
    },
  }
  const say = (next: typeof said): void => {
    said = next
  }
  return { asked, sources, say }
}

async function world(revocation: RevocationPolicy = 'soft', ocsp = ['http://ocsp.example/'], crl: readonly string[] = []) {
  const memory = await memoryHub()
  const { der, sha256, validFrom, validUntil } = certificateOf(pemDer(keysOf('hub').tls.ca))
  await memory.changeParty('xa', (party) => ({ ...party, anchors: [{ der, sha256, validFrom, validUntil, status: 'active', ocsp, crl }] }))
  await memory.changeAgreements((one) => (one.from === 'xa' ? { ...one, revocation } : one))
  const ca = issuer(memory)
  const look = async () => {
    const answers = await lookForRevocations(memory.hub, ca.sources)
    await memory.follow()
    return answers
  }
  const send = () => memory.send('xa', 'readmission-application')
  return { memory, ca, look, send }
}

describe('the revocation of certificates', () => {
  it('is asked of configured addresses, for the certificates of parties whose agreements want it, and not again before it is time', async () => {
    const { memory, ca, look } = await world('soft', ['http://one.example/', 'http://two.example/'])
    expect(await look()).toBe(2)
    expect(ca.asked.toSorted()).toEqual(['ocsp http://one.example/ signing', 'ocsp http://one.example/ tls'])
    expect(await look()).toBe(0)
    memory.clock.move(HOUR_S / 2)
    expect(await look()).toBe(2)
  })

  it('is not asked for where no agreement wants it', async () => {
    const { ca, look } = await world('none')
    expect(await look()).toBe(0)
    expect(ca.asked).toEqual([])
  })

  it('known: the next message is refused at once, and its TLS certificate lets nobody in', async () => {
    const { memory, ca, look, send } = await world()
    await send()
    await look()
    ca.say({ state: 'revoked', revokedAt: memory.clock.now() })
    memory.clock.move(HOUR_S)
    await look()
    await expect(send()).rejects.toMatchObject({ code: 'SENDER_UNKNOWN' })
    const directory = memory.hub.directory()
    expect(directory.signerOf(keysOf('xa').signingCertificate.sha256)?.record.status).toBe('revoked')
    expect(memory.lines('certificate.revoked')).toHaveLength(2)
  })

  it('found later: messages that came since are contested, with a line each, and those before are not', async () => {
    const { memory, ca, look, send } = await world()
    const before = await send()
    memory.clock.move(10)
    const revokedAt = memory.clock.now()
    const since = await send()
    memory.clock.move(HOUR_S)
    ca.say({ state: 'revoked', revokedAt })
    await look()
    expect(memory.lines('message.contested').map(({ messageId }) => messageId)).toEqual([since.message.header.messageId])
    const contestedAt = async ({ message }: typeof before) => (await memory.store.evidence(message.header.messageId, 'xa'))?.contestedAt
    expect([await contestedAt(before), await contestedAt(since)]).toEqual([undefined, memory.clock.now()])
    await look()
    expect(memory.lines('message.contested')).toHaveLength(1)
  })

  it('takes lists where responders do not answer, and never stops a message where nobody does', async () => {
    const { memory, ca, look, send } = await world('soft', ['http://ocsp.example/'], ['http://crl.example/ca.crl'])
    ca.say(undefined)
    expect(await look()).toBe(0)
    expect(ca.asked.map((one) => one.split(' ')[0])).toEqual(['ocsp', 'crl', 'ocsp', 'crl'])
    for (let minute = 0; minute < 60; minute++) {
      memory.clock.move(60)
      await send()
      await look()
    }
    ca.say({ state: 'good' })
    memory.clock.move(30)
    expect(await look(), 'within half a minute of their return').toBe(2)
    const answer = await memory.store.revocation.answer(keysOf('xa').signingCertificate.sha256)
    expect(answer?.status.thisUpdate).toEqual(memory.clock.now())
  })

  it('that is out of date, or from the future, is no answer', async () => {
    const { memory, ca, look } = await world()
    const in_ = (seconds: number) => new Date(memory.clock.now().getTime() + seconds * 1000)
    ca.say({ thisUpdate: in_(-20), nextUpdate: in_(-10) })
    expect(await look()).toBe(0)
    memory.clock.move(30)
    ca.say({ thisUpdate: in_(HOUR_S) })
    expect(await look()).toBe(0)
    memory.clock.move(30)
    ca.say({})
    expect(await look()).toBe(2)
  })

  it('hard: a certificate is refused until its issuer has said once that it is good, and then however long the issuer is away', async () => {
    const { memory, ca, look, send } = await world('hard')
    await expect(send()).rejects.toMatchObject({ code: 'CERTIFICATE_UNTRUSTED', stage: 'trust' })
    ca.say({ state: 'unknown' })
    await look()
    await expect(send()).rejects.toMatchObject({ code: 'CERTIFICATE_UNTRUSTED', stage: 'trust' })
    ca.say({})
    memory.clock.move(HOUR_S)
    await look()
    await send()
    ca.say(undefined)
    memory.clock.move(10 * HOUR_S)
    await look()
    await send()
  })
})

describe('trust anchors of a party', () => {
  it('hold its registered certificates too: withdrawn, pending or outside their window they carry nobody', async () => {
    const { memory, send } = await world('none')
    await send()
    const set = (change: object) =>
      memory.changeParty('xa', (party) => ({ ...party, anchors: party.anchors.map((one) => ({ ...one, ...change })) }))
    const past = new Date(memory.clock.now().getTime() - 1000)
    for (const change of [{ status: 'withdrawn' }, { status: 'pending' }, { status: 'active', validUntil: past }]) {
      await set(change)
      await expect(send()).rejects.toMatchObject({ code: 'SENDER_UNKNOWN' })
    }
  })

  it('may overlap: the certificate of either is taken', async () => {
    const { memory, send } = await world('none')
    const other = keysOf('xb').signingCertificate
    await memory.changeParty('xa', (party) => {
      const [first] = party.anchors
      return first ? { ...party, anchors: [{ ...first, der: other.der, sha256: other.sha256 }, first] } : party
    })
    await send()
  })
})
