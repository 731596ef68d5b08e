import { createHash, type webcrypto } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import * as x509 from '#certs/x509.ts'
import type { AgreementRecord, CertificateRecord, DirectoryData, PartyRecord } from './directory.ts'
import { directoryOf } from './resolve.ts'
import { certificateOf } from './signature/certificate.ts'
import { chainOf, subjectOf } from './trust.ts'

const now = new Date('2026-11-21T10:00:00Z')
const at = (text: string) => new Date(`${text}T00:00:00Z`)
const shaOf = (der: Uint8Array) => createHash('sha256').update(der).digest('hex')

interface Made {
  readonly der: Uint8Array
  readonly keys: webcrypto.CryptoKeyPair
  readonly subject: string
}
interface Wish {
  readonly issuer?: Made
  readonly ca?: boolean
  readonly until?: Date
  readonly purposes?: x509.ExtendedKeyUsageType[]
}

async function make(subject: string, { issuer, ca = false, until = at('2027-01-01'), purposes }: Wish = {}): Promise<Made> {
  const keys = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair
  const certificate = await x509.X509CertificateGenerator.create({
    subject,
    issuer: issuer?.subject ?? subject,
    publicKey: keys.publicKey,
    signingKey: (issuer?.keys ?? keys).privateKey,
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    notBefore: at('2026-01-01'),
    notAfter: until,
    extensions: [
      new x509.BasicConstraintsExtension(ca, undefined, true),
      ...(purposes ? [new x509.ExtendedKeyUsageExtension(purposes)] : []),
    ],
  })
  return { der: new Uint8Array(certificate.rawData), keys, subject }
}

const DE = 'CN=de, O=Beispielamt, C=DE'
const { clientAuth, serverAuth, codeSigning } = x509.ExtendedKeyUsage
let root: Made, sub: Made, leaf: Made, viaSub: Made, namesake: Made, impostor: Made, forClients: Made, forCode: Made

beforeAll(async () => {
  root = await make('CN=Kök CA, C=AZ', { ca: true })
  sub = await make('CN=Aralıq CA, C=AZ', { ca: true, issuer: root })
  leaf = await make(DE, { issuer: root })
  viaSub = await make(DE, { issuer: sub })
  namesake = await make('CN=de, O=Beispielamt', { issuer: root })
  const foreign = await make('CN=Kök CA, C=AZ', { ca: true })
  impostor = await make(DE, { issuer: foreign })
  forClients = await make(DE, { issuer: root, purposes: [clientAuth, serverAuth] })
  forCode = await make(DE, { issuer: root, purposes: [codeSigning] })
})

function pinned({ der }: Made, more: Partial<CertificateRecord> = {}): CertificateRecord {
  const window = { validFrom: at('2026-06-01'), validUntil: at('2026-12-31') }
  return { use: 'tls', by: 'leaf', sha256: shaOf(der), der, subject: undefined, status: 'active', ...window, ...more }
}

function anchored(anchor: Made, more: Partial<CertificateRecord> = {}): CertificateRecord {
  return pinned(anchor, { by: 'anchor', subject: subjectOf(certificateOf(leaf.der)), ...more })
}

function partyOf(id: string, certificates: readonly CertificateRecord[], more: Partial<PartyRecord> = {}): PartyRecord {
  return {
    id,
    title: `Sınaq ${id}`,
    dialect: 'json',
    version: '1.0',
    status: 'active',
    endpoint: {
      transport: 'mailbox',
      url: undefined,
      hostKeys: [],
      signature: 'jades',
      timeoutS: 30,
      receiptTimeoutS: 60,
      retry: { firstS: 1, factor: 2, maxS: 60, jitter: 0.2 },
      breaker: { failures: 5, maxProbeS: 60 },
      parallel: 1,
    },
    allowance: { perSecond: 200, burst: 1000, atOnce: 64 },
    certificates,
    anchors: [],
    brokerUser: undefined,
    serverAnchors: [],
    home: undefined,
    roles: [],
    test: false,
    ...more,
  }
}

const directoryWith = (...parties: PartyRecord[]) =>
  directoryOf({ revision: 7, parties, agreements: [], confirmations: [], restorations: [], statuses: [] })

