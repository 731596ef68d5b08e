/** Certificates as CAs should not issue them, and as they should: one wish each, everything else in order. */
import { createPrivateKey, KeyObject, webcrypto } from 'node:crypto'
import * as x509 from '#certs/x509.ts'
import { type Certificate, certificateOf } from '#core/signature/certificate.ts'

const DAY_MS = 86_400_000
const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const { digitalSignature, keyCertSign, cRLSign } = x509.KeyUsageFlags

export interface Issued {
  readonly certificate: Certificate
  readonly keys: webcrypto.CryptoKeyPair
}

export interface Wish {
  readonly subject?: string
  readonly from?: Date
  readonly until?: Date
  readonly extensions?: readonly x509.Extension[]
  readonly rsaBits?: number
  /** Of the signature that the issuer makes. */
  readonly hash?: 'SHA-1' | 'SHA-256'
}

export const usage = (flags: number): x509.Extension => new x509.KeyUsagesExtension(flags as x509.KeyUsageFlags, true)
export const authority = (pathLength?: number): readonly x509.Extension[] => [
  new x509.BasicConstraintsExtension(true, pathLength, true),
  usage(keyCertSign | cRLSign),
]

/** Below `issuer`, or signed by itself; for signing messages where nothing else is wished for. */
export async function issue(issuer: Issued | undefined, wish: Wish = {}): Promise<Issued> {
  const keys = (await webcrypto.subtle.generateKey(keyOf(wish), true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair
  const { subject = 'CN=Sınaq imzası, O=Körpü sınağı', extensions = [usage(digitalSignature)] } = wish
  const issued = await x509.X509CertificateGenerator.create({
    subject,
    issuer: issuer ? new x509.X509Certificate(issuer.certificate.der).subject : subject,
    publicKey: keys.publicKey,
    signingKey: issuer?.keys.privateKey ?? keys.privateKey,
    signingAlgorithm: { name: 'ECDSA', hash: wish.hash ?? 'SHA-256' },
    notBefore: wish.from ?? new Date(Date.now() - DAY_MS),
    notAfter: wish.until ?? new Date(Date.now() + 30 * DAY_MS),
    extensions: [...extensions],
  })
  return { certificate: certificateOf(new Uint8Array(issued.rawData)), keys }
}

const keyOf = ({ rsaBits }: Wish) =>
  rsaBits === undefined
    ? ECDSA
    : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: rsaBits, publicExponent: new Uint8Array([1, 0, 1]) }

export const rootCa = (subject = 'CN=Sınaq kökü, O=Körpü sınağı', extensions = authority()): Promise<Issued> =>
  issue(undefined, { subject, extensions })

export const privateKeyOf = ({ keys }: Issued): KeyObject =>
  createPrivateKey(KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }))

export const pemOf = ({ certificate }: Pick<Issued, 'certificate'>): string =>
  `${new x509.X509Certificate(certificate.der).toString('pem')}\n`

export const pemDer = (pem: string): Uint8Array => new Uint8Array(new x509.X509Certificate(pem).rawData)
/** DER. */
export async function revocationList(
  issuer: Issued,
  revoked: readonly Certificate[],
  at: { readonly from: Date; readonly until: Date; readonly revokedAt?: Date },
) {
  const list = await x509.X509CrlGenerator.create({
    issuer: new x509.X509Certificate(issuer.certificate.der).subject,
    thisUpdate: at.from,
    nextUpdate: at.until,
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    signingKey: issuer.keys.privateKey,
    entries: revoked.map((one) => ({ serialNumber: one.x509.serialNumber, revocationDate: at.revokedAt ?? at.from })),
  })
  return new Uint8Array(list.rawData)
}
