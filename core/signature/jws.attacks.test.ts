/** What a JWS must not get away with: each is a token that some library, somewhere, has believed. */
import { createHmac, sign as nodeSign } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { throwAwayKey } from '#test/throw-away-key.ts'
import { signCompact, signDetached, verifyCompact, verifyDetached } from './jws.ts'
import type { JwsExpectation } from './jws-header.ts'
import type { SignerOf } from './signer.ts'

const BODY = Buffer.from('{"header":{"from":"at"},"body":{"familyName":"Rzayev","givenNames":"İlqar"}}')
const AT = new Date('2026-11-21T10:00:00Z')
const IAT = AT.getTime() / 1000

const key = await throwAwayKey('P-256')
const other = await throwAwayKey('P-256')
const ed = await throwAwayKey('Ed25519')
const rsa = await throwAwayKey('RSA-3072')
const REGISTERED = new Map([key, ed, rsa].map(({ certificate }) => [certificate.sha256, { party: 'at', certificate }]))
const signerOf: SignerOf = (sha256) => REGISTERED.get(sha256)

type Header = Readonly<Record<string, unknown>>
type Signing = (input: Buffer) => Uint8Array | Promise<Uint8Array>

const b64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url')
const thumbprint = ({ certificate }: { certificate: { sha256: string } }) => Buffer.from(certificate.sha256, 'hex').toString('base64url')
const derOf = ({ certificate }: { certificate: { der: Uint8Array } }) => Buffer.from(certificate.der).toString('base64')
const withKey: Signing = (input) => key.signingKey('ES256').sign(input)

const COMPACT: Header = { alg: 'ES256', typ: 'korpu-message', iat: IAT, 'x5t#S256': thumbprint(key), x5c: [derOf(key)] }
const DETACHED: Header = { ...COMPACT, b64: false, crit: ['b64'] }
const without = (header: Header, ...names: string[]) => Object.fromEntries(Object.entries(header).filter(([name]) => !names.includes(name)))

async function detached(header: Header | string, signing: Signing = withKey, payload = BODY): Promise<string> {
  const head = b64url(typeof header === 'string' ? header : JSON.stringify(header))
  return `${head}..${b64url(await signing(Buffer.concat([Buffer.from(`${head}.`), payload])))}`
}

async function compact(header: Header | string, signing: Signing = withKey, payload: Uint8Array = BODY): Promise<string> {
  const signed = `${b64url(typeof header === 'string' ? header : JSON.stringify(header))}.${b64url(payload)}`
  return `${signed}.${b64url(await signing(Buffer.from(signed)))}`
}

const EXPECT: JwsExpectation = { kind: 'Message', from: 'partner' }
const takesDetached = (jws: string, expected = EXPECT, body: Uint8Array = BODY) => verifyDetached(body, jws, expected, signerOf)
const takesCompact = (token: string, expected = EXPECT) => verifyCompact(Buffer.from(token), expected, signerOf)
const refused = (outcome: Promise<unknown>) => expect(outcome).rejects.toMatchObject({ code: 'SIGNATURE_INVALID' })

/** A header that must be refused in both forms, though the signature over it holds. */
async function refusedInBoth(change: Header, signing?: Signing): Promise<void> {
  await refused(takesDetached(await detached({ ...DETACHED, ...change }, signing)))
  await refused(takesCompact(await compact({ ...COMPACT, ...change }, signing)))
}

