/** The test PKI at the real door: a party known by its anchor and subject signs with certificates that the anchor should not have issued. */
import { describe, expect, it } from 'vitest'
import { ExtendedKeyUsage, ExtendedKeyUsageExtension, Extension, KeyUsageFlags } from '#certs/x509.ts'
import type { ErrorCode } from '#core/errors.ts'
import { ALGORITHMS, type Algorithm, signRaw } from '#core/signature/algorithms.ts'
import type { SigningKey } from '#core/signature/key.ts'
import { subjectOf } from '#core/trust.ts'
import { signed } from '#test/letters.ts'
import { leafRecord } from '#test/parties.ts'
import { authority, type Issued, issue, privateKeyOf, rootCa, usage, type Wish } from '#test/test-pki.ts'
import { expectRefused, openWorld, secretLetter } from './world.ts'

const DAY_MS = 86_400_000
const { digitalSignature, keyEncipherment } = KeyUsageFlags
const fromNow = (days: number): Date => new Date(Date.now() + days * DAY_MS)
const signs = usage(digitalSignature)
/** `O=Ölkə` alone may stand below such a CA. */
const LIMITED = new Extension('2.5.29.30', true, Buffer.from('3019a0173015a4133011310f300d060355040a0c06c3966c6bc999', 'hex'))

interface Case extends Wish {
  readonly what: string
  readonly code: ErrorCode
  readonly stage?: 'verify'
  readonly root?: readonly Extension[]
  readonly algorithm?: Algorithm['id']
}

const CASES: readonly Case[] = [
  { what: 'that has expired', from: fromNow(-20), until: fromNow(-10), code: 'CERTIFICATE_EXPIRED' },
  { what: 'that is not yet valid', from: fromNow(10), until: fromNow(20), code: 'CERTIFICATE_NOT_YET_VALID' },
  {
    what: 'made for TLS',
    extensions: [signs, new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth])],
    code: 'CERTIFICATE_UNTRUSTED',
  },
  { what: 'whose key may only encrypt', extensions: [usage(keyEncipherment)], code: 'CERTIFICATE_UNTRUSTED' },
  {
    what: 'with a critical extension that nobody knows',
    extensions: [signs, new Extension('1.2.3.4.5', true, Buffer.of(5, 0))],
    code: 'CERTIFICATE_UNTRUSTED',
  },
  { what: 'with a weak key', rsaBits: 2048, algorithm: 'PS256', code: 'SIGNATURE_INVALID' },
  { what: 'that was signed with SHA-1', hash: 'SHA-1', code: 'CERTIFICATE_UNTRUSTED' },
  { what: 'whose name its CA may not give', root: [...authority(), LIMITED], code: 'CERTIFICATE_UNTRUSTED' },
  { what: 'of a CA without the CA flag', root: [usage(KeyUsageFlags.keyCertSign)], code: 'CERTIFICATE_UNTRUSTED' },
]

function keyOf({ certificate, ...one }: Issued, id: Algorithm['id'] = 'ES256'): SigningKey {
  const algorithm = ALGORITHMS.find((row) => row.id === id)
  if (!algorithm) throw new Error(`no algorithm ${id}`)
  const key = privateKeyOf({ certificate, ...one })
  return { algorithm, certificate: certificate.der, sign: async (bytes) => signRaw(algorithm, bytes, key) }
}

async function worldTrusting(anchor: Issued, leaf: Issued) {
  const world = await openWorld()
  const record = { ...leafRecord('signing', anchor.certificate.der), by: 'anchor', subject: subjectOf(leaf.certificate) } as const
  await world.memory.changeParty('xa', (party) => ({ ...party, certificates: [...party.certificates, record] }))
  const message = async (key: SigningKey) => signed(secretLetter(world.memory, 'xa'), { at: world.memory.clock.now(), key })
  return { world, message }
}

describe('a message signed with a certificate', () => {
  it('that its anchor issued as it should is accepted', async () => {
    const anchor = await rootCa()
    const leaf = await issue(anchor)
    const { world, message } = await worldTrusting(anchor, leaf)
    await using _ = world
    expect((await world.server.as('xa').post('/v1/messages', await message(keyOf(leaf)))).status).toBe(202)
  })

  it.each(CASES)('$what is refused', async ({ root, algorithm, code, ...wish }) => {
    const anchor = await rootCa('CN=Sınaq kökü', root)
    const leaf = await issue(anchor, wish)
    const { world, message } = await worldTrusting(anchor, leaf)
    await using _ = world
    await expectRefused(world, 'xa', await message(keyOf(leaf, algorithm)), { code })
  })

  it('of another anchor of the same name is refused', async () => {
    const [anchor, other] = [await rootCa(), await rootCa()]
    const leaf = await issue(other)
    const { world, message } = await worldTrusting(anchor, leaf)
    await using _ = world
    await expectRefused(world, 'xa', await message(keyOf(leaf)), { code: 'CERTIFICATE_UNTRUSTED' })
  })
})
