/** Timestamps of an authority (RFC 3161), with the identifier of its certificate as RFC 5816 and ETSI EN 319 422 want it. */
import { hash } from 'node:crypto'
import { ContentInfo, SignedData, type SignerInfo } from '@peculiar/asn1-cms'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import { MessageImprint, PKIStatus, TimeStampReq, TimeStampReqVersion, TimeStampResp, TSTInfo } from '@peculiar/asn1-tsp'
import { AlgorithmIdentifier, Certificate as X509 } from '@peculiar/asn1-x509'
import { type Certificate, certificateOf } from '#core/signature/certificate.ts'
import { chainOf, isValidAt } from '#core/trust.ts'
import { DIGESTS, demand, demandKnown, demandSignature, parsed, sameBytes } from './asn1.ts'
import { elementOf, elementsIn, explicit, inside, OCTET_STRING, objectIdentifier, SEQUENCE, SET } from './der.ts'
import { extensionsOf, OIDS } from './extensions.ts'

const SHA256 = '2.16.840.1.101.3.4.2.1'
const SIGNED_DATA = '1.2.840.113549.1.7.2'
const TST_INFO = '1.2.840.113549.1.9.16.1.4'
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'

export interface Timestamp {
  /** When the authority had it. */
  readonly at: Date
  readonly authority: Certificate
}

/** @param imprint SHA-256 of what is to be stamped @param nonce of up to 20 bytes, the first below 0x80 and not 0: it is an integer */
export function timestampRequestFor(imprint: Uint8Array, nonce: Uint8Array): Uint8Array {
  const messageImprint = new MessageImprint({
    hashAlgorithm: new AlgorithmIdentifier({ algorithm: SHA256, parameters: null }),
    hashedMessage: new OctetString(imprint),
  })
  const request = new TimeStampReq({ version: TimeStampReqVersion.v1, messageImprint, nonce: Uint8Array.from(nonce).buffer, certReq: true })
  return new Uint8Array(AsnConvert.serialize(request))
}

/** The token in an answer, DER. Throws `AnswerFault` unless the authority has stamped just this, in answer to this question. */
export function tokenIn(
  answer: Uint8Array,
  imprint: Uint8Array,
  nonce: Uint8Array,
  anchors: readonly Certificate[],
): Timestamp & { readonly token: Uint8Array } {
  const { status, timeStampToken } = parsed(answer, TimeStampResp, 'an answer to a request for a timestamp')
  demand(status.status === PKIStatus.granted || status.status === PKIStatus.grantedWithMods, 'is a refusal to stamp')
  demand(timeStampToken !== undefined, 'has no token')
  const token = new Uint8Array(AsnConvert.serialize(timeStampToken))
  return { ...readTimestamp(token, imprint, anchors, nonce), token }
}

/**
 * What a token says about the imprint (SHA-256). Throws `AnswerFault` unless one of the anchors has issued the authority's certificate, for this purpose
 * alone, and it was valid when it stamped.
 */
export function readTimestamp(token: Uint8Array, imprint: Uint8Array, anchors: readonly Certificate[], nonce?: Uint8Array): Timestamp {
  const { contentType, content } = parsed(token, ContentInfo, 'a timestamp')
  demand(contentType === SIGNED_DATA, 'is not a timestamp')
  const signed = parsed(content, SignedData, 'a timestamp')
  const { eContent, eContentType } = signed.encapContentInfo
  const bytes = eContent?.single?.buffer
  demand(eContentType === TST_INFO && bytes !== undefined, 'is not a timestamp')
  const info = parsed(bytes, TSTInfo, 'a timestamp')
  const { hashAlgorithm, hashedMessage } = info.messageImprint
  demand(hashAlgorithm.algorithm === SHA256 && sameBytes(hashedMessage.buffer, imprint), 'is about something else')
  demand(nonce === undefined || (info.nonce !== undefined && sameBytes(info.nonce, nonce)), 'is an answer to another question')
  demandKnown(info.extensions)
  const [signer, ...others] = signed.signerInfos
  demand(signer !== undefined && others.length === 0, 'is not signed by one authority')
  const sent = (signed.certificates ?? []).flatMap(({ certificate }) =>
    certificate ? [certificateOf(new Uint8Array(AsnConvert.serialize(certificate)))] : [],
  )
  const authority = sent.find((one) => isNamed(signer, one))
  demand(authority !== undefined, 'does not come with the certificate of who signed it')
  demandSigned(signer, attributesIn(token), authority, new Uint8Array(bytes))
  demandAuthority(authority, sent, anchors, info.genTime)
  return { at: info.genTime, authority }
}

