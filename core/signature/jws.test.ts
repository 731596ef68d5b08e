import { describe, expect, test } from 'vitest'
import { throwAwayKey } from '#test/throw-away-key.ts'
import type { Algorithm } from './algorithms.ts'
import { signCompact, signDetached, verifyCompact, verifyDetached } from './jws.ts'
import type { SignerOf } from './signer.ts'

const BODY = new TextEncoder().encode('{"header":{"from":"pl"},"body":{"familyName":"Məmmədova","givenNames":"Ülviyyə"}}')
const AT = new Date('2026-11-21T10:00:00.900Z')
const EXPECT = { kind: 'Message', from: 'partner' } as const

const KEYS = [
  ['ES256', await throwAwayKey('P-256')],
  ['ES384', await throwAwayKey('P-384')],
  ['PS256', await throwAwayKey('RSA-3072')],
  ['PS384', await throwAwayKey('RSA-3072')],
  ['EdDSA', await throwAwayKey('Ed25519')],
] as const

const registered: SignerOf = (sha256) => {
  const key = KEYS.find(([, { certificate }]) => certificate.sha256 === sha256)?.[1]
  return key && { party: 'pl', certificate: key.certificate }
}

describe.each(KEYS)('%s', (id: Algorithm['id'], key) => {
  test('a detached signature over the body holds, and says who signed and when, to the second', async () => {
    const signature = await signDetached('Message', BODY, key.signingKey(id), AT)
    const signer = await verifyDetached(BODY, signature, EXPECT, registered)
    expect(signer).toEqual({ party: 'pl', certificate: key.certificate, signedAt: new Date('2026-11-21T10:00:00Z') })
  })

  test('a compact signature holds and gives the bytes back', async () => {
    const token = await signCompact('Message', BODY, key.signingKey(id), AT)
    const { payload, signer } = await verifyCompact(token, EXPECT, registered)
    expect(Buffer.from(payload)).toEqual(Buffer.from(BODY))
    expect(signer.party).toBe('pl')
  })
})

const [, p256] = KEYS[0]
const headerOf = (jws: string) => JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString())

test('what the hub signs detached has the JAdES B-B header, and nothing else', async () => {
  const signature = await signDetached('Receipt', BODY, p256.signingKey('ES256'), AT)
  expect(headerOf(signature)).toEqual({
    alg: 'ES256',
    typ: 'korpu-receipt',
    iat: 1795255200,
    'x5t#S256': Buffer.from(p256.certificate.sha256, 'hex').toString('base64url'),
    x5c: [Buffer.from(p256.certificate.der).toString('base64')],
    b64: false,
    crit: ['b64'],
  })
})

test('what the hub signs compact has neither b64 nor crit', async () => {
  const token = Buffer.from(await signCompact('Problem', BODY, p256.signingKey('ES256'), AT)).toString()
  expect(Object.keys(headerOf(token))).toEqual(['alg', 'typ', 'iat', 'x5t#S256', 'x5c'])
})

test('each kind holds only as what it was signed for', async () => {
  const kinds = ['Message', 'Receipt', 'Problem'] as const
  for (const signed of kinds) {
    const signature = await signDetached(signed, BODY, p256.signingKey('ES256'), AT)
    for (const kind of kinds) {
      const outcome = verifyDetached(BODY, signature, { kind, from: 'hub' }, registered)
      await (kind === signed
        ? expect(outcome).resolves.toBeDefined()
        : expect(outcome).rejects.toMatchObject({ code: 'SIGNATURE_INVALID' }))
    }
  }
})

test('a body without signature is SIGNATURE_MISSING', async () => {
  for (const none of [undefined, '']) {
    await expect(verifyDetached(BODY, none, EXPECT, registered)).rejects.toMatchObject({ code: 'SIGNATURE_MISSING' })
  }
})

test('a certificate that nobody registered is CERTIFICATE_UNTRUSTED, and its DER was shown to the directory', async () => {
  const stranger = await throwAwayKey('P-256')
  const seen: unknown[] = []
  const signature = await signDetached('Message', BODY, stranger.signingKey('ES256'), AT)
  const outcome = verifyDetached(BODY, signature, EXPECT, (sha256, der) => {
    seen.push(sha256, Buffer.from(der ?? []))
    return undefined
  })
  await expect(outcome).rejects.toMatchObject({ code: 'CERTIFICATE_UNTRUSTED' })
  expect(seen).toEqual([stranger.certificate.sha256, Buffer.from(stranger.certificate.der)])
})
