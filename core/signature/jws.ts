/** JSON Web Signatures (RFC 7515): detached over unencoded bytes (RFC 7797), and compact. */
import { hubError } from '#core/errors.ts'
import type { DocumentKind, Signer } from '#core/message.ts'
import { ALGORITHMS, verifyRaw } from './algorithms.ts'
import { base64Bytes, type JwsExpectation, type JwsForm, jwsClaimsOf, jwsHeaderFor } from './jws-header.ts'
import type { SigningKey } from './key.ts'
import type { SignerOf } from './signer.ts'

/** A detached signature over exactly these bytes, as it stands in the `JWS-Signature` header: `<header>..<signature>`. */
export async function signDetached(kind: DocumentKind, payload: Uint8Array, key: SigningKey, signedAt: Date): Promise<string> {
  const header = jwsHeaderFor('detached', kind, key, signedAt)
  const signature = await key.sign(signedOver(header, payload))
  return `${header}..${Buffer.from(signature).toString('base64url')}`
}

/** The whole document as a compact JWS, ASCII bytes. */
export async function signCompact(kind: DocumentKind, payload: Uint8Array, key: SigningKey, signedAt: Date): Promise<Uint8Array> {
  const header = jwsHeaderFor('compact', kind, key, signedAt)
  const signed = Buffer.from(`${header}.${Buffer.from(payload).toString('base64url')}`)
  const signature = await key.sign(signed)
  return Buffer.concat([signed, Buffer.from(`.${Buffer.from(signature).toString('base64url')}`)])
}

/** Who signed these bytes beside them. Throws SIGNATURE_MISSING, SIGNATURE_INVALID or CERTIFICATE_UNTRUSTED. */
export async function verifyDetached(
  payload: Uint8Array,
  signature: string | undefined,
  expect: JwsExpectation,
  signerOf: SignerOf,
): Promise<Signer> {
  if (!signature) throw hubError('SIGNATURE_MISSING')
  const [header, empty, value] = partsOf(signature)
  if (empty !== '') throw invalid('A detached signature leaves its payload out')
  return verify('detached', { header, payload, value }, expect, signerOf)
}

/** Who signed a compact JWS, and the bytes inside. Throws SIGNATURE_INVALID or CERTIFICATE_UNTRUSTED. */
export async function verifyCompact(
  token: Uint8Array,
  expect: JwsExpectation,
  signerOf: SignerOf,
): Promise<{ readonly payload: Uint8Array; readonly signer: Signer }> {
  const [header, encoded, value] = partsOf(Buffer.from(token).toString('latin1'))
  const payload = base64Bytes(encoded, 'base64url')
  if (!payload) throw invalid('The payload is not canonical base64url')
  const signer = verify('compact', { header, payload: Buffer.from(encoded), value }, expect, signerOf)
  return { payload, signer }
}

interface Parts {
  readonly header: string
  readonly payload: Uint8Array
  readonly value: string
}

function verify(form: JwsForm, { header, payload, value }: Parts, expect: JwsExpectation, signerOf: SignerOf): Signer {
  const claims = jwsClaimsOf(header, form, expect)
  const signature = base64Bytes(value, 'base64url')
  if (!signature) throw invalid('The signature value is not canonical base64url')
  const found = signerOf(claims.certificateSha256, claims.certificate)
  if (!found) throw hubError('CERTIFICATE_UNTRUSTED')
  const { publicKey } = found.certificate
  const algorithm = ALGORITHMS.find((row) => row.jose.includes(claims.algorithm) && row.fits(publicKey))
  if (!algorithm) throw invalid('The algorithm does not fit the registered key')
  if (!verifyRaw(algorithm, signedOver(header, payload), publicKey, signature))
    throw invalid('The signature does not hold over these bytes')
  return { party: found.party, certificate: found.certificate, signedAt: claims.signedAt }
}

/** The JWS Signing Input (RFC 7515, section 5.1; RFC 7797, section 3). */
function signedOver(header: string, payload: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`${header}.`), payload])
}

function partsOf(jws: string): readonly [string, string, string] {
  const [header, payload, signature, ...more] = jws.split('.')
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0) {
    throw invalid('A JWS has three parts, separated by dots')
  }
  return [header, payload, signature]
}

function invalid(detail: string) {
  return hubError('SIGNATURE_INVALID', { detail: `${detail}.` })
}
