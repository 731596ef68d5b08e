/** Messages whose author is not proven: signatures, certificates, signing times, and whose connection it is. */
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { signingKeyOf } from '#certs/keys.ts'
import type { CertificateRecord } from '#core/directory.ts'
import type { SignedDocument } from '#core/message.ts'
import { signDocument } from '#core/signature/document.ts'
import type { SigningKey } from '#core/signature/key.ts'
import { receiptBytesOf } from '#core/signature/receipt.ts'
import { datedKey } from '#test/dated-key.ts'
import { documentIn } from '#test/exchange.ts'
import { onWire, receiptIn, signed } from '#test/letters.ts'
import { dialectOf, keysOf, leafRecord } from '#test/parties.ts'
import { throwAwayKey } from '#test/throw-away-key.ts'
import { expectProblem, expectRefused, openWorld, PLANTED_NAME, secretLetter, type World } from './world.ts'

const DAY_S = 86_400
const BOTH = ['xa', 'xb'] as const
type Sender = (typeof BOTH)[number]

const inS = ({ memory }: World, seconds: number): Date => new Date(memory.clock.now().getTime() + seconds * 1000)
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString()

const signedBy = (world: World, from: Sender, key: SigningKey, at = world.memory.clock.now()): Promise<SignedDocument> =>
  signed(secretLetter(world.memory, from), { at, key })

/** The application as a compact JWS, as `xb` may also send it. */
const compact = (world: World, kind: 'Message' | 'Receipt' = 'Message'): Promise<SignedDocument> =>
  signDocument(kind, dialectOf('xb').bytesOf(secretLetter(world.memory, 'xb')), 'jws', keysOf('xb').signing, world.memory.clock.now())

function register(world: World, party: Sender, record: CertificateRecord): Promise<void> {
  return world.memory.changeParty(party, (one) => ({ ...one, certificates: [...one.certificates, record] }))
}

function changeCertificates(world: World, party: Sender, use: CertificateRecord['use'], change: Partial<CertificateRecord>): Promise<void> {
  return world.memory.changeParty(party, (one) => ({
    ...one,
    certificates: one.certificates.map((record) => (record.use === use ? { ...record, ...change } : record)),
  }))
}

