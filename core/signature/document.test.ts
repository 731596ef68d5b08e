import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#core/codec/canonical-json.ts'
import { canonicalXml } from '#core/codec/canonical-xml.ts'
import type { Message, Receipt, SignatureProfile, SignedDocument } from '#core/message.ts'
import { throwAwayKey } from '#test/throw-away-key.ts'
import { signDocument, verifyDocument } from './document.ts'
import { problemBytesOf, readProblem, readReceipt, receiptBytesOf } from './receipt.ts'
import type { SignerOf } from './signer.ts'

const AT = new Date('2026-11-21T10:00:00Z')
const key = await throwAwayKey('P-256')
const signing = key.signingKey('ES256')
const signerOf: SignerOf = (sha256) => (sha256 === key.certificate.sha256 ? { party: 'hub', certificate: key.certificate } : undefined)
const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest('hex')

const MESSAGE: Message = {
  header: {
    messageId: '0191f0a0-0000-7000-8000-000000000001',
    conversationId: '0191f0a0-0000-7000-8000-00000000000c',
    from: 'be',
    to: 'az-sms',
    type: 'acknowledgement',
    version: '1.0',
    agreement: 'eu-az-2014',
    createdAt: '2026-11-21T10:00:00Z',
    nonce: 'AAECAwQFBgcICQoLDA0ODw',
  },
  body: { receivedAt: '2026-11-21T09:00:00Z', caseReference: 'BE/Şəki 12', completeness: 'COMPLETE' },
}

const RECEIPT: Receipt = {
  receiptId: '0191f0a0-0000-7000-8000-00000000000e',
  messageId: MESSAGE.header.messageId,
  conversationId: MESSAGE.header.conversationId,
  digest: 'ab'.repeat(32),
  event: 'SubmissionAcceptance',
  at: '2026-11-21T10:00:01.000Z',
  by: 'hub',
  notCarried: ['/body/subject/patronymic', '/body/subject/aliases/0'],
}

const PROBLEM = {
  type: 'urn:korpu:problem:PAYLOAD_INVALID',
  title: 'The message breaks the schema',
  status: 422,
  code: 'PAYLOAD_INVALID',
  instance: 'urn:uuid:0191f0a0-0000-7000-8000-0000000000aa',
  issues: [{ rule: 'required', path: '/Message/Body', expected: 'Acknowledgement' }],
}

const PROFILES = [
  ['xades', 'application/xml', canonicalXml],
  ['jades', 'application/json', canonicalJson],
  ['jws', 'application/jose', canonicalJson],
] as const

describe.each(PROFILES)('%s', (profile: SignatureProfile, mediaType, dialect) => {
  const sign = () => signDocument('Message', dialect.bytesOf(MESSAGE), profile, signing, AT)
  const verify = (document: SignedDocument, kind: 'Message' | 'Receipt' = 'Message') =>
    verifyDocument(document, { kind, root: undefined, from: 'hub' }, signerOf)

  test('a signed message is read from the bytes that were signed', async () => {
    const document = await sign()
    const verified = await verify(document)
    const header = dialect.headerOf(verified.tree, { nonce: () => '' })
    expect(document.mediaType).toBe(mediaType)
    expect(dialect.messageOf(verified.tree, header).message).toEqual(MESSAGE)
    expect(verified.signer).toEqual({ party: 'hub', certificate: key.certificate, signedAt: AT })
  })

  test('digest is of all bytes as they are, signatureDigest of the signature beside them', async () => {
    const document = await sign()
    const { digest, signatureDigest } = await verify(document)
    expect(digest).toBe(sha256(document.bytes))
    expect(signatureDigest).toBe(document.signature === undefined ? undefined : sha256(document.signature))
  })

  test('one changed byte breaks it', async () => {
    const document = await sign()
    const bytes = Buffer.from(Buffer.from(document.bytes).toString('latin1').replace('1', '2'), 'latin1')
    await expect(verify({ ...document, bytes })).rejects.toMatchObject({
      code: expect.stringMatching(/^(SIGNATURE_INVALID|CERTIFICATE_UNTRUSTED)$/),
    })
  })

  test('a message does not pass for a receipt', async () => {
    await expect(verify(await sign(), 'Receipt')).rejects.toMatchObject({ code: 'SIGNATURE_INVALID' })
  })

  test('receipts and problems come back as they were', async () => {
    const receipt = await signDocument('Receipt', receiptBytesOf(RECEIPT, dialect.syntax), profile, signing, AT)
    expect(readReceipt((await verify(receipt, 'Receipt')).tree)).toEqual(RECEIPT)
    const problem = await signDocument('Problem', problemBytesOf(PROBLEM, dialect.syntax), profile, signing, AT)
    const verified = await verifyDocument(problem, { kind: 'Problem', root: undefined, from: 'hub' }, signerOf)
    expect(readProblem(verified.tree)).toEqual(PROBLEM)
  })
})

test('JSON that two parsers could read in two ways is refused even when it is signed', async () => {
  const bytes = new TextEncoder().encode('{"header":{},"body":{},"body":{}}')
  for (const profile of ['jades', 'jws'] as const) {
    const document = await signDocument('Message', bytes, profile, signing, AT)
    const outcome = verifyDocument(document, { kind: 'Message', root: undefined, from: 'partner' }, signerOf)
    await expect(outcome).rejects.toMatchObject({ code: 'PAYLOAD_MALFORMED' })
  }
})

test('JSON without its signature beside it is SIGNATURE_MISSING', async () => {
  const document = { bytes: canonicalJson.bytesOf(MESSAGE), mediaType: 'application/json', signature: undefined } as const
  const outcome = verifyDocument(document, { kind: 'Message', root: undefined, from: 'partner' }, signerOf)
  await expect(outcome).rejects.toMatchObject({ code: 'SIGNATURE_MISSING' })
})

describe('a receipt that breaks the schema', () => {
  const parts = { digest: 'AB', event: 'SubmissionAcceptance' }

  test('is refused with pointers in JSON and XPaths in XML', () => {
    const { digest: _, ...rest } = RECEIPT
    const json = { syntax: 'json', root: { ...rest, ...parts, Qeyd: 'x' } } as unknown as Parameters<typeof readReceipt>[0]
    expect(issuesOf(() => readReceipt(json))).toEqual(['pattern /digest', 'unknown '])
    const xml = { name: 'Receipt', namespace: 'urn:korpu:message:1', attributes: {}, text: 'salam', children: [] }
    const issues = issuesOf(() => readReceipt({ syntax: 'xml', root: xml }))
    expect(issues).toContain('type /Receipt')
    expect(issues).toContain('required /Receipt/ReceiptId')
  })

  function issuesOf(read: () => unknown): readonly string[] {
    try {
      read()
    } catch (error) {
      const { code, issues } = error as { code: string; issues: readonly { rule: string; path: string }[] }
      expect(code).toBe('PAYLOAD_INVALID')
      return issues.map(({ rule, path }) => `${rule} ${path}`).toSorted()
    }
    throw new Error('was not refused')
  }
})
