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
import { WRITE } from '#demo/bodies.ts'
import { randomIds } from '#ids'

export const DIALECT: Record<Syntax, Dialect> = { xml: canonicalXml, json: canonicalJson }
export const PROFILE = { xml: 'xades', json: 'jades' } as const

export interface BenchKeys {
  readonly tls: { readonly cert: string; readonly key: string; readonly ca: string }
  readonly signing: SigningKey
}

export async function makePki(dir: string): Promise<void> {
  await makeDevelopmentPki(dir, ['xa', 'xb'])
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

export function writeParties(dir: string, syntax: Syntax, url: string): string {
  const party = (id: string, transport: 'push' | 'mailbox'): PartyFileInput['parties'][number] => ({
    id,
    title: id,
    dialect: syntax,
    endpoint: { transport, signature: PROFILE[syntax], parallel: 32, ...(transport === 'push' ? { url } : {}) },
    certificates: [
      { use: 'tls', file: `${id}.tls.cert.pem` },
      { use: 'signing', file: `${id}.sign.cert.pem` },
    ],
    serverAnchors: ['ca.cert.pem'],
  })
  const file: PartyFileInput = {
    parties: [party('xa', 'mailbox'), party('xb', 'push')],
    agreements: [{ from: 'xa', to: 'xb', agreement: 'eu-az-2014', validFrom: '2014-09-01T00:00:00Z', notices: 'none' }],
  }
  const path = join(dir, `parties.${syntax}.json`)
  writeFileSync(path, JSON.stringify(file))
  return path
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
  const body = WRITE['readmission-application'](conversationId)
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
