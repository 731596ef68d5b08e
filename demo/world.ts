/** The keys of the demo's parties, and the file in which the hub's operator registers them. */
import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSigningKey } from '#certs/keys.ts'
import type { PartyFileInput } from '#certs/party-file.ts'
import { readCertificates, readText } from '#certs/pem.ts'
import { type DevelopmentPki, makeDevelopmentPki, partyFiles } from '#certs/pki.ts'
import type { PartyId } from '#core/message.ts'
import type { SigningKey } from '#core/signature/key.ts'
import type { SignerOf } from '#core/signature/signer.ts'
import { DAY_MS } from './clock.ts'
import { PAIRS, PARTIES } from './parties.ts'
import { STORIES } from './stories.ts'
import { daysOf } from './story.ts'

export interface PartyKeys {
  readonly tls: { readonly cert: string; readonly key: string; readonly ca: string }
  readonly signing: SigningKey
}

export interface World {
  readonly pki: DevelopmentPki
  readonly hubSigner: SignerOf
  /** TLS fingerprint of the hub as node prints it. */
  readonly hubFingerprint: string
  keysOf(party: PartyId): PartyKeys
}

/** The longest story begins so many days ago. */
const OLDEST_CASE_MS = Math.max(...STORIES.map(daysOf)) * DAY_MS

export async function makeWorld(dir: string): Promise<World> {
  putAsideYoung(dir)
  const pki = await makeDevelopmentPki(
    dir,
    PARTIES.map(({ id }) => id),
  )
  const hub = partyFiles(dir, 'hub')
  const [hubSigning] = readCertificates(hub.signCert)
  const [hubTls] = readCertificates(hub.tlsCert)
  return {
    pki,
    hubSigner: (sha256) => (sha256 === hubSigning.sha256 ? { party: 'hub', certificate: hubSigning } : undefined),
    hubFingerprint: hubTls.x509.fingerprint256,
    keysOf(party) {
      const files = partyFiles(dir, party)
      return {
        tls: { cert: readText(files.tlsCert), key: readText(files.tlsKey), ca: readText(pki.caFile) },
        signing: readSigningKey({ signKeyFile: files.signKey, signCertFile: files.signCert }),
      }
    },
  }
}

/** Keys that an earlier version of the demo made are younger than its oldest case. */
function putAsideYoung(dir: string): void {
  const { signCert } = partyFiles(dir, 'hub')
  if (!existsSync(signCert)) return
  const { validFrom } = readCertificates(signCert)[0]
  if (validFrom.getTime() > Date.now() - OLDEST_CASE_MS) renameSync(dir, `${dir}.${Date.now()}`)
}

const urlOf = (url: string | undefined) => (url === undefined ? {} : { url })

/** Writes the party file beside the PKI; `urls` are the doors of the parties that are pushed to. */
export function writeParties(dir: string, urls: ReadonlyMap<PartyId, string | undefined>): string {
  const file: PartyFileInput = {
    parties: PARTIES.map((party) => ({
      id: party.id,
      title: party.title,
      dialect: party.dialect,
      endpoint: {
        transport: party.transport,
        signature: party.signature,
        receiptTimeoutS: 5,
        retry: { firstS: 0.5, factor: 2, maxS: 10, jitter: 0.2 },
        ...urlOf(urls.get(party.id)),
      },
      certificates: [
        { use: 'tls', file: `${party.id}.tls.cert.pem` },
        { use: 'signing', file: `${party.id}.sign.cert.pem` },
      ],
      serverAnchors: ['ca.cert.pem'],
      home: party.home,
      roles: [...party.roles],
    })),
    agreements: PAIRS.map(([from, to]) => ({ from, to, agreement: 'eu-az-2014', validFrom: '2014-09-01T00:00:00Z', notices: 'failures' })),
  }
  const path = join(dir, 'parties.json')
  writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 })
  return path
}
