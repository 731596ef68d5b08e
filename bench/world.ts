/** Two parties for the benchmark, `xa` that sends and `xb` that receives, in one syntax, with bodies of a given size. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSigningKey } from '#certs/keys.ts'
import type { PartyFileInput } from '#certs/party-file.ts'
import { readCertificates, readText } from '#certs/pem.ts'
import { makeDevelopmentPki, partyFiles } from '#certs/pki.ts'
import type { Dialect } from '#core/adapter.ts'
import { canonicalJson } from '#core/codec/canonical-json.ts'
import { canonicalXml } from '#core/codec/canonical-xml.ts'
import type { Message, Syntax } from '#core/message.ts'
import type { SigningKey } from '#core/signature/key.ts'
import type { SignerOf } from '#core/signature/signer.ts'
import { application } from '#demo/bodies/application.ts'
import { caseFileOf } from '#demo/case-file.ts'
import { shiftedClock } from '#demo/clock.ts'
import { randomIds } from '#ids'

export const DIALECT: Record<Syntax, Dialect> = { xml: canonicalXml, json: canonicalJson }
export const PROFILE = { xml: 'xades', json: 'jades' } as const

export interface BenchKeys {
  readonly tls: { readonly cert: string; readonly key: string; readonly ca: string }
  readonly signing: SigningKey
}

export async function makePki(dir: string, parties: readonly string[] = ['xa', 'xb']): Promise<void> {
  await makeDevelopmentPki(dir, parties)
}

export function keysOf(dir: string, party: string): BenchKeys {
  const files = partyFiles(dir, party)
  return {
    tls: { cert: readText(files.tlsCert), key: readText(files.tlsKey), ca: readText(join(dir, 'ca.cert.pem')) },
    signing: readSigningKey({ signKeyFile: files.signKey, signCertFile: files.signCert }),
  }
}

/** Knows one party's signing certificate. */
export function signerOf(dir: string, party: string): SignerOf {
  const [certificate] = readCertificates(partyFiles(dir, party).signCert)
  return (sha256) => (sha256 === certificate.sha256 ? { party, certificate } : undefined)
}

export function hubFingerprint(dir: string): string {
  return readCertificates(partyFiles(dir, 'hub').tlsCert)[0].x509.fingerprint256
}

/** What is measured is the hub, not what it lets a party ask. */
const UNBOUNDED = { perSecond: 1e6, burst: 1e6, atOnce: 1e6 }

type Party = PartyFileInput['parties'][number]

/** Of `xa`, `xb` and so on, by the keys of `makePki`; pushed to where it has a `url`. */
export function partyOf(
  id: string,
  syntax: Syntax,
  { url, timeoutS = 30 }: { readonly url?: string; readonly timeoutS?: number } = {},
): Party {
  const way = url === undefined ? ({ transport: 'mailbox' } as const) : ({ transport: 'push', url } as const)
  return {
    id,
    title: id,
    dialect: syntax,
    endpoint: { ...way, signature: PROFILE[syntax], parallel: 32, timeoutS },
    certificates: [
      { use: 'tls', file: `${id}.tls.cert.pem` },
      { use: 'signing', file: `${id}.sign.cert.pem` },
    ],
    serverAnchors: ['ca.cert.pem'],
    allowance: UNBOUNDED,
  }
}

/** A party file in which the first of a pair may send everything to the second. */
export function writeParties(dir: string, name: string, parties: readonly Party[], pairs: readonly (readonly [string, string])[]): string {
  const agreements = pairs.map(
    ([from, to]) => ({ from, to, agreement: 'eu-az-2014', validFrom: '2014-09-01T00:00:00Z', notices: 'none' }) as const,
  )
  const file: PartyFileInput = { parties, agreements }
  const path = join(dir, `parties.${name}.json`)
  writeFileSync(path, JSON.stringify(file))
  return path
}

/** `xa` sends to `xb`, which is at `url`. */
export function writePair(dir: string, syntax: Syntax, url: string, timeoutS?: number): string {
  const to = timeoutS === undefined ? { url } : { url, timeoutS }
  return writeParties(dir, syntax, [partyOf('xa', syntax), partyOf('xb', syntax, to)], [['xa', 'xb']])
}

/** A new case each time; the photograph fills the message up to its size. */
export function messageOf(syntax: Syntax, sizeBytes: number): Message {
  const conversationId = randomIds.uuid()
  const plain = messageWith(conversationId, 0)
  const missing = sizeBytes - DIALECT[syntax].bytesOf(plain).length - SIGNATURE_BYTES[syntax]
  return missing < PHOTO_ELEMENT_BYTES ? plain : messageWith(conversationId, Math.floor(((missing - PHOTO_ELEMENT_BYTES) * 3) / 4))
}

const SIGNATURE_BYTES: Record<Syntax, number> = { xml: 2_900, json: 0 }
const PHOTO_ELEMENT_BYTES = 90

function messageWith(conversationId: string, photoBytes: number): Message {
  const body = application(caseFileOf(conversationId, 'de', shiftedClock()))
  const photo =
    photoBytes === 0 ? {} : { photo: { mediaType: 'image/jpeg' as const, content: Buffer.alloc(photoBytes, 0xa5).toString('base64') } }
  return {
    header: {
      messageId: randomIds.uuid(),
      conversationId,
      from: 'xa',
      to: 'xb',
      type: 'readmission-application',
      version: '1.0',
      agreement: 'eu-az-2014',
      createdAt: new Date().toISOString(),
      nonce: randomIds.nonce(),
    },
    body: { ...body, subject: { ...body.subject, ...photo } },
  }
}
