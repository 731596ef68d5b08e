import { beforeAll, describe, expect, it } from 'vitest'
import { canonicalXmlOf, parseXml, xmlTreeOf } from '#core/codec/xml.ts'
import { xmlBytesOf } from '#core/codec/xml-writer.ts'
import { HubError } from '#core/errors.ts'
import type { Element } from '#core/message.ts'
import { forgedXades } from '#test/forged-xades.ts'
import { type KeyKind, type ThrowAwayKey, throwAwayKey } from '#test/throw-away-key.ts'
import type { Algorithm } from './algorithms.ts'
import { sha256Hex } from './digest.ts'
import type { SignerOf } from './signer.ts'
import { signXades } from './xades-sign.ts'
import { verifyXades } from './xades-verify.ts'

const NAMESPACE = 'urn:korpu:message:1'
const EXPECTED = { root: { name: 'Message', namespace: NAMESPACE } }
const SIGNED_AT = new Date('2026-11-21T10:00:00.000Z')
const element = (name: string, children: readonly Element[], text = '', attributes = {}): Element => ({
  name,
  namespace: NAMESPACE,
  attributes,
  children,
  text,
})
const MESSAGE = element(
  'Message',
  [
    element('Header', [element('From', [], 'az-sms'), element('To', [], 'de')]),
    element('Body', [element('Person', [element('FamilyName', [], 'Şıxəliyeva & Oğlu'), element('GivenNames', [], 'Günel İradə')])]),
  ],
  '',
  { Id: 'm-0190c3a2-7b1d-7c3e-9f00-0123456789ab' },
)

const signerOfKey =
  (key: ThrowAwayKey): SignerOf =>
  (sha256) =>
    sha256 === key.certificate.sha256 ? { party: 'az-sms', certificate: key.certificate } : undefined

const SUITES: readonly (readonly [Algorithm['id'], KeyKind])[] = [
  ['ES256', 'P-256'],
  ['ES384', 'P-384'],
  ['PS256', 'RSA-3072'],
  ['PS384', 'RSA-3072'],
  ['EdDSA', 'Ed25519'],
]

describe.each(SUITES)('a message signed with %s', (id, kind) => {
  it('is proven: tree, signer, signing time and digest of the bytes come back', async () => {
    const key = await throwAwayKey(kind)
    const bytes = await signXades(xmlBytesOf(MESSAGE), key.signingKey(id), SIGNED_AT)
    const verified = verifyXades(bytes, EXPECTED, signerOfKey(key))
    expect(verified.root).toEqual(MESSAGE)
    expect(verified.signer).toEqual({ party: 'az-sms', certificate: key.certificate, signedAt: SIGNED_AT })
    expect(verified.digest).toBe(sha256Hex(bytes))
  })

  it('is refused when one letter of the body is another', async () => {
    const key = await throwAwayKey(kind)
    const bytes = await signXades(xmlBytesOf(MESSAGE), key.signingKey(id), SIGNED_AT)
    const changed = Buffer.from(Buffer.from(bytes).toString().replace('Günel', 'Gunel'))
    expect(() => verifyXades(changed, EXPECTED, signerOfKey(key))).toThrow('The document is not what was signed')
  })
})

