/**
 * The protected header of a JWS: JAdES baseline B-B (ETSI TS 119 182-1 v1.2.1, section 5) in two forms, detached over the bytes of the
 * HTTP body (RFC 7797) and compact. There is no other header: nothing unprotected is ever read.
 */

import { parseJson } from '#core/codec/json.ts'
import { hubError } from '#core/errors.ts'
import type { DocumentKind, JsonObject, JsonValue } from '#core/message.ts'
import { sha256Hex } from './digest.ts'
import type { SigningKey } from './key.ts'

export type JwsForm = 'detached' | 'compact'

/** What a signature must have been made for. Messages of partners may leave `typ` out; nothing of the hub's, no receipt and no problem may. */
export interface JwsExpectation {
  readonly kind: DocumentKind
  readonly from: 'partner' | 'hub'
}

/** What a header claims; nothing is proven yet. */
interface JwsClaims {
  readonly algorithm: string
  /** SHA-256 of the signing certificate, lower-case hex. */
  readonly certificateSha256: string
  /** DER of the signing certificate, where it was sent along; its SHA-256 is the one above. */
  readonly certificate: Uint8Array | undefined
  readonly signedAt: Date
}

const TYP: Readonly<Record<DocumentKind, string>> = {
  Message: 'korpu-message',
  Receipt: 'korpu-receipt',
  Problem: 'korpu-problem',
  TreeHead: 'korpu-tree-head',
  TestReport: 'korpu-test-report',
  LabReport: 'korpu-lab-report',
  AuditExport: 'korpu-audit-export',
  Alert: 'korpu-alert',
}
const MAX_HEADER_BYTES = 16 * 1024
const MAX_TIME_S = Date.UTC(9999, 11, 31) / 1000

/** Every member that a header may have; each row says which values it may take. `kid` names no key here: the certificate's digest does. */
const MEMBERS: ReadonlyMap<string, (value: JsonValue) => boolean> = new Map([
  ['alg', isText],
  ['typ', isText],
  ['cty', (value) => value === 'json' || value === 'application/json'],
  ['kid', isText],
  ['iat', (value) => typeof value === 'number' && value >= 0 && value <= MAX_TIME_S],
  ['sigT', (value) => isText(value) && isoSeconds(new Date(value)) === value],
  ['x5t#S256', (value) => isText(value) && base64Bytes(value, 'base64url')?.length === 32],
  ['x5c', (value) => Array.isArray(value) && value.length === 1 && isText(value[0]) && base64Bytes(value[0], 'base64') !== undefined],
  ['b64', (value) => value === false],
  ['crit', (value) => Array.isArray(value) && value.every(isText)],
])

/** The header that the hub signs with, base64url. */
export function jwsHeaderFor(form: JwsForm, kind: DocumentKind, key: SigningKey, signedAt: Date): string {
  const header = {
    alg: key.algorithm.id,
    typ: TYP[kind],
    iat: Math.floor(signedAt.getTime() / 1000),
    'x5t#S256': Buffer.from(sha256Hex(key.certificate), 'hex').toString('base64url'),
    x5c: [Buffer.from(key.certificate).toString('base64')],
    ...(form === 'detached' ? { b64: false, crit: ['b64'] } : {}),
  }
  return Buffer.from(JSON.stringify(header)).toString('base64url')
}

/** What the header says, held against the profile. Throws SIGNATURE_INVALID. */
export function jwsClaimsOf(encoded: string, form: JwsForm, expect: JwsExpectation): JwsClaims {
  const header = headerOf(encoded)
  const { alg, typ, iat, sigT, x5c, b64, crit } = header
  const digest = header['x5t#S256']
  if (!isText(alg) || !isText(digest)) throw invalid('The header needs alg and x5t#S256')
  if ((iat === undefined) === (sigT === undefined)) throw invalid('The header needs iat or sigT, and not both')
  if ((b64 === false) !== (form === 'detached')) throw invalid('b64 is false for a detached signature and absent in the compact form')
  if (!isCriticalExactly(crit, [...(form === 'detached' ? ['b64'] : []), ...(sigT === undefined ? [] : ['sigT'])])) {
    throw invalid('crit names b64 and sigT where they are used, and nothing else')
  }
  const mayOmitTyp = expect.kind === 'Message' && expect.from === 'partner'
  if (typ !== TYP[expect.kind] && !(typ === undefined && mayOmitTyp)) throw invalid(`The header needs typ ${TYP[expect.kind]}`)
  const certificate = Array.isArray(x5c) ? base64Bytes(String(x5c[0]), 'base64') : undefined
  const certificateSha256 = Buffer.from(digest, 'base64url').toString('hex')
  if (certificate && sha256Hex(certificate) !== certificateSha256) throw invalid('x5c is not the certificate that x5t#S256 names')
  return { algorithm: alg, certificateSha256, certificate, signedAt: new Date(isText(sigT) ? sigT : Number(iat) * 1000) }
}

function headerOf(encoded: string): JsonObject {
  if (encoded.length > (MAX_HEADER_BYTES * 4) / 3) throw invalid(`The header has more than ${MAX_HEADER_BYTES} bytes`)
  const header = parsed(base64Bytes(encoded, 'base64url'))
  if (!header) throw invalid('The header is not base64url of a JSON object without duplicate names')
  for (const [name, value] of Object.entries(header)) {
    if (!MEMBERS.get(name)?.(value)) throw invalid('The header has a member, or a value of one, that is not in the profile')
  }
  return header
}

function parsed(bytes: Uint8Array | undefined): JsonObject | undefined {
  try {
    return bytes && parseJson(bytes)
  } catch {
    return undefined
  }
}

function isCriticalExactly(crit: JsonValue | undefined, names: readonly string[]): boolean {
  if (!Array.isArray(crit)) return names.length === 0
  return names.length > 0 && crit.length === names.length && names.every((name) => crit.includes(name))
}

/** The bytes of base64 text in its only canonical form: no other alphabet, no missing padding, no stray bits at the end. */
export function base64Bytes(text: string, encoding: 'base64' | 'base64url'): Uint8Array | undefined {
  const bytes = Buffer.from(text, encoding)
  return bytes.toString(encoding) === text ? bytes : undefined
}

function isText(value: JsonValue | undefined): value is string {
  return typeof value === 'string' && value !== ''
}

function isoSeconds(date: Date): string | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace('.000Z', 'Z')
}

function invalid(detail: string) {
  return hubError('SIGNATURE_INVALID', { detail: `${detail}.` })
}
