/** Other people's JOSE libraries take what we sign, and we take what they sign. */
import { spawnSync } from 'node:child_process'
import { CompactSign, compactVerify, FlattenedSign, flattenedVerify } from 'jose'
import nodeJose from 'node-jose'
import { describe, expect, test } from 'vitest'
import type { Algorithm } from '#core/signature/algorithms.ts'
import { signCompact, signDetached, verifyCompact, verifyDetached } from '#core/signature/jws.ts'
import { type ThrowAwayKey, throwAwayKey } from '#test/throw-away-key.ts'
import { describeWithTool } from './tool.ts'

const TEXT = '{"body":{"familyName":"Hüseynzadə","givenNames":"Çiçək","patronymic":"İsmayıl qızı"},"header":{"from":"nl"}}'
const BODY = new TextEncoder().encode(TEXT)
const AT = new Date('2026-11-21T10:00:00Z')
const EXPECT = { kind: 'Message', from: 'partner' } as const
const PYTHON = '/usr/bin/python3'

const p256 = await throwAwayKey('P-256')
const KEYS: readonly (readonly [Algorithm['id'], ThrowAwayKey])[] = [
  ['ES256', p256],
  ['ES384', await throwAwayKey('P-384')],
  ['PS256', await throwAwayKey('RSA-3072')],
  ['EdDSA', await throwAwayKey('Ed25519')],
]

const registered = (key: ThrowAwayKey) => (sha256: string) =>
  sha256 === key.certificate.sha256 ? { party: 'nl', certificate: key.certificate } : undefined

/** The header a partner would make by our partner guide; without `x5c`, which is optional for them. */
const headerFor = (alg: string, key: ThrowAwayKey) => ({
  alg,
  typ: 'korpu-message',
  iat: AT.getTime() / 1000,
  'x5t#S256': Buffer.from(key.certificate.sha256, 'hex').toString('base64url'),
})

interface Answer {
  readonly ok?: string
  readonly error?: string
}

function peer(job: object): Answer {
  const run = spawnSync(PYTHON, [`${import.meta.dirname}/jwcrypto_peer.py`], { input: JSON.stringify(job), encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`jwcrypto ended with ${run.status}: ${run.stderr}`)
  return JSON.parse(run.stdout)
}

describeWithTool([PYTHON, '-c', 'import jwcrypto'], 'python3-jwcrypto', () => {
  describe.each(KEYS)('%s', (alg, key) => {
    const pem = key.certificatePem

    test('takes our detached signature, and no other body under it', async () => {
      const jws = await signDetached('Message', BODY, key.signingKey(alg), AT)
      const job = { act: 'verify', form: 'detached', pem, jws }
      expect(peer({ ...job, payload: TEXT })).toEqual({ ok: TEXT })
      expect(peer({ ...job, payload: TEXT.replace('nl', 'fr') }).error).toContain('InvalidJWSSignature')
    })

    test('takes our compact signature', async () => {
      const jws = Buffer.from(await signCompact('Message', BODY, key.signingKey(alg), AT)).toString()
      expect(peer({ act: 'verify', form: 'compact', pem, jws })).toEqual({ ok: TEXT })
    })

    test('makes a detached signature that we take', async () => {
      const header = { ...headerFor(alg, key), b64: false, crit: ['b64'] }
      const { ok, error } = peer({ act: 'sign', form: 'detached', pem: key.privatePem, header, payload: TEXT })
      expect(error).toBeUndefined()
      expect(await verifyDetached(BODY, ok, EXPECT, registered(key))).toEqual({ party: 'nl', certificate: key.certificate, signedAt: AT })
    })

    test('makes a compact signature that we take', async () => {
      const { ok, error } = peer({ act: 'sign', form: 'compact', pem: key.privatePem, header: headerFor(alg, key), payload: TEXT })
      expect(error).toBeUndefined()
      const { payload } = await verifyCompact(Buffer.from(ok ?? ''), EXPECT, registered(key))
      expect(Buffer.from(payload).toString()).toBe(TEXT)
    })
  })
})

describe.each(KEYS)('jose, %s', (alg, key) => {
  const header = headerFor(alg, key)

  test('takes our detached signature, and no other body under it', async () => {
    const [head = '', , signature = ''] = (await signDetached('Message', BODY, key.signingKey(alg), AT)).split('.')
    const jws = { protected: head, payload: BODY, signature }
    expect((await flattenedVerify(jws, key.certificate.publicKey)).protectedHeader).toMatchObject({ alg, typ: 'korpu-message' })
    await expect(flattenedVerify({ ...jws, payload: BODY.slice(1) }, key.certificate.publicKey)).rejects.toThrow(
      'signature verification failed',
    )
  })

  test('takes our compact signature', async () => {
    const token = await signCompact('Message', BODY, key.signingKey(alg), AT)
    expect(new TextDecoder().decode((await compactVerify(token, key.certificate.publicKey)).payload)).toBe(TEXT)
  })

  test('makes a detached and a compact signature that we take', async () => {
    const detached = await new FlattenedSign(BODY).setProtectedHeader({ ...header, b64: false, crit: ['b64'] }).sign(key.privateKey)
    const signature = `${detached.protected}..${detached.signature}`
    expect(await verifyDetached(BODY, signature, EXPECT, registered(key))).toMatchObject({ party: 'nl', signedAt: AT })
    const token = await new CompactSign(BODY).setProtectedHeader(header).sign(key.privateKey)
    expect((await verifyCompact(Buffer.from(token), EXPECT, registered(key))).signer).toMatchObject({ party: 'nl', signedAt: AT })
  })
})

describe('node-jose, which knows neither b64 nor EdDSA', () => {
  test('takes our compact ES256', async () => {
    const token = Buffer.from(await signCompact('Message', BODY, p256.signingKey('ES256'), AT)).toString()
    const { payload, header } = await nodeJose.JWS.createVerify(await nodeJose.JWK.asKey(p256.certificatePem, 'pem')).verify(token)
    expect(payload.toString()).toBe(TEXT)
    expect(header).toMatchObject({ alg: 'ES256', typ: 'korpu-message' })
  })

  test('makes a compact ES256 that we take, whatever kid it adds', async () => {
    const own = await nodeJose.JWK.asKey(p256.privatePem, 'pem')
    const options = { format: 'compact', fields: headerFor('ES256', p256) } as const
    const token = await nodeJose.JWS.createSign(options, own).final(TEXT, 'utf8')
    const { payload } = await verifyCompact(Buffer.from(token), EXPECT, registered(p256))
    expect(Buffer.from(payload).toString()).toBe(TEXT)
  })
})
