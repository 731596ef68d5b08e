import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCertificates, readPrivateKey } from '#certs/pem.ts'
import { makeDevelopmentPki, partyFiles } from '#certs/pki.ts'
import * as x509 from '#certs/x509.ts'
import { korpu } from '#test/command.ts'

const KINDS = { 'az-sms': 'P-256', de: 'P-384', fr: 'RSA-3072', nl: 'Ed25519' } as const
const ALGORITHM = { 'az-sms': 'ES256', de: 'ES384', fr: 'PS256', nl: 'EdDSA' } as const
type Party = keyof typeof KINDS

const dir = mkdtempSync(join(tmpdir(), 'korpu-cli-'))
const at = (name: string) => join(dir, name)
const CA = at('pki/ca.cert.pem')
const sampleOf = (syntax: 'xml' | 'json') => readFileSync(`schemas/published/samples/readmission-application.full.${syntax}`, 'utf8')

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(at(name), content)
  return at(name)
}

const XML = file('message.xml', sampleOf('xml'))
const JSON_FILE = file('message.json', sampleOf('json'))

beforeAll(async () => {
  await makeDevelopmentPki(at('pki'), Object.keys(KINDS), KINDS)
  await makeDevelopmentPki(at('foreign'), ['de'])
})
afterAll(() => rmSync(dir, { recursive: true }))

const keyOf = (party: Party, use: 'sign' | 'tls' = 'sign') => {
  const { signKey, signCert, tlsKey, tlsCert } = partyFiles(at('pki'), party)
  return use === 'sign' ? ['--key', signKey, '--cert', signCert] : ['--key', tlsKey, '--cert', tlsCert]
}
const reportOf = ({ out }: { out: Buffer }) => JSON.parse(out.toString())

async function signed(document: string, name: string, party: Party = 'az-sms', ...more: string[]): Promise<string> {
  const { code, out, err } = await korpu(['sign', document, ...keyOf(party), ...more])
  expect([code, err]).toEqual([0, ''])
  return file(name, out)
}