describe('the attacks start from tokens that are taken', () => {
  test('detached and compact, made by hand', async () => {
    await expect(takesDetached(await detached(DETACHED))).resolves.toMatchObject({ party: 'at' })
    await expect(takesCompact(await compact(COMPACT))).resolves.toMatchObject({ signer: { party: 'at' } })
  })

  test('without x5c and typ, with kid and cty, from a partner', async () => {
    const change = { kid: 'menim-acarim', cty: 'json' }
    await expect(takesDetached(await detached({ ...without(DETACHED, 'x5c', 'typ'), ...change }))).resolves.toBeDefined()
    await expect(takesCompact(await compact({ ...without(COMPACT, 'x5c', 'typ'), ...change }))).resolves.toBeDefined()
  })

  test('with the older sigT in crit instead of iat', async () => {
    const sigT = '2026-11-21T10:00:00Z'
    const signer = await takesDetached(await detached({ ...without(DETACHED, 'iat'), sigT, crit: ['sigT', 'b64'] }))
    expect(signer.signedAt).toEqual(AT)
    await expect(takesCompact(await compact({ ...without(COMPACT, 'iat'), sigT, crit: ['sigT'] }))).resolves.toBeDefined()
  })

  test('Ed25519 as a name for EdDSA', async () => {
    const change = { alg: 'Ed25519', 'x5t#S256': thumbprint(ed), x5c: [derOf(ed)] }
    await expect(
      takesCompact(await compact({ ...COMPACT, ...change }, (input) => ed.signingKey('EdDSA').sign(input))),
    ).resolves.toBeDefined()
  })
})

describe('algorithms', () => {
  test.each(['none', 'None', 'nOnE', ''])('alg %j with an empty signature', (alg) => refusedInBoth({ alg }, () => new Uint8Array()))

  test.each(['HS256', 'HS384', 'HS512'])('%s keyed with the public key or the certificate', async (alg) => {
    const hash = alg.replace('HS', 'sha')
    const spki = key.certificate.publicKey
    const secrets = [spki.export({ type: 'spki', format: 'pem' }), spki.export({ type: 'spki', format: 'der' }), key.certificatePem]
    for (const secret of secrets) await refusedInBoth({ alg }, (input) => createHmac(hash, secret).update(input).digest())
  })

  test.each(['RS256', 'RS384', 'ES384', 'ES512', 'PS256', 'EdDSA', 'ES256K', 'es256'])('%s for a P-256 key', (alg) =>
    refusedInBoth({ alg }),
  )

  test('RS256 (PKCS #1 v1.5) with a registered RSA key', () =>
    refusedInBoth({ alg: 'RS256', 'x5t#S256': thumbprint(rsa), x5c: [derOf(rsa)] }, (input) => nodeSign('sha256', input, rsa.privateKey)))

  test('an ECDSA signature in DER instead of r and s', () => refusedInBoth({}, (input) => nodeSign('sha256', input, key.privateKey)))

  test('an ECDSA signature of zeros', () => refusedInBoth({}, () => new Uint8Array(64)))
})

describe('whose key', () => {
  const byOther: Signing = (input) => other.signingKey('ES256').sign(input)

  test('a signature made with another key', () => refusedInBoth({}, byOther))

  test('an embedded jwk of the attacker', () => refusedInBoth({ jwk: other.certificate.publicKey.export({ format: 'jwk' }) }, byOther))

  test.each(['jku', 'x5u'])('%s pointing to keys of the attacker', (name) =>
    refusedInBoth({ [name]: 'https://example.invalid/keys' }, byOther),
  )

  test('x5c of the attacker beside the registered thumbprint', () => refusedInBoth({ x5c: [derOf(other)] }, byOther))

  test('the registered x5c beside the thumbprint of the attacker', async () => {
    await refusedInBoth({ 'x5t#S256': thumbprint(other) }, byOther)
  })

  test('certificate and thumbprint of the attacker are CERTIFICATE_UNTRUSTED', async () => {
    const header = { ...DETACHED, 'x5t#S256': thumbprint(other), x5c: [derOf(other)] }
    await expect(takesDetached(await detached(header, byOther))).rejects.toMatchObject({ code: 'CERTIFICATE_UNTRUSTED' })
  })

  test.each([
    ['the leaf and another', [derOf(key), derOf(other)]],
    ['the leaf twice', [derOf(key), derOf(key)]],
    ['no certificate', []],
    ['a string', derOf(key)],
    ['base64url', [Buffer.from(key.certificate.der).toString('base64url')]],
    ['line breaks', [derOf(key).replace(/(.{64})/g, '$1\n')]],
    ['a nested list', [[derOf(key)]]],
  ])('x5c with %s', (_, x5c) => refusedInBoth({ x5c }))

  test.each([
    ['absent', undefined],
    ['in hex', key.certificate.sha256],
    ['padded', `${thumbprint(key)}=`],
    ['too short', thumbprint(key).slice(0, 42)],
    ['of SHA-1 length', b64url(new Uint8Array(20))],
    ['a list', [thumbprint(key)]],
  ])('x5t#S256 %s, with x5c or without', async (_, value) => {
    await refusedInBoth({ 'x5t#S256': value })
    await refusedInBoth({ 'x5t#S256': value, x5c: undefined })
  })

  test.each(['../../etc/passwd', "' OR 1=1 --", 'https://example.invalid/key'])(
    'kid %j names no key: the signature must still hold',
    (kid) => refusedInBoth({ kid }, byOther),
  )

  test('a kid that is not text', () => refusedInBoth({ kid: { $ne: null } }))
})