/** Who connects, with one party `de` holding these certificates. */
function peerAmong(certificates: readonly CertificateRecord[], made: Made, issuers: readonly Made[] = [], time = now): string | undefined {
  const peer = { certificate: made.der, issuers: issuers.map(({ der }) => der) }
  return directoryWith(partyOf('de', certificates)).peerOf(peer, time)?.id
}

describe('a TLS client registered by its leaf', () => {
  it('is its party', () => {
    expect(peerAmong([pinned(leaf)], leaf)).toBe('de')
  })

  it.each(['pending', 'withdrawn', 'revoked'] as const)('is nobody while %s', (status) => {
    expect(peerAmong([pinned(leaf, { status })], leaf)).toBeUndefined()
  })

  it('is nobody outside the registered window, and its party on both edges', () => {
    expect(peerAmong([pinned(leaf)], leaf, [], at('2026-05-31'))).toBeUndefined()
    expect(peerAmong([pinned(leaf)], leaf, [], at('2026-06-01'))).toBe('de')
    expect(peerAmong([pinned(leaf)], leaf, [], at('2026-12-31'))).toBe('de')
    expect(peerAmong([pinned(leaf, { validUntil: at('2026-12-01') })], leaf, [], at('2026-12-02'))).toBeUndefined()
  })

  it('is nobody after the certificate itself has expired, however long the window', () => {
    expect(peerAmong([pinned(leaf, { validUntil: at('2030-01-01') })], leaf, [], at('2027-01-02'))).toBeUndefined()
  })

  it('is nobody with a certificate that is registered for signing', () => {
    expect(peerAmong([pinned(leaf, { use: 'signing' })], leaf)).toBeUndefined()
  })

  it('is nobody when its party was withdrawn, and still somebody when it is held', () => {
    const peer = { certificate: leaf.der, issuers: [] }
    expect(directoryWith(partyOf('de', [pinned(leaf)], { status: 'withdrawn' })).peerOf(peer, now)).toBeUndefined()
    expect(directoryWith(partyOf('de', [pinned(leaf)], { status: 'held' })).peerOf(peer, now)?.id).toBe('de')
  })

  it('is nobody when two parties registered the same certificate', () => {
    const directory = directoryWith(partyOf('de', [pinned(leaf)]), partyOf('fr', [pinned(leaf)]))
    expect(directory.peerOf({ certificate: leaf.der, issuers: [] }, now)).toBeUndefined()
  })

  it('is nobody with bytes that are no certificate', () => {
    const directory = directoryWith(partyOf('de', [pinned(leaf)]))
    expect(directory.peerOf({ certificate: Buffer.from('salam'), issuers: [] }, now)).toBeUndefined()
  })
})

describe('a TLS client registered by anchor and subject', () => {
  it('is its party, directly below the anchor or by way of an intermediate that it sends', () => {
    expect(peerAmong([anchored(root)], leaf)).toBe('de')
    expect(peerAmong([anchored(root)], viaSub, [sub])).toBe('de')
    expect(peerAmong([anchored(sub)], viaSub)).toBe('de')
  })

  it('is nobody by chaining alone', () => {
    expect(peerAmong([anchored(root)], namesake)).toBeUndefined()
    expect(peerAmong([anchored(root, { subject: undefined })], leaf)).toBeUndefined()
    expect(peerAmong([anchored(root, { subject: 'CN=de' })], leaf)).toBeUndefined()
  })

  it('is nobody by its subject alone', () => {
    expect(peerAmong([anchored(root)], impostor)).toBeUndefined()
    expect(peerAmong([anchored(root)], impostor, [root])).toBeUndefined()
    expect(peerAmong([anchored(root)], viaSub)).toBeUndefined()
  })

  it('is nobody when the anchor, or an intermediate, is out of date', async () => {
    const old = await make('CN=Köhnə CA', { ca: true, issuer: root, until: at('2026-07-01') })
    expect(peerAmong([anchored(root)], await make(DE, { issuer: old }), [old])).toBeUndefined()
    expect(peerAmong([anchored(root)], leaf, [], at('2026-05-31'))).toBeUndefined()
  })

  it('is nobody below a certificate that is no CA', async () => {
    expect(peerAmong([anchored(root)], await make(DE, { issuer: leaf }), [leaf])).toBeUndefined()
  })

  it('is nobody with a certificate made for something else', () => {
    expect(peerAmong([anchored(root)], forClients)).toBe('de')
    expect(peerAmong([anchored(root)], forCode)).toBeUndefined()
  })

  it('does not come back by its anchor after its leaf was revoked', () => {
    expect(peerAmong([anchored(root), pinned(leaf, { status: 'revoked' })], leaf)).toBeUndefined()
  })
})

