/**
 * Parties, certificates and agreements as a file that an operator writes: JSON, certificates named by files beside it.
 * What it leaves out has the usual value; what it does not know is refused.
 */
import { dirname, resolve } from 'node:path'
import { type Static, type TSchema, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import {
  type AgreementRecord,
  type AnchorRecord,
  type CertificateRecord,
  type DirectoryParts,
  type PartyRecord,
  REVOCATION_POLICIES,
} from '#core/directory.ts'
import { type MessageType, TRANSPORTS, type Transport } from '#core/message.ts'
import { PlainError } from '#core/plain-error.ts'
import { AUTHORITY_ROLES, type AuthorityRole } from '#schemas/agreements/competence.ts'
import { FIRST_VERSION, MESSAGE_TYPES, VERSIONS } from '#schemas/index.ts'
import { readCertificates, readText } from './pem.ts'

const DAY_S = 86_400
const closed = { additionalProperties: false }
const id = Type.String({ pattern: '^[a-z][a-z0-9-]{0,31}$' })
const seconds = (usual: number) => Type.Integer({ minimum: 1, default: usual })
const oneOf = <const T extends string>(...names: readonly T[]) => Type.Union(names.map((name) => Type.Literal(name)))
const time = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$' })
const open = <T extends TSchema>(schema: T) => Type.Optional(schema)

const Certificate = Type.Object(
  {
    use: oneOf('tls', 'signing'),
    /** PEM of the leaf, or of the anchor when `subject` is given. */
    file: Type.String(),
    subject: open(Type.String()),
    status: open(oneOf('active', 'pending', 'withdrawn', 'revoked')),
    validFrom: open(time),
    validUntil: open(time),
  },
  closed,
)

const Anchor = Type.Object(
  {
    /** PEM of the CA. */
    file: Type.String(),
    status: open(oneOf('active', 'pending', 'withdrawn')),
    validFrom: open(time),
    validUntil: open(time),
    /** Where it tells what it has revoked. Its answers are signed: plain HTTP will do. */
    ocsp: open(Type.Array(Type.String({ pattern: '^https?://' }), { uniqueItems: true })),
    crl: open(Type.Array(Type.String({ pattern: '^https?://' }), { uniqueItems: true })),
  },
  closed,
)

const retry = {
  firstS: Type.Number({ minimum: 0.05, default: 5 }),
  factor: Type.Number({ minimum: 1, default: 2 }),
  maxS: Type.Number({ minimum: 0.05, default: 900 }),
  jitter: Type.Number({ minimum: 0, maximum: 1, default: 0.2 }),
}

const Endpoint = Type.Object(
  {
    transport: oneOf(...TRANSPORTS),
    url: open(Type.String({ pattern: '^(https|sftp)://' })),
    /** Of the party's file server, as `ssh-keygen -l` writes them. */
    hostKeys: Type.Array(Type.String({ pattern: '^SHA256:[A-Za-z0-9+/]{43}$' }), { default: [], uniqueItems: true }),
    signature: oneOf('xades', 'jades', 'jws', 'wss'),
    timeoutS: seconds(30),
    receiptTimeoutS: seconds(300),
    parallel: Type.Integer({ minimum: 1, maximum: 256, default: 16 }),
    retry: Type.Object(retry, { ...closed, default: {} }),
    breaker: Type.Object(
      { failures: Type.Integer({ minimum: 1, default: 5 }), maxProbeS: Type.Number({ minimum: 0.05, default: 60 }) },
      { ...closed, default: {} },
    ),
  },
  closed,
)

/** Far above what any authority sends, far below what one hub takes. */
const Allowance = Type.Object(
  {
    perSecond: Type.Number({ exclusiveMinimum: 0, default: 200 }),
    burst: Type.Integer({ minimum: 1, default: 1000 }),
    atOnce: Type.Integer({ minimum: 1, default: 64 }),
  },
  { ...closed, default: {} },
)

const Home = Type.Object(
  {
    /** ISO 3166-1 alpha-3. */
    state: Type.String({ pattern: '^[A-Z]{3}$' }),
    /** IANA name, e.g. Asia/Baku. */
    timeZone: Type.String(),
  },
  closed,
)

const Party = Type.Object(
  {
    id,
    title: Type.String(),
    dialect: Type.String(),
    /** Newest version of the message standard that it takes; the first one when left out. */
    version: open(oneOf(...VERSIONS.map(({ number }) => number))),
    status: open(oneOf('active', 'held', 'withdrawn')),
    endpoint: Endpoint,
    allowance: Allowance,
    certificates: Type.Array(Certificate),
    /** Where there are some, every certificate must come from one of them. */
    anchors: open(Type.Array(Anchor)),
    /** The party's own user at the broker. */
    brokerUser: open(Type.String({ minLength: 1 })),
    serverAnchors: open(Type.Array(Type.String())),
    home: open(Home),
    roles: open(Type.Array(oneOf(...(Object.keys(AUTHORITY_ROLES) as readonly AuthorityRole[])), { uniqueItems: true })),
    /** A test system: the partner lab may be run against it in production too. */
    test: open(Type.Boolean()),
  },
  closed,
)

const Agreement = Type.Object(
  {
    from: id,
    to: id,
    agreement: Type.String(),
    /** All types when left out. */
    types: open(Type.Array(oneOf(...MESSAGE_TYPES))),
    validFrom: time,
    validUntil: open(time),
    notices: open(oneOf('none', 'failures', 'all')),
    signingWindowS: seconds(DAY_S),
    validityS: seconds(30 * DAY_S),
    /** Instead of that of the recipient's endpoint. */
    retry: open(Type.Object(retry, closed)),
    maxBacklog: open(Type.Integer({ minimum: 1 })),
    revocation: open(oneOf(...REVOCATION_POLICIES)),
  },
  closed,
)

const PartyFile = Type.Object({ parties: Type.Array(Party), agreements: Type.Array(Agreement) }, closed)
export type PartyFile = Static<typeof PartyFile>

/** What an author may leave out. */
export type PartyFileInput = {
  readonly parties: readonly (Omit<Static<typeof Party>, 'endpoint' | 'allowance'> & {
    endpoint: Pick<Static<typeof Endpoint>, 'transport' | 'signature'> & Partial<Static<typeof Endpoint>>
    allowance?: Partial<Static<typeof Allowance>>
  })[]
  readonly agreements: readonly (Omit<Static<typeof Agreement>, 'signingWindowS' | 'validityS'> &
    Partial<Pick<Static<typeof Agreement>, 'signingWindowS' | 'validityS'>>)[]
}

/**
 * Reads the file and every certificate it names; throws a `PlainError` that says where it is wrong. `dialects` are those that this hub can
 * speak, by name.
 */
export function readPartyFile(file: string, dialects: ReadonlyMap<string, unknown>): DirectoryParts {
  const parsed = parsedFile(file)
  refuseContradictions(file, parsed, [...dialects.keys()])
  const near = (name: string): string => resolve(dirname(file), name)
  return {
    parties: parsed.parties.map((party) => partyOf(party, near)),
    agreements: parsed.agreements.map(agreementOf),
  }
}

function parsedFile(file: string): PartyFile {
  let json: unknown
  try {
    json = JSON.parse(readText(file))
  } catch (cause) {
    if (cause instanceof PlainError) throw cause
    throw new PlainError(`${file} is not JSON.`, 'The operator guide shows a party file.', cause)
  }
  const filled = Value.Default(PartyFile, json)
  const fault = Value.Errors(PartyFile, filled).First()
  if (fault) throw new PlainError(`${file} is wrong at ${fault.path || '/'}: ${fault.message}.`, 'The operator guide shows a party file.')
  return filled as PartyFile
}

function refuseContradictions(file: string, { parties, agreements }: PartyFile, dialects: readonly string[]): void {
  const ids = parties.map((party) => party.id)
  const pairs = agreements.map((agreement) => agreementOf(agreement).id)
  const stranger = parties.find(({ dialect }) => !dialects.includes(dialect))
  if (stranger) {
    throw new PlainError(
      `${file}: party ${stranger.id} speaks ${stranger.dialect}, which is no dialect.`,
      `The dialects are ${dialects.join(', ')}.`,
    )
  }
  const unknown = agreements.flatMap(({ from, to }) => [from, to]).find((party) => !ids.includes(party))
  if (unknown) throw new PlainError(`${file}: an agreement names ${unknown}, which is no party of the file.`, 'Write the party down, too.')
  const dumb = agreements.find(({ from, revocation = 'none' }) => revocation !== 'none' && !tellsAnything(parties, from))
  if (dumb) {
    throw new PlainError(
      `${file}: the agreement from ${dumb.from} to ${dumb.to} asks for revocation, but no anchor of ${dumb.from} has an address to ask.`,
      'Give the party anchors with ocsp or crl, or leave revocation out.',
    )
  }
  const users = parties.flatMap(({ brokerUser }) => brokerUser ?? [])
  const twice = [ids, pairs, users].flatMap((all) => all.filter((one, at) => all.indexOf(one) !== at))[0]
  if (twice) throw new PlainError(`${file}: ${twice} stands there twice.`, 'Leave one of the two out.')
}

const tellsAnything = (parties: PartyFile['parties'], id: string): boolean =>
  parties.some((party) => party.id === id && (party.anchors ?? []).some(({ ocsp = [], crl = [] }) => ocsp.length + crl.length > 0))

/** Without a password: the hub shows its key. */
const FOLDER = /^sftp:\/\/[^/:@?#]+@[^/@?#]+(\/[^?#]*)?$/

/** What a transport cannot do without. */
const NEEDS: Readonly<Partial<Record<Transport, Need>>> = {
  push: {
    isThere: ({ endpoint }) => endpoint.url?.startsWith('https:') ?? false,
    lack: 'is pushed to, but has no url that begins with https:',
    remedy: 'Give endpoint.url, or use the mailbox.',
  },
  amqp: {
    isThere: ({ brokerUser }) => brokerUser !== undefined,
    lack: 'has a queue, but no user at the broker',
    remedy: 'Give brokerUser, or use the mailbox.',
  },
  sftp: {
    isThere: ({ endpoint }) => FOLDER.test(endpoint.url ?? '') && endpoint.hostKeys.length > 0,
    lack: 'is reached by SFTP, but its endpoint has no url sftp://account@server/folder, or no hostKeys',
    remedy: 'Give both; hostKeys are what `ssh-keyscan SERVER | ssh-keygen -lf -` shows, compared with what the party says. No password.',
  },
}

interface Need {
  isThere(party: Static<typeof Party>): boolean
  readonly lack: string
  readonly remedy: string
}

function partyOf(party: Static<typeof Party>, near: (name: string) => string): PartyRecord {
  const { endpoint } = party
  const need = NEEDS[endpoint.transport]
  if (need && !need.isThere(party)) throw new PlainError(`Party ${party.id} ${need.lack}.`, need.remedy)
  if (party.home && !Intl.supportedValuesOf('timeZone').includes(party.home.timeZone)) {
    throw new PlainError(
      `Party ${party.id} has a time zone that does not exist.`,
      'Give home.timeZone as in the IANA list, e.g. Europe/Berlin.',
    )
  }
  return {
    id: party.id,
    title: party.title,
    dialect: party.dialect,
    version: party.version ?? FIRST_VERSION,
    status: party.status ?? 'active',
    endpoint: { ...endpoint, url: endpoint.url },
    allowance: party.allowance,
    certificates: party.certificates.map((certificate) => certificateOf(certificate, near)),
    anchors: (party.anchors ?? []).map((anchor) => anchorOf(anchor, near)),
    brokerUser: party.brokerUser,
    serverAnchors: (party.serverAnchors ?? []).map((name) => readText(near(name))),
    home: party.home,
    roles: party.roles ?? [],
    test: party.test ?? false,
  }
}

function certificateOf(entry: Static<typeof Certificate>, near: (name: string) => string): CertificateRecord {
  const [certificate] = readCertificates(near(entry.file))
  return {
    use: entry.use,
    by: entry.subject === undefined ? 'leaf' : 'anchor',
    sha256: certificate.sha256,
    der: certificate.der,
    subject: entry.subject,
    status: entry.status ?? 'active',
    validFrom: entry.validFrom === undefined ? certificate.validFrom : new Date(entry.validFrom),
    validUntil: entry.validUntil === undefined ? certificate.validUntil : new Date(entry.validUntil),
  }
}

function anchorOf(entry: Static<typeof Anchor>, near: (name: string) => string): AnchorRecord {
  const [{ sha256, der, validFrom, validUntil }] = readCertificates(near(entry.file))
  return {
    sha256,
    der,
    status: entry.status ?? 'active',
    validFrom: entry.validFrom === undefined ? validFrom : new Date(entry.validFrom),
    validUntil: entry.validUntil === undefined ? validUntil : new Date(entry.validUntil),
    ocsp: entry.ocsp ?? [],
    crl: entry.crl ?? [],
  }
}

function agreementOf(agreement: Static<typeof Agreement>): AgreementRecord {
  return {
    id: `${agreement.from}>${agreement.to}:${agreement.agreement}:${agreement.validFrom.slice(0, 10)}`,
    from: agreement.from,
    to: agreement.to,
    ruleSet: agreement.agreement,
    types: agreement.types ?? (MESSAGE_TYPES as readonly MessageType[]),
    validFrom: new Date(agreement.validFrom),
    validUntil: agreement.validUntil === undefined ? undefined : new Date(agreement.validUntil),
    notices: agreement.notices ?? 'failures',
    signingWindowS: agreement.signingWindowS,
    validityS: agreement.validityS,
    retry: agreement.retry,
    maxBacklog: agreement.maxBacklog,
    revocation: agreement.revocation ?? 'none',
  }
}