describe('the header', () => {
  test.each([
    ['an unknown member', { admin: true }],
    ['a member named like a method of objects', { constructor: 'x' }],
    ['an unknown critical member', { crit: ['b64', 'exp'], exp: 1 }],
    ['a critical member that is absent', { crit: ['b64', 'sigT'] }],
    ['a name in crit that must never be there', { crit: ['b64', 'alg'] }],
    ['an empty crit', { crit: [] }],
    ['b64 twice in crit', { crit: ['b64', 'b64'] }],
    ['crit as text', { crit: 'b64' }],
    ['crit of one joined name', { crit: ['b64,sigT'] }],
    ['zip', { zip: 'DEF' }],
    ['JAdES detached objects', { sigD: { mId: 'http://uri.etsi.org/19182/ObjectIdByURIHash' } }],
    ['a cty of something else', { cty: 'application/xml' }],
    ['iat and sigT', { sigT: '2026-11-21T10:00:00Z', crit: ['b64', 'sigT'] }],
    ['an iat that is text', { iat: String(IAT) }],
    ['an iat before time', { iat: -1 }],
    ['an iat with a fraction', { iat: IAT + 0.5 }],
    ['an iat beyond the calendar', { iat: Number.MAX_SAFE_INTEGER }],
    ['null for a member', { kid: null }],
  ])('%s', (_, change) => refusedInBoth(change))

  test.each([
    ['neither iat nor sigT', without(DETACHED, 'iat')],
    ['sigT that is not critical', { ...without(DETACHED, 'iat'), sigT: '2026-11-21T10:00:00Z' }],
    ['sigT and b64 joined into one critical name', { ...without(DETACHED, 'iat'), sigT: '2026-11-21T10:00:00Z', crit: ['b64,sigT'] }],
    ['sigT with an offset', { ...without(DETACHED, 'iat'), sigT: '2026-11-21T14:00:00+04:00', crit: ['b64', 'sigT'] }],
    ['sigT on 30 February', { ...without(DETACHED, 'iat'), sigT: '2026-02-30T10:00:00Z', crit: ['b64', 'sigT'] }],
    ['no alg', without(DETACHED, 'alg')],
    ['a list', [DETACHED]],
  ])('%s', async (_, header) => refused(takesDetached(await detached(JSON.stringify(header)))))

  test('a member twice, plainly or in disguise', async () => {
    const text = JSON.stringify(DETACHED)
    for (const again of ['"alg":"none"', '"\\u0061lg":"ES256"', '"b64":true', '"typ":"korpu-receipt"']) {
      await refused(takesDetached(await detached(`${text.slice(0, -1)},${again}}`)))
      await refused(takesDetached(await detached(`{${again},${text.slice(1)}`)))
    }
  })

  test('white space in the JSON is fine, garbage around it is not', async () => {
    await expect(takesDetached(await detached(` ${JSON.stringify(DETACHED, null, 2)}\n`))).resolves.toBeDefined()
    await refused(takesDetached(await detached(`${JSON.stringify(DETACHED)}x`)))
    await refused(takesDetached(await detached(`\uFEFF${JSON.stringify(DETACHED)}`)))
  })

  test('more than 16 KiB, and 16 KiB of nesting', async () => {
    await refusedInBoth({ kid: 'ə'.repeat(9_000) })
    await refused(takesDetached(await detached(`{"crit":${'['.repeat(8_000)}${']'.repeat(8_000)}}`)))
  })

  test('nothing that the sender wrote is repeated in the refusal', async () => {
    const error: unknown = await takesDetached(await detached({ ...DETACHED, Rzayev: 'Rzayev' })).catch((caught: unknown) => caught)
    expect(JSON.stringify([String(error), error])).not.toContain('Rzayev')
  })
})