describe('the signer of a message', () => {
  const signing = { use: 'signing' } as const

  it('is found by the leaf, with its certificate and record', () => {
    const record = pinned(leaf, signing)
    const found = directoryWith(partyOf('de', [record])).signerOf(record.sha256)
    expect(found).toMatchObject({ party: 'de', record, certificate: { sha256: record.sha256 } })
  })

  it('is found when revoked or out of date, because that is judged later', () => {
    const revoked = pinned(leaf, { ...signing, status: 'revoked' })
    const past = pinned(viaSub, { ...signing, validUntil: at('2026-06-02') })
    const directory = directoryWith(partyOf('de', [revoked, past]))
    expect(directory.signerOf(revoked.sha256)?.record.status).toBe('revoked')
    expect(directory.signerOf(past.sha256)?.record).toBe(past)
  })

  it('is revoked when one of two records says so', () => {
    const directory = directoryWith(partyOf('de', [pinned(leaf, signing), pinned(leaf, { ...signing, status: 'revoked' })]))
    expect(directory.signerOf(shaOf(leaf.der))?.record.status).toBe('revoked')
  })

  it.each(['pending', 'withdrawn'] as const)('is nobody while its certificate is %s', (status) => {
    const record = pinned(leaf, { ...signing, status })
    expect(directoryWith(partyOf('de', [record])).signerOf(record.sha256)).toBeUndefined()
  })

  it('is nobody with a TLS certificate, an unknown one, or one of a withdrawn party', () => {
    const record = pinned(leaf, signing)
    expect(directoryWith(partyOf('de', [pinned(leaf)])).signerOf(record.sha256)).toBeUndefined()
    expect(directoryWith(partyOf('de', [record])).signerOf(shaOf(root.der), root.der)).toBeUndefined()
    expect(directoryWith(partyOf('de', [record], { status: 'withdrawn' })).signerOf(record.sha256)).toBeUndefined()
  })

  it('is found by anchor and subject when the certificate is sent along', () => {
    const record = anchored(root, signing)
    const directory = directoryWith(partyOf('de', [record]))
    expect(directory.signerOf(shaOf(leaf.der), leaf.der)).toMatchObject({ party: 'de', record })
    expect(directory.signerOf(shaOf(leaf.der))).toBeUndefined()
    expect(directory.signerOf(shaOf(impostor.der), impostor.der)).toBeUndefined()
  })

  it('is nobody when the certificate sent along is not the one that signed', () => {
    const directory = directoryWith(partyOf('de', [anchored(root, signing), pinned(viaSub, signing)]))
    expect(directory.signerOf(shaOf(impostor.der), leaf.der)).toBeUndefined()
    expect(directory.signerOf(shaOf(viaSub.der), leaf.der)).toBeUndefined()
  })

  it('does not sign with a TLS certificate of the same anchor and subject', () => {
    const directory = directoryWith(partyOf('de', [anchored(root, signing)]))
    expect(directory.signerOf(shaOf(forClients.der), forClients.der)).toBeUndefined()
  })
})

describe('a certificate record', () => {
  it('is found for a registered leaf of either use', () => {
    const [tls, signing] = [pinned(leaf), pinned(viaSub, { use: 'signing' })]
    const directory = directoryWith(partyOf('de', [tls, signing]))
    expect([tls.sha256, signing.sha256, shaOf(root.der)].map((sha256) => directory.certificateRecord(sha256))).toEqual([
      tls,
      signing,
      undefined,
    ])
  })
})

describe('a chain', () => {
  it('lists every certificate from the leaf to the anchor', () => {
    const [from, between, anchor] = [viaSub, sub, root].map(({ der }) => certificateOf(der))
    if (!from || !between || !anchor) throw new Error('three certificates were made')
    expect(chainOf(from, [between], anchor)).toEqual([from, between, anchor])
    expect(chainOf(from, [], anchor)).toBeUndefined()
  })
})

