/** What a certificate says about itself beyond names, key and dates (RFC 5280, section 4.2). `node:crypto` tells only a part of it. */
import type { Certificate } from '#core/signature/certificate.ts'
import {
  BIT_STRING,
  BOOLEAN,
  elementsIn,
  explicit,
  INTEGER,
  inside,
  OBJECT_IDENTIFIER,
  OCTET_STRING,
  objectIdentifier,
  SEQUENCE,
  type Tlv,
} from './der.ts'

/** Section 4.2.1.6. */
export interface GeneralName {
  /** 2 is a DNS name, 4 a directory name, 7 an address. */
  readonly type: number
  /** Of a directory name its RDNs, one after the other. */
  readonly value: Buffer
}

export interface Extensions {
  readonly isCa: boolean
  /** Most CAs that may stand between this one and the leaf. */
  readonly pathLength: number | undefined
  /** Bits by number (digitalSignature is 0); `undefined` where the key may be used for anything. */
  readonly keyUsage: ReadonlySet<number> | undefined
  readonly alternativeNames: readonly GeneralName[]
  readonly permitted: readonly GeneralName[]
  readonly excluded: readonly GeneralName[]
  /** Object identifiers of all that are critical. */
  readonly critical: readonly string[]
  readonly subject: GeneralName
  /** Of the algorithm with which its issuer signed it. */
  readonly signedWith: string
}

export const KEY_USAGE = { digitalSignature: 0, nonRepudiation: 1, keyCertSign: 5, cRLSign: 6 } as const

export const OIDS = {
  keyUsage: '2.5.29.15',
  alternativeName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  nameConstraints: '2.5.29.30',
  certificatePolicies: '2.5.29.32',
  extendedKeyUsage: '2.5.29.37',
} as const

export const DIRECTORY_NAME = 4

const kept = new WeakMap<Certificate, Extensions>()

/** Throws for what is no certificate that can be read. */
export function extensionsOf(certificate: Certificate): Extensions {
  const known = kept.get(certificate)
  if (known) return known
  const read = readExtensions(certificate.der)
  kept.set(certificate, read)
  return read
}

function readExtensions(der: Uint8Array): Extensions {
  const [tbs, algorithm] = elementsIn(inside(der, SEQUENCE))
  const fields = elementsIn(tbs?.value ?? Buffer.alloc(0))
  // [0] version, serial number, algorithm, issuer, validity, subject, key; extensions are [3].
  const subject = fields[fields[0]?.tag === explicit(0) ? 5 : 4]
  const extensions = new Map(listedIn(fields.find(({ tag }) => tag === explicit(3))?.value).map((one) => [one.id, one]))
  const contentOf = (id: string): Buffer | undefined => extensions.get(id)?.value
  const { isCa, pathLength } = basicConstraintsIn(contentOf(OIDS.basicConstraints))
  const constraints = contentOf(OIDS.nameConstraints)
  const [oid] = elementsIn(algorithm?.value ?? Buffer.alloc(0))
  return {
    isCa,
    pathLength,
    keyUsage: bitsIn(contentOf(OIDS.keyUsage)),
    alternativeNames: namesIn(contentOf(OIDS.alternativeName)),
    permitted: subtreesIn(constraints, 0),
    excluded: subtreesIn(constraints, 1),
    critical: [...extensions.values()].filter(({ critical }) => critical).map(({ id }) => id),
    subject: { type: DIRECTORY_NAME, value: subject?.value ?? Buffer.alloc(0) },
    signedWith: objectIdentifier(oid?.value ?? Buffer.alloc(0)),
  }
}

interface Listed {
  readonly id: string
  readonly critical: boolean
  readonly value: Buffer
}

function listedIn(bytes: Buffer | undefined): readonly Listed[] {
  if (!bytes) return []
  return elementsIn(inside(bytes, SEQUENCE)).map(({ value }) => {
    const parts = elementsIn(value)
    const [id, second] = parts
    const last = parts.at(-1)
    if (id?.tag !== OBJECT_IDENTIFIER || last?.tag !== OCTET_STRING) throw new Error('not the DER that stands here')
    return { id: objectIdentifier(id.value), critical: second?.tag === BOOLEAN && second.value[0] === 0xff, value: last.value }
  })
}

function basicConstraintsIn(bytes: Buffer | undefined): Pick<Extensions, 'isCa' | 'pathLength'> {
  if (!bytes) return { isCa: false, pathLength: undefined }
  const parts = elementsIn(inside(bytes, SEQUENCE))
  const length = parts.find(({ tag }) => tag === INTEGER)?.value
  return {
    isCa: parts.some(({ tag, value }) => tag === BOOLEAN && value[0] === 0xff),
    pathLength: length && length.length <= 4 ? length.readUIntBE(0, length.length) : undefined,
  }
}

function bitsIn(bytes: Buffer | undefined): ReadonlySet<number> | undefined {
  if (!bytes) return undefined
  const [, ...octets] = inside(bytes, BIT_STRING)
  return new Set(octets.flatMap((octet, at) => [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => octet & (0x80 >> bit)).map((bit) => 8 * at + bit)))
}

function generalName({ tag, value }: Tlv): GeneralName {
  const type = tag & 0x1f
  return { type, value: type === DIRECTORY_NAME ? inside(value, SEQUENCE) : value }
}

const namesIn = (bytes: Buffer | undefined): readonly GeneralName[] => (bytes ? elementsIn(inside(bytes, SEQUENCE)).map(generalName) : [])

function subtreesIn(bytes: Buffer | undefined, number: 0 | 1): readonly GeneralName[] {
  if (!bytes) return []
  const trees = elementsIn(inside(bytes, SEQUENCE)).find(({ tag }) => tag === explicit(number))
  return elementsIn(trees?.value ?? Buffer.alloc(0)).flatMap(({ value }) => elementsIn(value).slice(0, 1).map(generalName))
}
