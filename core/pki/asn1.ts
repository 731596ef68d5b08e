/** The one door to the ASN.1 of CRLs, OCSP and timestamps. It takes a while to load: import what stands behind it only where it is needed. */
import { verify } from 'node:crypto'
import { AsnConvert } from '@peculiar/asn1-schema'
import type { AlgorithmIdentifier, Extension } from '@peculiar/asn1-x509'
import type { Certificate } from '#core/signature/certificate.ts'

/** What an authority answered proves nothing; the message says why, and is read after the name of what it is. */
export class AnswerFault extends Error {}

export function demand(holds: boolean, why: string): asserts holds {
  if (!holds) throw new AnswerFault(why)
}

export function parsed<T>(der: Uint8Array | ArrayBuffer, type: new () => T, what: string): T {
  try {
    return AsnConvert.parse(der, type)
  } catch (cause) {
    throw new AnswerFault(`is not ${what} that can be read`, { cause })
  }
}

/** Hash by object identifier; an algorithm that is `undefined` here takes it from elsewhere. SHA-1 and older are no proof. */
const HASHES: Readonly<Record<string, string | null>> = {
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.3.101.112': null,
}
export const DIGESTS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
/** In CMS a signature with RSA may name no hash of its own (RFC 3370, section 3.2). */
const RSA = '1.2.840.113549.1.1.1'

/** @param digest of CMS, by object identifier */
export function demandSignature(
  { algorithm }: AlgorithmIdentifier,
  signer: Certificate,
  signed: ArrayBuffer | undefined,
  value: ArrayBuffer,
  digest?: string,
): void {
  const hash = algorithm === RSA ? DIGESTS[digest ?? ''] : HASHES[algorithm]
  demand(hash !== undefined && signed !== undefined, 'is signed with an algorithm that is not taken')
  demand(verify(hash, new Uint8Array(signed), signer.publicKey, new Uint8Array(value)), 'has a signature that does not hold')
}

export const sameBytes = (one: ArrayBuffer | Uint8Array, other: ArrayBuffer | Uint8Array): boolean =>
  Buffer.compare(new Uint8Array(one), new Uint8Array(other)) === 0

/** No critical extension but those that are heeded. */
export function demandKnown(extensions: readonly Extension[] | undefined, known: readonly string[] = []): void {
  const unknown = (extensions ?? []).some(({ critical, extnID }) => critical && !known.includes(extnID))
  demand(!unknown, 'has a critical extension that is not known')
}