describe('what the hub signs', () => {
  it('is itself in exclusive canonical form, with the Signature as last child of the root', async () => {
    const key = await throwAwayKey('P-256')
    const bytes = await signXades(xmlBytesOf(MESSAGE), key.signingKey('ES256'), SIGNED_AT)
    using parsed = parseXml(bytes)
    expect(Buffer.from(canonicalXmlOf(parsed)).equals(bytes)).toBe(true)
    const tree = xmlTreeOf(parsed)
    expect(tree.children.map((child) => child.name)).toEqual(['Header', 'Body', 'Signature'])
    expect(tree.children[2]?.children.map((child) => child.name)).toEqual(['SignedInfo', 'SignatureValue', 'KeyInfo', 'Object'])
  })

  it('names SHA-384 for the references of a P-384 key and SHA-256 for its certificate', async () => {
    const key = await throwAwayKey('P-384')
    const text = Buffer.from(await signXades(xmlBytesOf(MESSAGE), key.signingKey('ES384'), SIGNED_AT)).toString()
    expect(text.match(/xmldsig-more#sha384/g)).toHaveLength(2)
    expect(text.match(/xmlenc#sha256/g)).toHaveLength(1)
  })

  it('can be made of a pretty-printed file through its canonical form', async () => {
    const key = await throwAwayKey('Ed25519')
    using parsed = parseXml(
      Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<k:Message  xmlns:k="${NAMESPACE}">\n  <k:Body/>\n</k:Message>\n`),
    )
    const bytes = await signXades(canonicalXmlOf(parsed), key.signingKey('EdDSA'), SIGNED_AT)
    expect(verifyXades(bytes, EXPECTED, signerOfKey(key)).root).toEqual(element('Message', [element('Body', [])]))
  })
})

describe('what a partner may do differently', () => {
  const document = `<?xml version="1.0" encoding="UTF-8"?>
<k:Message xmlns:k="${NAMESPACE}" xmlns:unused="urn:unused" Id="m-1">
  <k:Body>
    <k:Person>Elşad Ağayev</k:Person>
  </k:Body>
  {signature}
</k:Message>
`
  let key: ThrowAwayKey
  beforeAll(async () => {
    key = await throwAwayKey('P-256')
  })
  const verify = (bytes: Uint8Array) => verifyXades(bytes, EXPECTED, signerOfKey(key))

  it('other prefixes, line breaks and a signing time with another zone are taken', async () => {
    const verified = verify(await forgedXades(key.signingKey('ES256'), { document }))
    expect(verified.signer.signedAt).toEqual(SIGNED_AT)
    expect(verified.root.children[0]?.children[0]?.text).toBe('Elşad Ağayev')
  })

  const TAKEN: readonly (readonly [string, Parameters<typeof forgedXades>[1]])[] = [
    [
      'no DataObjectFormat',
      { document, properties: (xml) => xml.replace(/<xad:SignedDataObjectProperties>.*<\/xad:SignedDataObjectProperties>/, '') },
    ],
    [
      'the references the other way round',
      {
        document,
        signedInfo: (xml) => xml.replace(/(<dsig:Reference Id.*<\/dsig:Reference>)\s*(<dsig:Reference Type.*<\/dsig:Reference>)/s, '$2$1'),
      },
    ],
    ['its certificate chain', { document, keyInfo: (xml) => xml.replace(/(<dsig:X509Certificate>.*<\/dsig:X509Certificate>)/, '$1$1') }],
    ['base64 in lines that end in CR LF', { document, keyInfo: (xml) => xml.replace(/[A-Za-z0-9+/=]{64}/g, '$&&#13;\n') }],
    [
      'an IssuerSerialV2',
      { document, properties: (xml) => xml.replace('</xad:Cert>', '<xad:IssuerSerialV2>MAA=</xad:IssuerSerialV2></xad:Cert>') },
    ],
  ]
  it.each(TAKEN)('%s', async (_what, forgery) => {
    const bytes = await forgedXades(key.signingKey('ES256'), forgery)
    expect(Buffer.from(bytes).equals(await forgedXades(key.signingKey('ES256'), { document }))).toBe(false)
    expect(verify(bytes).signer.party).toBe('az-sms')
  })
})

describe('before the costly part', () => {
  it('the directory is asked for the SHA-256 and the DER of the certificate', async () => {
    const key = await throwAwayKey('P-256')
    const bytes = await signXades(xmlBytesOf(MESSAGE), key.signingKey('ES256'), SIGNED_AT)
    const asked: unknown[] = []
    const nobody: SignerOf = (...question) => {
      asked.push(...question)
      return undefined
    }
    expect(() => verifyXades(bytes, EXPECTED, nobody)).toThrow(HubError)
    expect(asked).toEqual([key.certificate.sha256, Buffer.from(key.certificate.der)])
  })
})