function isNamed({ sid }: SignerInfo, one: Certificate): boolean {
  const { issuer, serialNumber } = parsed(one.der, X509, 'a certificate').tbsCertificate
  const named = sid.issuerAndSerialNumber
  return (
    named !== undefined &&
    sameBytes(named.serialNumber, serialNumber) &&
    sameBytes(AsnConvert.serialize(named.issuer), AsnConvert.serialize(issuer))
  )
}

/** RFC 5652, section 5.4: what is signed are the attributes, and they name content and certificate. */
function demandSigned(
  { signedAttrs = [], digestAlgorithm, signatureAlgorithm, signature }: SignerInfo,
  attributes: Uint8Array,
  authority: Certificate,
  content: Uint8Array,
): void {
  const attributeOf = (type: string): Buffer => {
    const [attribute, ...others] = signedAttrs.filter(({ attrType }) => attrType === type)
    const [value, ...more] = attribute?.attrValues ?? []
    demand(value !== undefined && others.length + more.length === 0, 'lacks an attribute, or has one twice')
    return Buffer.from(value)
  }
  const digest = DIGESTS[digestAlgorithm.algorithm]
  demand(digest !== undefined, 'is signed with an algorithm that is not taken')
  demand(objectIdentifier(elementsIn(attributeOf(CONTENT_TYPE))[0]?.value ?? Buffer.alloc(0)) === TST_INFO, 'is signed as something else')
  demand(sameBytes(inside(attributeOf(MESSAGE_DIGEST), OCTET_STRING), hash(digest, content, 'buffer')), 'was changed')
  demand(isCertificateNamed(attributeOf(SIGNING_CERTIFICATE_V2), authority), 'names another certificate than the one it was signed with')
  demandSignature(signatureAlgorithm, authority, Uint8Array.from(attributes).buffer, signature.buffer, digestAlgorithm.algorithm)
}

/** The signed attributes of the one signer, byte for byte: they stand there as [0], and are signed as the SET that they are. */
function attributesIn(token: Uint8Array): Uint8Array {
  const [, content] = elementsIn(inside(token, SEQUENCE))
  const signers = elementsIn(inside(content?.value ?? Buffer.alloc(0), SEQUENCE)).at(-1)
  const fields = elementsIn(inside(signers?.value ?? Buffer.alloc(0), SEQUENCE))
  return elementOf(SET, fields.find(({ tag }) => tag === explicit(0))?.value ?? Buffer.alloc(0))
}

/** ESSCertIDv2 (RFC 5035): its hash is SHA-256 where none is named. */
function isCertificateNamed(attribute: Buffer, authority: Certificate): boolean {
  const [certificates] = elementsIn(inside(attribute, SEQUENCE))
  const [first] = elementsIn(certificates?.value ?? Buffer.alloc(0))
  const [one, two] = elementsIn(first?.value ?? Buffer.alloc(0))
  if (one?.tag === OCTET_STRING) return sameBytes(one.value, hash('sha256', authority.der, 'buffer'))
  const algorithm = DIGESTS[objectIdentifier(elementsIn(one?.value ?? Buffer.alloc(0))[0]?.value ?? Buffer.alloc(0))]
  return algorithm !== undefined && two?.tag === OCTET_STRING && sameBytes(two.value, hash(algorithm, authority.der, 'buffer'))
}

/** RFC 3161, section 2.3: for timestamps alone, and critically so. */
function demandAuthority(authority: Certificate, sent: readonly Certificate[], anchors: readonly Certificate[], at: Date): void {
  const purposes = authority.x509.keyUsage ?? []
  const isMadeForIt =
    purposes.length === 1 && purposes[0] === TIME_STAMPING && extensionsOf(authority).critical.includes(OIDS.extendedKeyUsage)
  demand(isMadeForIt, 'is signed with a certificate that is not made for timestamps')
  const between = sent.filter((one) => one.sha256 !== authority.sha256)
  const chain = anchors.map((anchor) => chainOf(authority, between, anchor)).find((one) => one !== undefined)
  demand(chain !== undefined, 'comes from an authority that is not trusted')
  demand(
    chain.every((link) => isValidAt(link, at)),
    'is signed with a certificate that was not valid then',
  )
}