describe.each(BOTH)('a message of %s', (from) => {
  test('that was changed after it was signed', async () => {
    await using world = await openWorld()
    const { bytes, ...rest } = await world.memory.signed(secretLetter(world.memory, from))
    const changed = Buffer.from(textOf(bytes).replace(PLANTED_NAME, 'Gizlinova'))
    await expectRefused(world, from, { ...rest, bytes: changed }, { code: 'SIGNATURE_INVALID' })
  })

  test('without a signature', async () => {
    await using world = await openWorld()
    const { mediaType } = await world.memory.signed(secretLetter(world.memory, from))
    const bytes = dialectOf(from).bytesOf(secretLetter(world.memory, from))
    await expectRefused(world, from, { mediaType, bytes, signature: undefined }, { code: 'SIGNATURE_MISSING' })
  })

  test('signed with the certificate of another registered party', async () => {
    await using world = await openWorld()
    await expectRefused(world, from, await signedBy(world, from, keysOf('az-sms').signing), { code: 'CERTIFICATE_UNTRUSTED' })
  })

  test('signed with the certificate of the hub', async () => {
    await using world = await openWorld()
    await expectRefused(world, from, await signedBy(world, from, keysOf('hub').signing), { code: 'CERTIFICATE_UNTRUSTED' })
  })

  test('signed with a certificate that nobody registered', async () => {
    await using world = await openWorld()
    const key = await datedKey(inS(world, -DAY_S), inS(world, DAY_S))
    await expectRefused(world, from, await signedBy(world, from, key), { code: 'CERTIFICATE_UNTRUSTED' })
  })

  test('signed with its own TLS certificate', async () => {
    await using world = await openWorld()
    const { cert, key } = keysOf(from).tls
    const tlsKey = signingKeyOf(createPrivateKey(key), new X509Certificate(cert).raw)
    await expectRefused(world, from, await signedBy(world, from, tlsKey), { code: 'CERTIFICATE_UNTRUSTED' })
  })

  test.each([
    ['CERTIFICATE_EXPIRED', -2 * DAY_S, -DAY_S],
    ['CERTIFICATE_NOT_YET_VALID', DAY_S, 2 * DAY_S],
  ] as const)('signed with a registered certificate: %s', async (code, start, end) => {
    await using world = await openWorld()
    const key = await datedKey(inS(world, start), inS(world, end))
    await register(world, from, leafRecord('signing', key.certificate))
    await expectRefused(world, from, await signedBy(world, from, key), { code })
  })

  test.each([
    ['a shorter', DAY_S, -1],
    ['a longer', -1, DAY_S],
  ])(
    'signed with a certificate that is registered for %s time than it says itself: the earlier end counts',
    async (_how, own, registered) => {
      await using world = await openWorld()
      const key = await datedKey(inS(world, -DAY_S), inS(world, own))
      await register(world, from, { ...leafRecord('signing', key.certificate), validUntil: inS(world, registered) })
      await expectRefused(world, from, await signedBy(world, from, key), { code: 'CERTIFICATE_EXPIRED' })
    },
  )

  test.each([
    ['revoked', 'CERTIFICATE_REVOKED'],
    ['withdrawn', 'CERTIFICATE_UNTRUSTED'],
    ['pending', 'CERTIFICATE_UNTRUSTED'],
  ] as const)('signed with a certificate that is %s', async (status, code) => {
    await using world = await openWorld()
    const key = await datedKey(inS(world, -DAY_S), inS(world, DAY_S))
    await register(world, from, { ...leafRecord('signing', key.certificate), status })
    await expectRefused(world, from, await signedBy(world, from, key), { code })
  })

  test('is accepted under either of two certificates while a new one takes over from the old', async () => {
    await using world = await openWorld()
    const key = await datedKey(inS(world, -DAY_S), inS(world, DAY_S))
    await register(world, from, leafRecord('signing', key.certificate))
    const client = world.server.as(from)
    expect((await client.post('/v1/messages', await signedBy(world, from, key))).status).toBe(202)
    expect((await client.post('/v1/messages', await signedBy(world, from, keysOf(from).signing))).status).toBe(202)
  })

  test.each([
    ['older than the agreement allows', -3601],
    ['ahead of the clock of the hub', 301],
  ])('signed at a time that is %s', async (_what, seconds) => {
    await using world = await openWorld()
    await expectRefused(world, from, await signedBy(world, from, keysOf(from).signing, inS(world, seconds)), { code: 'SIGNING_TIME' })
    const justInside = inS(world, seconds - Math.sign(seconds))
    const document = await signedBy(world, from, keysOf(from).signing, justInside)
    expect((await world.server.as(from).post('/v1/messages', document)).status, 'a second less').toBe(202)
  })

  test('that names another party as its author', async () => {
    await using world = await openWorld()
    const key = keysOf(from).signing
    const { header, body } = secretLetter(world.memory, from)
    const bytes = dialectOf(from).bytesOf({ header: { ...header, from: 'az-mfa' }, body } as never)
    const document = await signDocument('Message', bytes, from === 'xa' ? 'xades' : 'jades', key, world.memory.clock.now())
    await expectRefused(world, from, document, { code: 'SENDER_MISMATCH' })
  })

  test('that it signed as a receipt', async () => {
    await using world = await openWorld()
    const { header } = world.memory.letter(from, 'readmission-application')
    const at = world.memory.clock.now()
    const { messageId, conversationId } = header
    const syntax = from === 'xa' ? 'xml' : 'json'
    const receipt = {
      receiptId: messageId,
      messageId,
      conversationId,
      digest: 'a'.repeat(64),
      event: 'ContentHandover',
      at: at.toISOString(),
      by: from,
    } as const
    const document = await signDocument(
      'Receipt',
      receiptBytesOf(receipt, syntax),
      from === 'xa' ? 'xades' : 'jades',
      keysOf(from).signing,
      at,
    )
    await expectRefused(world, from, document, { code: 'SIGNATURE_INVALID' })
  })

  test('whose certificate is revoked after the first message: the next one is refused', async () => {
    await using world = await openWorld()
    const client = world.server.as(from)
    const first = await world.memory.signed(secretLetter(world.memory, from))
    const accepted = await client.post('/v1/messages', first)
    expect(accepted.status).toBe(202)
    await changeCertificates(world, from, 'signing', { status: 'revoked' })
    const reply = await client.post('/v1/messages', await world.memory.signed(secretLetter(world.memory, from)))
    await expectProblem(world, reply, { code: 'CERTIFICATE_REVOKED' }, true)
    const again = await client.post('/v1/messages', first)
    expect(onWire(documentIn(again)), 'but a duplicate has its first receipt').toEqual(onWire(documentIn(accepted)))
  })
})

