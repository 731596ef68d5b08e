/** A party goes over to a new signing certificate, and from one trust anchor to the next, while its messages flow. */
import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { signingKeyOf } from '#certs/keys.ts'
import type { AnchorRecord } from '#core/directory.ts'
import type { SigningKey } from '#core/signature/key.ts'
import { memoryHub } from '#test/hub.ts'
import { signed } from '#test/letters.ts'
import { keysOf, leafRecord } from '#test/parties.ts'
import { type Issued, issue, pemDer, privateKeyOf, rootCa } from '#test/test-pki.ts'
import { receive } from './receive.ts'

const SENDERS = 8
const anchorOf = (der: Uint8Array): AnchorRecord => ({ ...leafRecord('signing', der), status: 'active', ocsp: [], crl: [] })
const keyOf = (one: Issued): SigningKey => signingKeyOf(privateKeyOf(one), one.certificate.der)

it('no message is refused', async () => {
  const memory = await memoryHub()
  const successor = await rootCa('CN=Yeni kök')
  const next = await issue(successor)
  const own = anchorOf(pemDer(keysOf('hub').tls.ca))
  let key = keysOf('xa').signing
  let goesOn = true
  let accepted = 0
  const sending = Array.from({ length: SENDERS }, async () => {
    while (goesOn) {
      const document = await signed(memory.letter('xa', 'readmission-application'), { at: memory.clock.now(), key })
      await receive(memory.hub, memory.inbound('xa', document))
      accepted++
      await setImmediate()
    }
  })
  const flowing = async () => {
    const until = accepted + 3 * SENDERS
    while (accepted < until) await Promise.race([setImmediate(), ...sending])
  }
  const old = leafRecord('signing', keysOf('xa').signingCertificate.der)
  const steps = [
    () => memory.changeParty('xa', (party) => ({ ...party, anchors: [own] })),
    () =>
      memory.changeParty('xa', (party) => ({
        ...party,
        anchors: [own, anchorOf(successor.certificate.der)],
        certificates: [...party.certificates, leafRecord('signing', next.certificate.der)],
      })),
    async () => {
      key = keyOf(next)
    },
  ]
  for (const step of steps) {
    await flowing()
    await step()
  }
  await flowing()
  goesOn = false
  await Promise.all(sending)
  // Only now that nothing signed with it is on its way.
  await memory.changeParty('xa', (party) => ({
    ...party,
    certificates: party.certificates.map((one) => (one.sha256 === old.sha256 ? { ...one, status: 'withdrawn' as const } : one)),
  }))
  const late = await signed(memory.letter('xa', 'readmission-application'), { at: memory.clock.now() })
  await expect(receive(memory.hub, memory.inbound('xa', late))).rejects.toMatchObject({ code: 'CERTIFICATE_UNTRUSTED' })
  const last = await signed(memory.letter('xa', 'readmission-application'), { at: memory.clock.now(), key })
  await receive(memory.hub, memory.inbound('xa', last))
  expect(memory.lines('message.accepted')).toHaveLength(accepted + 1)
})