describe('b64', () => {
  test('detached without b64, with b64 true, or with b64 not critical', async () => {
    await refused(takesDetached(await detached(without(DETACHED, 'b64', 'crit'), withKey, Buffer.from(b64url(BODY)))))
    await refused(takesDetached(await detached({ ...DETACHED, b64: true })))
    await refused(takesDetached(await detached({ ...DETACHED, b64: 'false' })))
    await refused(takesDetached(await detached(without(DETACHED, 'crit'))))
  })

  test('compact with b64, whichever', async () => {
    await refused(takesCompact(await compact(DETACHED)))
    await refused(takesCompact(await compact({ ...COMPACT, b64: true, crit: ['b64'] })))
    await refused(takesCompact(await compact({ ...COMPACT, b64: true })))
    await refused(takesCompact(await compact({ ...COMPACT, b64: false })))
    const head = b64url(JSON.stringify(DETACHED))
    const signature = b64url(await withKey(Buffer.from(`${head}.${b64url(BODY)}`)))
    await refused(takesCompact(`${head}.${b64url(BODY)}.${signature}`))
  })

  test('a compact signature does not hold as a detached one over the encoded text, nor the other way round', async () => {
    const [head, payload, value] = (await compact(COMPACT)).split('.')
    await refused(takesDetached(`${head}..${value}`, EXPECT, Buffer.from(payload ?? '')))
    const [own, , over] = (await detached(DETACHED, withKey, Buffer.from(b64url(BODY)))).split('.')
    await refused(takesCompact(`${own}.${b64url(BODY)}.${over}`))
  })

  test('a compressed payload is never inflated', async () => {
    await refused(takesCompact(await compact({ ...COMPACT, zip: 'DEF' }, withKey, deflateRawSync(BODY))))
  })
})

describe('typ', () => {
  test('a receipt or a problem does not pass for a message, nor a message for them', async () => {
    await refusedInBoth({ typ: 'korpu-receipt' })
    await refusedInBoth({ typ: 'korpu-problem' })
    await refused(takesDetached(await detached(DETACHED), { kind: 'Receipt', from: 'partner' }))
    await refused(takesCompact(await compact(COMPACT), { kind: 'Problem', from: 'hub' }))
  })

  test('without typ only messages of partners are taken', async () => {
    const signature = await detached(without(DETACHED, 'typ'))
    await refused(takesDetached(signature, { kind: 'Message', from: 'hub' }))
    await refused(takesDetached(signature, { kind: 'Receipt', from: 'partner' }))
    await refused(takesDetached(signature, { kind: 'Problem', from: 'hub' }))
  })

  test.each(['JWT', 'JOSE', 'Korpu-Message', 'application/korpu-message', ''])('typ %j', (typ) => refusedInBoth({ typ }))
})