test.each([
  ['around the signed message', (text: string, forged: string) => forged.replace('<Header>', `${text}<Header>`)],
  ['beside its signature', (text: string, forged: string) => forged.replace('</Message>', `${signatureIn(text)}</Message>`)],
  ['with the signed one behind the body', (text: string, forged: string) => forged.replace('</Body>', `</Body>${text}`)],
  [
    'with the signed one inside the signature',
    (text: string, forged: string) =>
      forged.replace(
        '</Message>',
        `${signatureIn(text).replace('</Object>', `</Object><Object xmlns="http://www.w3.org/2000/09/xmldsig#">${text}</Object>`)}</Message>`,
      ),
  ],
] as const)('a signature wrapped: a forged message %s', async (_where, wrap) => {
  await using world = await openWorld()
  const text = textOf((await world.memory.signed(world.memory.letter('xa', 'readmission-application'))).bytes)
  const forged = textOf(dialectOf('xa').bytesOf(secretLetter(world.memory, 'xa')))
  const document = { mediaType: 'application/xml', bytes: Buffer.from(wrap(text, forged)), signature: undefined } as const
  await expectRefused(world, 'xa', document, { code: 'SIGNATURE_INVALID' })
})

const signatureIn = (text: string): string => text.slice(text.indexOf('<Signature '), text.indexOf('</Message>'))

test('a detached signature over another message of the same author', async () => {
  await using world = await openWorld()
  const other = await world.memory.signed(world.memory.letter('xb', 'readmission-application'))
  const document = { ...(await world.memory.signed(secretLetter(world.memory, 'xb'))), signature: other.signature }
  await expectRefused(world, 'xb', document, { code: 'SIGNATURE_INVALID' })
})

test('a detached signature that is no JWS', async () => {
  await using world = await openWorld()
  for (const signature of ['gizlin', '..', 'a.b.c.d', `${'a'.repeat(3000)}..x`, 'e30..']) {
    const document = { ...(await world.memory.signed(secretLetter(world.memory, 'xb'))), signature }
    await expectRefused(world, 'xb', document, { code: 'SIGNATURE_INVALID' })
  }
})

test('a compact JWS is taken, and refused once a byte of it is changed or it is a receipt', async () => {
  await using world = await openWorld()
  const document = await compact(world)
  const reply = await world.server.as('xb').post('/v1/messages', document)
  expect((await receiptIn(documentIn(reply))).event).toBe('SubmissionAcceptance')
  const [head, , signature] = textOf((await compact(world)).bytes).split('.')
  const payload = Buffer.from(dialectOf('xb').bytesOf(secretLetter(world.memory, 'xb'))).toString('base64url')
  const swapped = { ...document, bytes: Buffer.from([head, payload, signature].join('.')) }
  await expectRefused(world, 'xb', swapped, { code: 'SIGNATURE_INVALID' })
  await expectRefused(world, 'xb', await compact(world, 'Receipt'), { code: 'SIGNATURE_INVALID' })
})

test('what one party signed, sent over the connection of another', async () => {
  await using world = await openWorld()
  const document = await world.memory.signed(secretLetter(world.memory, 'xa'))
  const reply = await world.server.as('az-mfa').post('/v1/messages', document)
  await expectProblem(world, reply, { code: 'CERTIFICATE_UNTRUSTED' }, true)
})

test('a media type that the party is not registered for', async () => {
  await using world = await openWorld()
  const { bytes } = await world.memory.signed(secretLetter(world.memory, 'xa'))
  await expectRefused(world, 'xb', { mediaType: 'application/xml', bytes, signature: undefined }, { code: 'MEDIA_TYPE' })
})

test.each([
  ['without a certificate', undefined],
  ['with a certificate that is nobody’s', 'stranger'],
] as const)('a client %s is told so without the signature of the hub', async (_what, who) => {
  await using world = await openWorld()
  const stranger = await throwAwayKey('P-256')
  const document = await world.memory.signed(secretLetter(world.memory, 'xa'))
  const client = world.server.as(who && { cert: stranger.certificatePem, key: stranger.privatePem })
  await expectProblem(world, await client.post('/v1/messages', document), { code: 'SENDER_UNKNOWN' }, false)
  await expectProblem(world, await client.get('/v1/ping'), { code: 'SENDER_UNKNOWN' }, false)
  expect((await world.server.as('xa').post('/v1/messages', document)).status).toBe(202)
})

test.each([
  ['withdrawn', (world: World) => world.memory.changeParty('xa', (party) => ({ ...party, status: 'withdrawn' }))],
  ['its TLS certificate revoked', (world: World) => changeCertificates(world, 'xa', 'tls', { status: 'revoked' })],
  [
    'its TLS certificate registered until yesterday',
    (world: World) => changeCertificates(world, 'xa', 'tls', { validUntil: inS(world, -1) }),
  ],
] as const)('a party is a stranger from the moment on when it is %s, on an open connection too', async (_when, happens) => {
  await using world = await openWorld()
  const client = world.server.as('xa')
  expect((await client.get('/v1/ping')).status).toBe(200)
  await happens(world)
  const reply = await client.post('/v1/messages', await world.memory.signed(secretLetter(world.memory, 'xa')))
  await expectProblem(world, reply, { code: 'SENDER_UNKNOWN' }, false)
})