describe('korpu sign and korpu verify', () => {
  it.each(Object.keys(KINDS) as Party[])('agree on indented XML signed by %s', async (party) => {
    const message = await signed(XML, `${party}.xml`, party)
    const ended = await korpu(['verify', message, '--ca', CA, '--json'])
    expect(ended.code).toBe(0)
    expect(reportOf(ended)).toMatchObject({ ok: true, kind: 'Message', signer: `CN=${party},O=Körpü development` })
  })

  it.each(['de', 'nl'] as const)('agree on a compact JWS signed by %s, the usual form for JSON', async (party) => {
    const message = await signed(JSON_FILE, `${party}.jws`, party)
    const ended = await korpu(['verify', '-', '--ca', CA], readFileSync(message))
    expect([ended.code, ended.out.toString()]).toEqual([0, expect.stringMatching(/^yes: the signature of this message holds/)])
  })

  it.each(['az-sms', 'fr'] as const)('agree on a detached signature by %s', async (party) => {
    const signature = await signed(JSON_FILE, `${party}.sig`, party, '--form', 'detached')
    expect(readFileSync(signature, 'latin1')).toMatch(/^[\w-]+\.\.[\w-]+\n$/)
    const ended = await korpu(['verify', JSON_FILE, '--signature', signature, '--ca', CA, '--json'])
    expect(reportOf(ended)).toMatchObject({ ok: true, kind: 'Message', signatureDigest: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it('say with --json what was made', async () => {
    const ended = await korpu(['sign', JSON_FILE, ...keyOf('fr'), '--form', 'detached', '--json'])
    expect(reportOf(ended)).toMatchObject({
      ok: true,
      kind: 'Message',
      form: 'detached',
      algorithm: ALGORITHM.fr,
      signature: expect.any(String),
    })
  })

  it('agree on a receipt', async () => {
    const id = '01a1f82f-1e80-7a8f-a560-e82076fc01fe'
    const digest = 'a'.repeat(64)
    const receipt = {
      receiptId: id,
      messageId: id,
      conversationId: id,
      digest,
      event: 'SubmissionAcceptance',
      at: '2026-11-21T10:00:00Z',
      by: 'hub',
    }
    const message = await signed(file('receipt.json', JSON.stringify(receipt)), 'receipt.jws')
    expect(reportOf(await korpu(['verify', message, '--ca', CA, '--json']))).toMatchObject({ ok: true, kind: 'Receipt' })

    const incomplete = await signed(file('incomplete.json', JSON.stringify({ ...receipt, by: undefined })), 'incomplete.jws')
    const ended = await korpu(['verify', incomplete, '--ca', CA, '--json'])
    expect([ended.code, reportOf(ended).code]).toEqual([1, 'PAYLOAD_INVALID'])
  })
})

describe('korpu verify says no', () => {
  const refused = async (code: string, ...args: string[]) => {
    const ended = await korpu(['verify', ...args, '--json'])
    expect([ended.code, reportOf(ended)]).toEqual([1, expect.objectContaining({ ok: false, code, issues: expect.any(Array) })])
  }

  it('to a message that was changed', async () => {
    const message = readFileSync(await signed(XML, 'to-change.xml'), 'utf8')
    const changed = message.replace('Gəncə', 'Gəncə ')
    expect(changed).not.toBe(message)
    await refused('SIGNATURE_INVALID', file('changed.xml', changed), '--ca', CA)
  })

  it('to JSON that was changed beside its signature', async () => {
    const signature = await signed(JSON_FILE, 'beside.sig', 'nl', '--form', 'detached')
    await refused('SIGNATURE_INVALID', file('changed.json', `${sampleOf('json')} `), '--signature', signature, '--ca', CA)
  })

  it('to a message without a signature', async () => {
    await refused('SIGNATURE_MISSING', XML, '--ca', CA)
    await refused('SIGNATURE_MISSING', JSON_FILE, '--ca', CA)
  })

  it('to a certificate of another CA, and to one made for TLS', async () => {
    await refused('CERTIFICATE_UNTRUSTED', await signed(XML, 'by-de.xml', 'de'), '--ca', at('foreign/ca.cert.pem'))
    const { code, out } = await korpu(['sign', XML, ...keyOf('de', 'tls')])
    expect(code).toBe(0)
    await refused('CERTIFICATE_UNTRUSTED', file('by-tls.xml', out), '--ca', CA)
  })

  it('before and after the certificate is valid', async () => {
    const message = await signed(JSON_FILE, 'timed.jws')
    await refused('CERTIFICATE_NOT_YET_VALID', message, '--ca', CA, '--at', '2020-01-01T00:00:00Z')
    await refused('CERTIFICATE_EXPIRED', message, '--ca', CA, '--at', '2099-01-01T00:00:00Z')
  })

  it('to a revoked certificate, and yes to the others', async () => {
    const ca = readCertificates(CA)[0]
    const list = await x509.X509CrlGenerator.create({
      issuer: new x509.X509Certificate(ca.der).subjectName.toJSON(),
      nextUpdate: new Date(Date.now() + 86_400_000),
      signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
      signingKey: readPrivateKey(at('pki/ca.key.pem')).toCryptoKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']),
      entries: [{ serialNumber: readCertificates(partyFiles(at('pki'), 'de').signCert)[0].x509.serialNumber }],
    })
    const crl = file('ca.crl', Buffer.from(list.rawData))
    await refused('CERTIFICATE_REVOKED', await signed(XML, 'revoked.xml', 'de'), '--ca', CA, '--crl', crl)
    expect((await korpu(['verify', await signed(XML, 'kept.xml', 'nl'), '--ca', CA, '--crl', crl])).code).toBe(0)
  })
})

describe('korpu validate', () => {
  it('says yes to a sample, signed or not', async () => {
    const [plain, wrapped] = await Promise.all([
      korpu(['validate', XML, '--json']),
      signed(XML, 'valid.xml').then((name) => korpu(['validate', name, '--json'])),
    ])
    expect(reportOf(plain)).toMatchObject({ ok: true, type: 'readmission-application', issues: [] })
    expect(reportOf(wrapped)).toEqual(reportOf(plain))
  })

  it('says what rules flag, where it stands, and still yes', async () => {
    const message = JSON.parse(sampleOf('json'))
    delete message.header.contentDigest
    message.body.observations = 'Sığınacaq istəyib'
    const ended = await korpu(['validate', '-', '--json'], JSON.stringify(message))
    expect(ended.code).toBe(0)
    expect(reportOf(ended)).toMatchObject({ ok: true, flags: [{ rule: 'asylum-words', path: '/body/observations' }] })
    expect((await korpu(['validate', '-'], JSON.stringify(message))).out.toString()).toContain(
      'flagged: asylum-words at /body/observations',
    )
  })

  it('lists every fault where it stands, and never what stands there', async () => {
    const message = JSON.parse(sampleOf('json'))
    delete message.header.contentDigest
    message.body.subject.birthDate = 'Məmmədov'
    message.body.subject.nickname = 'İlqar'
    const ended = await korpu(['validate', '-', '--json'], JSON.stringify(message))
    expect([ended.code, reportOf(ended).code]).toEqual([1, 'PAYLOAD_INVALID'])
    const found = reportOf(ended).issues.map(({ rule, path }: { rule: string; path: string }) => `${rule} ${path}`)
    expect(found.toSorted()).toEqual(['pattern /body/subject/birthDate', 'unknown /body/subject'])
    expect(ended.out.toString()).not.toMatch(/Məmmədov|İlqar|nickname/)
  })
})

describe('korpu convert', () => {
  it('goes from XML to JSON and back without a difference', async () => {
    const json = await korpu(['convert', XML, '--to', 'json'])
    const xml = await korpu(['convert', '-', '--to', 'xml'], json.out)
    const again = await korpu(['convert', '-', '--to', 'json'], xml.out)
    expect([json.code, xml.code, again.code]).toEqual([0, 0, 0])
    expect(JSON.parse(json.out.toString())).toEqual(JSON.parse(sampleOf('json')))
    expect(again.out).toEqual(json.out)
  })

  it('writes a national dialect, says what it cannot carry, and reads it again', async () => {
    const { body, header } = JSON.parse(sampleOf('json'))
    const { contentDigest: _, ...head } = header
    const cyrillic = file('cyrillic.json', JSON.stringify({ header: head, body: { ...body, place: 'Берлин' } }))
    const national = await korpu(['convert', cyrillic, '--to', 'de'])
    expect(national.code).toBe(0)
    expect(national.err.toString()).toBe('not carried: /body/place\n')
    const back = await korpu(['convert', '-', '--from', 'de', '--to', 'json', '--json'], national.out)
    expect(reportOf(back)).toMatchObject({ ok: true, from: 'de', to: 'json', notCarried: [] })
  })
})

describe('korpu pki dev', () => {
  it('makes a PKI once, and keeps it', async () => {
    const args = ['pki', 'dev', at('new'), '--party', 'de', 'az-sms', '--sign-key', 'de=Ed25519', '--json']
    const first = reportOf(await korpu(args))
    expect(first).toMatchObject({ ok: true, ca: at('new/ca.cert.pem'), parties: { hub: {}, de: {}, 'az-sms': {} } })
    expect(first.issued).toHaveLength(6)
    expect(reportOf(await korpu(args)).issued).toEqual([])
  })
})

describe('korpu ends with 2 and a sentence', () => {
  it.each([
    ['when a file is rubbish', ['verify', '-', '--ca', CA], 'This is neither XML nor JSON nor a compact JWS.'],
    ['when a file is missing', ['validate', at('nowhere.xml')], 'nowhere.xml cannot be read.'],
    ['when an option is missing', ['sign', XML], "required option '--key <FILE>' not specified"],
    ['when an option is unknown', ['validate', XML, '--loud'], "unknown option '--loud'"],
    ['when a form does not fit', ['sign', XML, '--form', 'jws', '--key', 'KEY', '--cert', 'CERT'], 'does not fit XML'],
    ['when a dialect is unknown', ['convert', XML, '--to', 'xx'], 'There is no such dialect.'],
    ['when the time cannot be read', ['verify', XML, '--ca', CA, '--at', 'dünən'], 'The time cannot be read.'],
    ['when a kind of key is unknown', ['pki', 'dev', at('odd'), '--sign-key', 'de=RSA-1024'], 'chooses no kind of key'],
  ])('%s', async (_when, args, sentence) => {
    const { signKey, signCert } = partyFiles(at('pki'), 'de')
    const given = args.map((arg) => (arg === 'KEY' ? signKey : arg === 'CERT' ? signCert : arg))
    const { code, out, err } = await korpu(given, 'salam')
    expect([code, out.toString()]).toEqual([2, ''])
    expect(err).toContain(sentence)
    expect(err).not.toContain('    at ')
  })

  it('when a document is not well-formed, in JSON where it is asked for', async () => {
    const ended = await korpu(['validate', '-', '--json'], '<Message><!-- salam --></Message>')
    expect(ended.code).toBe(2)
    expect(reportOf(ended)).toEqual({ ok: false, code: 'PAYLOAD_MALFORMED', error: expect.any(String), hint: expect.any(String) })
  })

  it('when the document is signed already', async () => {
    const { code, err } = await korpu(['sign', await signed(XML, 'twice.xml'), ...keyOf('de')])
    expect([code, err]).toEqual([2, expect.stringContaining('signed already')])
  })
})

describe('korpu --help', () => {
  it.each(['sign', 'verify', 'validate', 'convert', 'send', 'pki'])('tells about %s', async (command) => {
    const { code, out } = await korpu([command, '--help'])
    expect([code, out.toString()]).toEqual([0, expect.stringContaining(`Usage: korpu ${command}`)])
  })
})
