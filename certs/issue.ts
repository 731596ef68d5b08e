/** Issues development certificates: a CA, and TLS and signing certificates below it. Everything says `O=Körpü development` in its subject. */
import { KeyObject, type webcrypto } from 'node:crypto'
import type { PartyId } from '#core/message.ts'
import type { Certificate } from '#core/signature/certificate.ts'
import { DEVELOPMENT } from './development.ts'
import * as x509 from './x509.ts'

const VALID_MS = 5 * 365 * 86_400_000
/** A partner's clock may be behind, and the demo plays cases that began weeks ago. */
const BACKDATED_MS = 90 * 86_400_000

export type KeyKind = 'P-256' | 'P-384' | 'RSA-3072' | 'Ed25519'
export type Use = 'tls' | 'sign'

const KEYS = {
  'P-256': { name: 'ECDSA', namedCurve: 'P-256' },
  'P-384': { name: 'ECDSA', namedCurve: 'P-384' },
  'RSA-3072': { name: 'RSASSA-PKCS1-v1_5', modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
  Ed25519: { name: 'Ed25519' },
} as const satisfies Record<KeyKind, object>

export const KEY_KINDS = Object.keys(KEYS) as readonly KeyKind[]

const { digitalSignature, nonRepudiation, keyCertSign, cRLSign } = x509.KeyUsageFlags
const SIGNED_WITH = { name: 'ECDSA', hash: 'SHA-256' }

const EXTENSIONS: Readonly<Record<Use, (party: PartyId) => x509.Extension[]>> = {
  tls: (party) => [
    new x509.KeyUsagesExtension(digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth, x509.ExtendedKeyUsage.clientAuth]),
    new x509.SubjectAlternativeNameExtension([
      { type: 'dns', value: 'localhost' },
      { type: 'dns', value: party },
      { type: 'ip', value: '127.0.0.1' },
      { type: 'ip', value: '::1' },
    ]),
  ],
  sign: () => [new x509.KeyUsagesExtension(digitalSignature | nonRepudiation, true)],
}

/** Both as PEM; the key as PKCS#8. */
export interface Issued {
  readonly key: string
  readonly cert: string
}

export interface Ca {
  readonly certificate: Certificate
  readonly key: KeyObject
}

export async function issueCa(): Promise<Issued> {
  const keys = await generate('P-256')
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: [{ CN: ['Körpü development CA'] }, { O: [DEVELOPMENT] }],
    keys,
    signingAlgorithm: SIGNED_WITH,
    ...window(),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(keyCertSign | cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return issued(keys, certificate)
}

export async function issueLeaf(ca: Ca, party: PartyId, use: Use, kind: KeyKind): Promise<Issued> {
  const keys = await generate(kind)
  const issuer = new x509.X509Certificate(ca.certificate.der)
  const certificate = await x509.X509CertificateGenerator.create({
    subject: [{ CN: [party] }, { O: [DEVELOPMENT] }],
    issuer: issuer.subjectName,
    publicKey: keys.publicKey,
    signingKey: ca.key.toCryptoKey(KEYS['P-256'], false, ['sign']),
    signingAlgorithm: SIGNED_WITH,
    ...window(ca.certificate.validUntil),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      ...EXTENSIONS[use](party),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  })
  return issued(keys, certificate)
}

async function generate(kind: KeyKind): Promise<webcrypto.CryptoKeyPair> {
  return (await crypto.subtle.generateKey(KEYS[kind], true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair
}

/** No certificate outlives its CA. */
function window(end?: Date): { notBefore: Date; notAfter: Date } {
  const now = Date.now()
  return { notBefore: new Date(now - BACKDATED_MS), notAfter: end ?? new Date(now + VALID_MS) }
}

function issued(keys: webcrypto.CryptoKeyPair, certificate: x509.X509Certificate): Issued {
  return {
    key: KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `${certificate.toString('pem')}\n`,
  }
}