describe('parties and agreements', () => {
  const agreement = (id: string, more: Partial<AgreementRecord> = {}): AgreementRecord => ({
    id,
    from: 'de',
    to: 'az-sms',
    ruleSet: 'eu-az-2014',
    types: ['readmission-application'],
    validFrom: at('2026-01-01'),
    validUntil: undefined,
    notices: 'none',
    signingWindowS: 86_400,
    validityS: 86_400,
    retry: undefined,
    maxBacklog: undefined,
    revocation: 'none',
    ...more,
  })
  const agreedAmong = (...agreements: AgreementRecord[]) => {
    const data: DirectoryData = { revision: 7, parties: [partyOf('de', [])], agreements, confirmations: [], restorations: [], statuses: [] }
    return directoryOf(data)
  }

  it('confirmations hold for one version of a rule set, calendar years for all', () => {
    const confirmations = [
      { scope: 'eu-az-2014:1', item: 'T7' },
      { scope: 'ch-az-2016:1', item: 'T6' },
      { scope: 'calendar', item: 'AZE 2027' },
    ]
    const directory = directoryOf({ revision: 7, parties: [], agreements: [], confirmations, restorations: [], statuses: [] })
    expect([...directory.confirmations('eu-az-2014', 1)]).toEqual(['T7', 'AZE 2027'])
    expect([...directory.confirmations('eu-az-2014', 2)]).toEqual(['AZE 2027'])
  })

  it('are found by id', () => {
    const directory = agreedAmong()
    expect([directory.revision, directory.party('de')?.id, directory.party('fr')]).toEqual([7, 'de', undefined])
    expect(directory.parties).toHaveLength(1)
  })

  it('are missing for another direction, recipient or type', () => {
    const directory = agreedAmong(agreement('a'))
    expect(directory.agreement('de', 'az-sms', 'readmission-application', now)).toEqual({ agreement: agreement('a') })
    expect(directory.agreement('az-sms', 'de', 'readmission-application', now)).toBe('missing')
    expect(directory.agreement('de', 'az-mfa', 'readmission-application', now)).toBe('missing')
    expect(directory.agreement('de', 'az-sms', 'readmission-reply', now)).toBe('missing')
    expect(directory.agreement('de', 'az-sms', 'readmission-application', now, agreement('a').ruleSet)).toEqual({
      agreement: agreement('a'),
    })
    expect(directory.agreement('de', 'az-sms', 'readmission-application', now, 'xx-az-2030')).toBe('missing')
  })

  it('are expired before they begin and after they end', () => {
    const directory = agreedAmong(agreement('a', { validUntil: at('2026-10-01') }), agreement('b', { validFrom: at('2026-12-01') }))
    const ids = ['2025-12-31', '2026-01-01', '2026-10-01', '2026-11-01', '2026-12-01'].map((day) => {
      const found = directory.agreement('de', 'az-sms', 'readmission-application', at(day))
      return typeof found === 'string' ? found : found.agreement.id
    })
    expect(ids).toEqual(['expired', 'a', 'a', 'expired', 'b'])
  })

  it('give the newest of several in force', () => {
    const directory = agreedAmong(agreement('old'), agreement('new', { validFrom: at('2026-10-01') }))
    expect(directory.agreement('de', 'az-sms', 'readmission-application', now)).toMatchObject({ agreement: { id: 'new' } })
  })
})

describe('what a party is competent for', () => {
  it('is asked only where a party of its state has a role, and then the others have none', () => {
    const agencies = [
      partyOf('az-sms', [], { roles: ['CENTRAL'] }),
      partyOf('az-mia', []),
      partyOf('de', []),
      partyOf('fr', [], { roles: ['CENTRAL', 'BORDER'] }),
    ]
    const directory = directoryWith(...agencies)
    expect(['az-sms', 'az-mia', 'de', 'fr'].map((id) => directory.rolesOf(id))).toEqual([['CENTRAL'], [], undefined, ['CENTRAL', 'BORDER']])
  })

  it('does not depend on a party that has left', () => {
    const directory = directoryWith(partyOf('az-sms', [], { roles: ['CENTRAL'], status: 'withdrawn' }), partyOf('az-mfa', []))
    expect(directory.rolesOf('az-mfa')).toBeUndefined()
  })
})
