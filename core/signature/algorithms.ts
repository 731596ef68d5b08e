/**
 * Everything the hub knows about a signature algorithm, one row each. There are no others (contract, section 1).
 * The row is chosen by the registered key, never by the message alone: an RSA key leaves the hash open, nothing else.
 */
import { constants, type KeyObject, sign as nodeSign, verify as nodeVerify } from 'node:crypto'
import { derOf, rawOf } from './ecdsa-value.ts'

export interface Algorithm {
  /** Name in JOSE (RFC 7518, RFC 8037); also the hub's own name for it. */
  readonly id: 'ES256' | 'ES384' | 'PS256' | 'PS384' | 'EdDSA'
  /** Names that a partner's JOSE header may use. `Ed25519` is the fully-specified name of RFC 9864. */
  readonly jose: readonly string[]
  /** SignatureMethod of XML-DSig (RFC 9231). */
  readonly xml: string
  readonly hash: 'sha256' | 'sha384' | undefined
  /** Of ECDSA: how long each of the two integers of a signature is, in bytes. */
  readonly integerBytes?: number
  fits(key: KeyObject): boolean
}

const RSA_MIN_BITS = 3072

const isEc =
  (curve: string) =>
  (key: KeyObject): boolean =>
    key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === curve
const isRsa = (key: KeyObject): boolean => key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= RSA_MIN_BITS

export const ALGORITHMS: readonly Algorithm[] = [
  {
    id: 'ES256',
    jose: ['ES256'],
    xml: 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
    hash: 'sha256',
    integerBytes: 32,
    fits: isEc('prime256v1'),
  },
  {
    id: 'ES384',
    jose: ['ES384'],
    xml: 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384',
    hash: 'sha384',
    integerBytes: 48,
    fits: isEc('secp384r1'),
  },
  { id: 'PS256', jose: ['PS256'], xml: 'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1', hash: 'sha256', fits: isRsa },
  { id: 'PS384', jose: ['PS384'], xml: 'http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1', hash: 'sha384', fits: isRsa },
  {
    id: 'EdDSA',
    jose: ['EdDSA', 'Ed25519'],
    xml: 'http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519',
    hash: undefined,
    fits: (key) => key.asymmetricKeyType === 'ed25519',
  },
]

/** The row that a key signs with; `undefined` for a key that the hub does not take. */
export function algorithmOf(key: KeyObject): Algorithm | undefined {
  return ALGORITHMS.find((row) => row.fits(key))
}

/** Raw signature value: for ECDSA the integers r and s, one after the other (IEEE P1363), as XML-DSig and JOSE want them. */
export function signRaw({ id, hash, integerBytes }: Algorithm, bytes: Uint8Array, key: KeyObject): Uint8Array {
  // Node takes twice as long where a key comes with options, so the form of ECDSA values is not left to it.
  if (integerBytes !== undefined) return rawOf(nodeSign(hash, bytes, key), integerBytes)
  return nodeSign(hash, bytes, isPss(id) ? { key, ...PSS } : key)
}

export function verifyRaw({ id, hash, integerBytes }: Algorithm, bytes: Uint8Array, key: KeyObject, signature: Uint8Array): boolean {
  if (integerBytes !== undefined) return signature.length === 2 * integerBytes && nodeVerify(hash, bytes, key, derOf(signature))
  return nodeVerify(hash, bytes, isPss(id) ? { key, ...PSS } : key, signature)
}

const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
const isPss = (id: Algorithm['id']): boolean => id === 'PS256' || id === 'PS384'
