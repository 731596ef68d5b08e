/** Parties with keys of their own, registered and agreed with one another. Made once for each test file, kept in memory. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import de from '#adapters/de/adapter.ts'
import { readSigningKey } from '#certs/keys.ts'
import { readCertificates, readText } from '#certs/pem.ts'
import { makeDevelopmentPki, partyFiles } from '#certs/pki.ts'
import type { Dialect } from '#core/adapter.ts'
import type { Side } from '#core/clocks/clock.ts'
import { canonicalJson } from '#core/codec/canonical-json.ts'
import { canonicalXml } from '#core/codec/canonical-xml.ts'
import type { AgreementRecord, CertificateRecord, DirectoryParts, PartyRecord } from '#core/directory.ts'
import type { PartyId, SignatureProfile, TlsPeer, Transport } from '#core/message.ts'
import type { Keys } from '#core/ports.ts'
import { type Certificate, certificateOf } from '#core/signature/certificate.ts'
import type { SigningKey } from '#core/signature/key.ts'
import { FIRST_VERSION, MESSAGE_TYPES } from '#schemas/index.ts'

interface TestParty {
  readonly dialect: string
  readonly signature: SignatureProfile
  readonly transport: Transport
  readonly home: Side
}

const BERLIN: Side = { state: 'DEU', timeZone: 'Europe/Berlin' }
const BAKU: Side = { state: 'AZE', timeZone: 'Asia/Baku' }

/** One with an adapter of its own; the others speak the standard in XML and JSON. */
export const PARTIES: Readonly<Record<PartyId, TestParty>> = {
  de: { dialect: 'de', signature: 'xades', transport: 'push', home: BERLIN },
  'az-sms': { dialect: 'json', signature: 'jades', transport: 'push', home: BAKU },
  'az-mfa': { dialect: 'xml', signature: 'xades', transport: 'mailbox', home: BAKU },
  xa: { dialect: 'xml', signature: 'xades', transport: 'push', home: BERLIN },
  xb: { dialect: 'json', signature: 'jades', transport: 'push', home: BAKU },
}

/** Who may write to whom; `xa` and `de` have nothing agreed. */
const PAIRS: readonly (readonly [PartyId, PartyId])[] = [
  ['de', 'az-sms'],
  ['az-sms', 'de'],
  ['de', 'az-mfa'],
  ['az-sms', 'az-mfa'],
  ['xa', 'xb'],
  ['xb', 'xa'],
  ['xa', 'az-mfa'],
  ['az-mfa', 'xa'],
  ['xb', 'az-mfa'],
]

/** By the name that a party is registered with; not loaded from the folders, so that a new party there changes no test here. */
export const DIALECTS: ReadonlyMap<string, Dialect> = new Map([
  [canonicalXml.name, canonicalXml],
  [canonicalJson.name, canonicalJson],
  [de.party, de.dialect],
])

export interface PartyKeys {
  readonly tls: { readonly cert: string; readonly key: string; readonly ca: string }
  readonly peer: TlsPeer
  readonly signing: SigningKey
  readonly signingCertificate: Certificate
}

const keys = await makeKeys()

export function keysOf(party: PartyId): PartyKeys {
  const found = keys.get(party)
  if (!found) throw new Error(`${party} is no party of the tests`)
  return found
}

export function dialectOf(party: PartyId): Dialect {
  const dialect = DIALECTS.get(PARTIES[party]?.dialect ?? '')
  if (!dialect) throw new Error(`${party} has no dialect`)
  return dialect
}

async function makeKeys(): Promise<ReadonlyMap<PartyId, PartyKeys>> {
  const dir = mkdtempSync(join(tmpdir(), 'korpu-test-'))
  try {
    const { caFile, parties } = await makeDevelopmentPki(dir, Object.keys(PARTIES))
    return new Map([...parties.keys()].map((party) => [party, readKeys(dir, party, readText(caFile))]))
  } finally {
    rmSync(dir, { recursive: true })
  }
}

function readKeys(dir: string, party: PartyId, ca: string): PartyKeys {
  const files = partyFiles(dir, party)
  return {
    tls: { cert: readText(files.tlsCert), key: readText(files.tlsKey), ca },
    peer: { certificate: readCertificates(files.tlsCert)[0].der, issuers: [] },
    signing: readSigningKey({ signKeyFile: files.signKey, signCertFile: files.signCert }),
    signingCertificate: readCertificates(files.signCert)[0],
  }
}

export function testDirectory(): DirectoryParts {
  return { parties: Object.keys(PARTIES).map(partyRecord), agreements: PAIRS.map(([from, to]) => agreementRecord(from, to)) }
}

function partyRecord(id: PartyId): PartyRecord {
  const { dialect, signature, transport, home } = PARTIES[id] as TestParty
  const { peer, signingCertificate } = keysOf(id)
  return {
    id,
    title: `Sınaq tərəfi ${id}`,
    dialect,
    version: FIRST_VERSION,
    status: 'active',
    endpoint: {
      transport,
      hostKeys: [],
      url: transport === 'push' ? `https://${id}.example/inbox` : undefined,
      signature,
      timeoutS: 30,
      receiptTimeoutS: 300,
      retry: { firstS: 10, factor: 2, maxS: 900, jitter: 0 },
      breaker: { failures: 5, maxProbeS: 60 },
      parallel: 4,
    },
    allowance: { perSecond: 200, burst: 1000, atOnce: 64 },
    certificates: [leafRecord('tls', peer.certificate), leafRecord('signing', signingCertificate.der)],
    brokerUser: undefined,
    serverAnchors: [],
    anchors: [],
    home,
    roles: [],
    test: false,
  }
}

/** A certificate registered by its SHA-256, for as long as it says itself. */
export function leafRecord(use: CertificateRecord['use'], certificate: Uint8Array): CertificateRecord {
  const { der, sha256, validFrom, validUntil } = certificateOf(certificate)
  return { use, by: 'leaf', sha256, der, subject: undefined, status: 'active', validFrom, validUntil }
}

function agreementRecord(from: PartyId, to: PartyId): AgreementRecord {
  return {
    id: `${from}>${to}`,
    from,
    to,
    ruleSet: 'eu-az-2014',
    types: MESSAGE_TYPES,
    validFrom: new Date('2014-09-01T00:00:00Z'),
    validUntil: undefined,
    notices: 'none',
    signingWindowS: 3600,
    validityS: 86_400,
    retry: undefined,
    maxBacklog: undefined,
    revocation: 'none',
  }
}

/** The hub's own. */
export function hubKeys(): Keys {
  const { signing, signingCertificate: certificate } = keysOf('hub')
  return { signing: () => signing, own: () => [{ certificate, from: new Date(0), agreements: [], signs: true }] }
}
