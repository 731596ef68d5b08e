/** Evidence with what authorities said: a message signed with a certificate of a CA that keeps revocation lists. */
import { X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { signingKeyOf } from '#certs/keys.ts'
import { evidenceOf } from '#core/flow/evidence.ts'
import { receive } from '#core/flow/receive.ts'
import { lookForRevocations } from '#core/flow/revocation.ts'
import { certificateOf } from '#core/signature/certificate.ts'
import { wholeOf } from '#test/evidence-copies.ts'
import { memoryHub } from '#test/hub.ts'
import { signed } from '#test/letters.ts'
import { keysOf, leafRecord } from '#test/parties.ts'
import { issue, privateKeyOf, revocationList, rootCa } from '#test/test-pki.ts'
import { trustingIn } from './trusting.ts'
import { judge } from './verify.ts'

const CA = certificateOf(new X509Certificate(keysOf('hub').tls.ca).raw)
const AN_HOUR_MS = 3_600_000

/** What the evidence of a message shows when the issuer of its certificate says afterwards what `revokedAt` makes of the time it came. */
async function shown(revokedAt: ((receivedAt: Date) => Date) | undefined) {
  const memory = await memoryHub()
  const [root, stranger] = [await rootCa(), await rootCa('CN=Başqa kök')]
  const leaf = await issue(root)
  const anchor = { ...leafRecord('signing', root.certificate.der), status: 'active' as const, ocsp: [], crl: ['http://crl.example/'] }
  await memory.changeParty('xa', (party) => ({
    ...party,
    certificates: [...party.certificates, leafRecord('signing', leaf.certificate.der)],
  }))
  const message = memory.letter('xa', 'readmission-application')
  const at = memory.clock.now()
  const document = await signed(message, { at, key: signingKeyOf(privateKeyOf(leaf), leaf.certificate.der) })
  await receive(memory.hub, memory.inbound('xa', document))
  await memory.changeParty('xa', (party) => ({ ...party, anchors: [anchor] }))
  await memory.changeAgreements((one) => ({ ...one, revocation: 'soft' }))
  memory.clock.move(60)
  const from = memory.clock.now()
  const until = new Date(from.getTime() + AN_HOUR_MS)
  const list = await revocationList(root, revokedAt ? [leaf.certificate] : [], {
    from,
    until,
    ...(revokedAt && { revokedAt: revokedAt(at) }),
  })
  const { statusInCrl } = await import('#core/pki/crl.ts')
  await lookForRevocations(memory.hub, {
    ask: async (kind, _url, certificate, issuer) => ({ kind, bytes: list, status: statusInCrl(list, certificate, issuer) }),
  })
  await memory.follow()
  const archive = await evidenceOf(memory.hub, message.header.messageId, 'xa')
  if (!archive) throw new Error('there is evidence of it')
  const container = await wholeOf(archive)
  return {
    judged: await judge(container, trustingIn([CA, root.certificate])),
    without: await judge(container, trustingIn([CA, stranger.certificate])),
  }
}

const about = (judged: Awaited<ReturnType<typeof judge>>) => judged.findings.filter(({ sentence }) => sentence.includes('revo'))

describe('the evidence of a message whose issuer was asked', () => {
  it('shows that its certificate was not revoked', async () => {
    const { judged, without } = await shown(undefined)
    expect(about(judged)).toEqual([{ proven: true, sentence: expect.stringContaining('was not revoked on') }])
    expect(judged.holds).toBe(true)
    expect(judged.limits.join(' ')).not.toContain('ask its issuer')
    expect(about(without)[0]).toMatchObject({ proven: false })
  })

  it('shows that it was revoked later', async () => {
    const { judged } = await shown((receivedAt) => new Date(receivedAt.getTime() + 30_000))
    expect(about(judged)).toEqual([{ proven: true, sentence: expect.stringContaining('after the message came') }])
    expect(judged.holds).toBe(true)
  })

  it('does not hold when it had been revoked before the message came', async () => {
    const { judged } = await shown((receivedAt) => new Date(receivedAt.getTime() - 30_000))
    expect(judged.holds).toBe(false)
    expect(about(judged)).toEqual([{ proven: false, sentence: expect.stringContaining('contested') }])
  })
})
