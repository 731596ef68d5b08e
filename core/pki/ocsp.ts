/** Asking a responder about one certificate (RFC 6960), and what its answer is worth. */
import { hash } from 'node:crypto'
import {
  BasicOCSPResponse,
  CertID,
  id_kp_OCSPSigning,
  id_pkix_ocsp_basic,
  id_pkix_ocsp_nonce,
  OCSPRequest,
  OCSPResponse,
  OCSPResponseStatus,
  Request,
  type ResponderID,
  type SingleResponse,
  TBSRequest,
} from '@peculiar/asn1-ocsp'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import { AlgorithmIdentifier, Extension, Extensions, Certificate as X509 } from '@peculiar/asn1-x509'
import { type Certificate, certificateOf } from '#core/signature/certificate.ts'
import { demand, demandKnown, demandSignature, parsed, sameBytes } from './asn1.ts'
import { pathFault } from './path.ts'
import type { CertificateStatus } from './status.ts'

/** Of a CertID: names an issuer, proves nothing. Every responder takes SHA-1 (RFC 5019, section 2.1.1). */
const ID_HASHES: Readonly<Record<string, string>> = { '1.3.14.3.2.26': 'sha1', '2.16.840.1.101.3.4.2.1': 'sha256' }
const SHA1 = '1.3.14.3.2.26'

/** @param nonce of 16 bytes or more */
export function ocspRequestFor(certificate: Certificate, issuer: Certificate, nonce: Uint8Array): Uint8Array {
  const id = new CertID({
    hashAlgorithm: new AlgorithmIdentifier({ algorithm: SHA1, parameters: null }),
    ...idOf(issuer, 'sha1'),
    serialNumber: tbsOf(certificate).serialNumber,
  })
  const extnValue = new OctetString(AsnConvert.serialize(new OctetString(nonce)))
  const requestExtensions = new Extensions([new Extension({ extnID: id_pkix_ocsp_nonce, extnValue })])
  const tbsRequest = new TBSRequest({ requestList: [new Request({ reqCert: id })], requestExtensions })
  return new Uint8Array(AsnConvert.serialize(new OCSPRequest({ tbsRequest })))
}

/**
 * What the answer, DER, says about a certificate of this issuer. Throws `AnswerFault` unless the issuer has signed it, or somebody to whom the issuer
 * delegated just that (section 4.2.2.2); whether it is still current, the caller judges.
 * @param nonce of the question: another one is refused, none at all is not (responders that sign in advance, RFC 5019); absent for kept answers
 */
export function statusInOcsp(answer: Uint8Array, certificate: Certificate, issuer: Certificate, nonce?: Uint8Array): CertificateStatus {
  const { responseStatus, responseBytes } = parsed(answer, OCSPResponse, 'an OCSP answer')
  demand(responseStatus === OCSPResponseStatus.successful, 'is a refusal to answer')
  demand(responseBytes?.responseType === id_pkix_ocsp_basic, 'is not of the basic kind')
  const { tbsResponseData, tbsResponseDataRaw, signatureAlgorithm, signature, certs } = parsed(
    responseBytes.response.buffer,
    BasicOCSPResponse,
    'an OCSP answer',
  )
  const { responderID, producedAt, responses, responseExtensions } = tbsResponseData
  const signer = signerOf(
    responderID,
    producedAt,
    issuer,
    (certs ?? []).map((one) => certificateOf(new Uint8Array(AsnConvert.serialize(one)))),
  )
  demandSignature(signatureAlgorithm, signer, tbsResponseDataRaw, signature)
  demandKnown(responseExtensions, [id_pkix_ocsp_nonce])
  demandNonce(responseExtensions, nonce)
  const about = responses.filter((one) => isAbout(one, certificate, issuer))
  const [single] = about
  demand(single !== undefined && about.length === 1, 'is about another certificate')
  demandKnown(single.singleExtensions)
  const { thisUpdate, nextUpdate, certStatus } = single
  const state = certStatus.revoked ? 'revoked' : certStatus.good === undefined ? 'unknown' : 'good'
  return { state, thisUpdate, nextUpdate, revokedAt: certStatus.revoked?.revocationTime }
}

function signerOf(id: ResponderID, producedAt: Date, issuer: Certificate, sent: readonly Certificate[]): Certificate {
  const signer = [issuer, ...sent].find((one) => isNamed(id, one))
  demand(signer !== undefined, 'does not come with the certificate of who signed it')
  if (signer.sha256 === issuer.sha256) return signer
  const isDelegated =
    signer.x509.checkIssued(issuer.x509) && signer.x509.verify(issuer.publicKey) && (signer.x509.keyUsage ?? []).includes(id_kp_OCSPSigning)
  demand(isDelegated && pathFault([signer, issuer]) === undefined, 'is signed by somebody to whom the CA has not delegated it')
  demand(signer.validFrom <= producedAt && producedAt <= signer.validUntil, 'is signed with a certificate that was not valid')
  return signer
}

const isNamed = ({ byName, byKey }: ResponderID, one: Certificate): boolean => {
  const { subject } = tbsOf(one)
  if (byName) return sameBytes(AsnConvert.serialize(byName), AsnConvert.serialize(subject))
  return byKey !== undefined && sameBytes(byKey.buffer, idOf(one, 'sha1').issuerKeyHash.buffer)
}

function isAbout({ certID }: SingleResponse, certificate: Certificate, issuer: Certificate): boolean {
  const algorithm = ID_HASHES[certID.hashAlgorithm.algorithm]
  if (algorithm === undefined) return false
  const { issuerNameHash, issuerKeyHash } = idOf(issuer, algorithm)
  return (
    sameBytes(certID.issuerNameHash.buffer, issuerNameHash.buffer) &&
    sameBytes(certID.issuerKeyHash.buffer, issuerKeyHash.buffer) &&
    sameBytes(certID.serialNumber, tbsOf(certificate).serialNumber)
  )
}

function demandNonce(extensions: readonly Extension[] | undefined, asked: Uint8Array | undefined): void {
  const given = extensions?.find(({ extnID }) => extnID === id_pkix_ocsp_nonce)
  if (!given || !asked) return
  const value = parsed(given.extnValue.buffer, OctetString, 'an OCSP answer')
  demand(sameBytes(value.buffer, asked), 'is an answer to another question')
}

const tbsOf = ({ der }: Certificate) => parsed(der, X509, 'a certificate').tbsCertificate

function idOf(issuer: Certificate, algorithm: string): Pick<CertID, 'issuerNameHash' | 'issuerKeyHash'> {
  const { subject, subjectPublicKeyInfo } = tbsOf(issuer)
  const hashed = (bytes: ArrayBuffer) => new OctetString(hash(algorithm, new Uint8Array(bytes), 'buffer'))
  return { issuerNameHash: hashed(AsnConvert.serialize(subject)), issuerKeyHash: hashed(subjectPublicKeyInfo.subjectPublicKey) }
}
