/** Tools that we did not write accept what we sign, and we accept what they sign. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { xmlBytesOf } from '#core/codec/xml-writer.ts'
import type { Element } from '#core/message.ts'
import type { Algorithm } from '#core/signature/algorithms.ts'
import { signXades } from '#core/signature/xades-sign.ts'
import { verifyXades } from '#core/signature/xades-verify.ts'
import { forgedXades } from '#test/forged-xades.ts'
import { type KeyKind, type ThrowAwayKey, throwAwayKey } from '#test/throw-away-key.ts'
import { describeWithTool, run } from './tool.ts'

const NAMESPACE = 'urn:korpu:message:1'
const element = (name: string, children: readonly Element[], text = ''): Element => ({
  name,
  namespace: NAMESPACE,
  attributes: {},
  children,
  text,
})
const person = (position: number) =>
  element('Person', [element('FamilyName', [], `Şıxəliyeva & Ağazadə ${position}`), element('Note', [], ' İ < ğ\r\n')])
const MESSAGE = element('Message', [
  element(
    'Body',
    Array.from({ length: 40 }, (_, position) => person(position)),
  ),
])
const PEERS_DOCUMENT = `<?xml version="1.0" encoding="UTF-8"?>
<k:Message xmlns:k="${NAMESPACE}" xmlns:unused="urn:unused">
  <k:Body>
    <k:Person a="2" Id="p-1">Elşad Ağayev &#xD; &lt;İ&gt;</k:Person>
  </k:Body>
  {signature}</k:Message>
`

interface Suite {
  readonly id: Algorithm['id']
  readonly kind: KeyKind
  /** KeyFactory of the JDK. */
  readonly jdk: string
}

const ELLIPTIC: readonly Suite[] = [
  { id: 'ES256', kind: 'P-256', jdk: 'EC' },
  { id: 'ES384', kind: 'P-384', jdk: 'EC' },
]
const SUITES: readonly Suite[] = [
  ...ELLIPTIC,
  { id: 'PS256', kind: 'RSA-3072', jdk: 'RSA' },
  { id: 'PS384', kind: 'RSA-3072', jdk: 'RSA' },
  { id: 'EdDSA', kind: 'Ed25519', jdk: 'EdDSA' },
]

const folder = mkdtempSync(join(tmpdir(), 'korpu-xades-'))
const keys = new Map<KeyKind, ThrowAwayKey>()

beforeAll(async () => {
  for (const { kind } of SUITES) if (!keys.has(kind)) keys.set(kind, await throwAwayKey(kind))
  for (const [kind, { certificatePem, privatePem, privateKey }] of keys) {
    kept(`${kind}.cert.pem`, certificatePem)
    kept(`${kind}.key.pem`, privatePem)
    kept(`${kind}.key.der`, privateKey.export({ type: 'pkcs8', format: 'der' }))
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

function keyOf(kind: KeyKind): ThrowAwayKey {
  const key = keys.get(kind)
  if (!key) throw new Error(`no ${kind} key`)
  return key
}

function kept(name: string, content: Uint8Array | string): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

async function signedFile({ id, kind }: Suite): Promise<string> {
  return kept(`ours-${id}.xml`, await signXades(xmlBytesOf(MESSAGE), keyOf(kind).signingKey(id), new Date('2026-11-21T10:00:00.000Z')))
}

/** The same file with one letter of the body, or one second of the signing time, changed. */
function spoiltFiles(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8')
  return [
    kept('spoilt-body.xml', text.replace('Ağazadə 7', 'Ağazadə 8')),
    kept('spoilt-time.xml', text.replace('T10:00:00.000Z', 'T10:00:01.000Z')),
  ]
}

function verifyPeer(file: string, kind: KeyKind) {
  const { certificate } = keyOf(kind)
  const signerOf = (sha256: string) => (sha256 === certificate.sha256 ? { party: 'pl', certificate } : undefined)
  return verifyXades(readFileSync(file), { root: { name: 'Message', namespace: NAMESPACE } }, signerOf)
}

const XMLSEC = ['--enabled-key-data', 'x509,ec', '--id-attr:Id', 'http://uri.etsi.org/01903/v1.3.2#:SignedProperties']

describeWithTool(['xmlsec1', '--version'], 'xmlsec1', () => {
  it.each(ELLIPTIC)('accepts what we sign with $id, and not when it was changed', async (suite) => {
    const file = await signedFile(suite)
    const verify = (name: string) => run('xmlsec1', '--verify', ...XMLSEC, '--trusted-pem', join(folder, `${suite.kind}.cert.pem`), name)
    expect(verify(file)).toMatchObject({ code: 0, said: expect.stringContaining('OK') })
    for (const spoilt of spoiltFiles(file)) expect(verify(spoilt).code).not.toBe(0)
  })

  it.each(ELLIPTIC)('signs a template with $id that we accept', async ({ id, kind }) => {
    const key = keyOf(kind)
    const emptied = (xml: string) =>
      xml.replace(/(<dsig:DigestValue>)[^<]*(?=.*<dsig:SignatureValue>)/gs, '$1').replace(/(<dsig:SignatureValue>)[^<]*/, '$1')
    const template = kept(`template-${id}.xml`, await forgedXades(key.signingKey(id), { document: PEERS_DOCUMENT, signature: emptied }))
    const pair = `${join(folder, `${kind}.key.pem`)},${join(folder, `${kind}.cert.pem`)}`
    const signed = join(folder, `xmlsec-${id}.xml`)
    expect(run('xmlsec1', '--sign', ...XMLSEC, '--privkey-pem', pair, '--output', signed, template).code).toBe(0)
    expect(verifyPeer(signed, kind).root.children[0]?.children[0]?.text).toBe('Elşad Ağayev \r <İ>')
  })
})

const PEER = join(import.meta.dirname, 'XadesPeer.java')

describeWithTool(['java', '-version'], 'javax.xml.crypto of the JDK', () => {
  it('accepts what we sign with every algorithm, and not when it was changed', async () => {
    const files = await Promise.all(SUITES.map(signedFile))
    const spoilt = spoiltFiles(files[0] ?? '')
    const { said } = run('java', PEER, 'verify', ...files, ...spoilt)
    expect(said.trim().split('\n')).toEqual([
      ...SUITES.map(({ id }) => `ours-${id}.xml valid`),
      'spoilt-body.xml invalid',
      'spoilt-time.xml invalid',
    ])
  })

  it('signs with every algorithm what we accept', () => {
    const document = kept('unsigned.xml', PEERS_DOCUMENT.replace('{signature}', ''))
    const orders = SUITES.flatMap(({ id, kind, jdk }) => {
      const { xml } = keyOf(kind).signingKey(id).algorithm
      return [xml, jdk, join(folder, `${kind}.key.der`), join(folder, `${kind}.cert.pem`), document, join(folder, `jdk-${id}.xml`)]
    })
    expect(run('java', PEER, 'sign', ...orders)).toEqual({ code: 0, said: '' })
    for (const { id, kind } of SUITES) {
      const verified = verifyPeer(join(folder, `jdk-${id}.xml`), kind)
      expect(verified.signer).toMatchObject({ party: 'pl', signedAt: new Date('2026-11-21T10:00:00Z') })
      expect(verified.root.children[0]?.children[0]?.text).toBe('Elşad Ağayev \r <İ>')
    }
  })
})