describe('the payload', () => {
  test('one changed, added or missing byte', async () => {
    const signature = await signDetached('Message', BODY, key.signingKey('ES256'), AT)
    await refused(takesDetached(signature, EXPECT, Buffer.from(BODY.toString().replace('at', 'de'))))
    await refused(takesDetached(signature, EXPECT, Buffer.concat([BODY, Buffer.from('\n')])))
    await refused(takesDetached(signature, EXPECT, BODY.subarray(0, -1)))
    await refused(takesDetached(signature, EXPECT, new Uint8Array()))
  })

  test('another payload under the signature of a compact one', async () => {
    const [head, , value] = (await compact(COMPACT)).split('.')
    await refused(takesCompact(`${head}.${b64url(Buffer.from('{"header":{},"body":{}}'))}.${value}`))
  })

  test('a detached signature that brings its own payload', async () => {
    const [head, , value] = (await detached(DETACHED)).split('.')
    await refused(takesDetached(`${head}.${BODY.toString('base64url')}.${value}`))
  })
})

describe('the text of the token', () => {
  const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

  /** The same bytes to a lenient decoder: the unused bits of the last character are set. */
  const withStrayBits = (text: string) => text.slice(0, -1) + ALPHABET[ALPHABET.indexOf(text.at(-1) ?? '') + 1]

  test('stray bits, padding, white space, the other alphabet', async () => {
    const good = await detached(DETACHED)
    const [head, , value = ''] = good.split('.')
    const lenient = withStrayBits(value)
    expect(Buffer.from(lenient, 'base64url')).toEqual(Buffer.from(value, 'base64url'))
    for (const bad of [`${head}..${lenient}`, `${good}==`, `${good}\n`, ` ${good}`, `${head}..${value.slice(0, 40)} ${value.slice(40)}`]) {
      await refused(takesDetached(bad))
    }
    const standard = Buffer.from(value, 'base64url').toString('base64').replaceAll('=', '')
    if (standard !== value) await refused(takesDetached(`${head}..${standard}`))
  })

  test('stray bits in a payload that was signed with them', async () => {
    const head = b64url(JSON.stringify(COMPACT))
    const payload = withStrayBits(b64url('{"header":{},"body":{}'))
    expect(Buffer.from(payload, 'base64url').toString()).toBe('{"header":{},"body":{}')
    await refused(takesCompact(`${head}.${payload}.${b64url(await withKey(Buffer.from(`${head}.${payload}`)))}`))
  })

  test('dots: too few, too many, trailing', async () => {
    const good = await detached(DETACHED)
    const token = await compact(COMPACT)
    for (const bad of ['.', '..', '...', 'x', `${good}.`, `.${good}`, good.replace('..', '.'), `${good}.e30.x`])
      await refused(takesDetached(bad))
    for (const bad of ['', '..', 'x', `${token}.`, `.${token}`, token.replace('.', ''), `${token}\n`]) await refused(takesCompact(bad))
  })

  test('a truncated, empty or extended signature', async () => {
    const [head, , value = ''] = (await detached(DETACHED)).split('.')
    const octets = Buffer.from(value, 'base64url')
    for (const bytes of [octets.subarray(0, 63), octets.subarray(0, 32), Buffer.alloc(0), Buffer.concat([octets, Buffer.alloc(1)])]) {
      await refused(takesDetached(`${head}..${b64url(bytes)}`))
    }
  })

  test('two signatures in one header line', async () => {
    const good = await detached(DETACHED)
    await refused(takesDetached(`${good}, ${good}`))
  })

  test('the JSON serialization with an unprotected header', async () => {
    const [head, payload, value] = (await compact(COMPACT)).split('.')
    await refused(takesCompact(JSON.stringify({ payload, protected: head, header: { alg: 'none' }, signature: value })))
  })

  test('every single changed character is noticed', async () => {
    const token = Buffer.from(await signCompact('Message', BODY, key.signingKey('ES256'), AT)).toString()
    for (let at = 0; at < token.length; at += 7) {
      if (token[at] === '.') continue
      const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
      await expect(takesCompact(changed)).rejects.toMatchObject({
        code: expect.stringMatching(/^(SIGNATURE_INVALID|CERTIFICATE_UNTRUSTED)$/),
      })
    }
  })
})
