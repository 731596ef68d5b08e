/** Detached JAdES baseline B-B (TS 119 182-1) over the exact bytes of a body (RFC 7797), as the hub takes and gives it. */
import { constants, createHash, createPrivateKey, sign, verify, X509Certificate } from 'node:crypto'
import { UnprovenAnswer } from './faults.js'

const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
const RAW = { dsaEncoding: 'ieee-p1363' }

/** The algorithm follows from the key, never from what a document says of itself. */
const ALGORITHMS = [
  { names: ['ES256'], hash: 'sha256', more: RAW, fits: ({ asymmetricKeyDetails: { namedCurve } }) => namedCurve === 'prime256v1' },
  { names: ['ES384'], hash: 'sha384', more: RAW, fits: ({ asymmetricKeyDetails: { namedCurve } }) => namedCurve === 'secp384r1' },
  { names: ['PS256'], hash: 'sha256', more: PSS, fits: ({ asymmetricKeyType }) => asymmetricKeyType === 'rsa' },
  { names: ['PS384'], hash: 'sha384', more: PSS, fits: ({ asymmetricKeyType }) => asymmetricKeyType === 'rsa' },
  { names: ['EdDSA', 'Ed25519'], hash: null, more: {}, fits: ({ asymmetricKeyType }) => asymmetricKeyType === 'ed25519' },
]

export const sha256 = (bytes, encoding = 'hex') => createHash('sha256').update(bytes).digest(encoding)

/** Signs bytes under the name of their kind (`korpu-message`, `korpu-receipt`). Both as PEM. */
export function signer({ cert, key }) {
  const privateKey = createPrivateKey(key)
  const { raw, ...certificate } = certificateOf(cert)
  if (!certificate.x509.checkPrivateKey(privateKey)) throw new TypeError('the signing key does not belong to the signing certificate')
  const algorithm = ALGORITHMS.find(({ fits }) => fits(privateKey))
  if (!algorithm) throw new TypeError('the signing key is of a kind that the hub does not take')
  return (kind, bytes) => {
    const header = {
      alg: algorithm.names[0],
      typ: kind,
      iat: Math.floor(Date.now() / 1000),
      'x5t#S256': sha256(raw, 'base64url'),
      x5c: [raw.toString('base64')],
      b64: false,
      crit: ['b64'],
    }
    const start = Buffer.from(JSON.stringify(header)).toString('base64url')
    const value = sign(algorithm.hash, Buffer.concat([Buffer.from(`${start}.`), bytes]), { key: privateKey, ...algorithm.more })
    return `${start}..${value.toString('base64url')}`
  }
}

/** Throws UnprovenAnswer unless one of these certificates (PEM) has signed exactly these bytes as this kind of document. */
export function verifier(pems) {
  const certificates = [pems].flat().map(certificateOf)
  return (kind, bytes, signature) => {
    const [start = '', between, value = '', ...more] = String(signature ?? '').split('.')
    const header = headerIn(start)
    const certificate = certificates.find(({ raw }) => sha256(raw, 'base64url') === header['x5t#S256'])
    if (!certificate) throw new UnprovenAnswer('it is not signed with a certificate of the hub')
    const now = Date.now()
    if (now < Date.parse(certificate.x509.validFrom) || now > Date.parse(certificate.x509.validTo))
      throw new UnprovenAnswer('the certificate of the hub is not valid now')
    const isKind = header.typ === kind && header.b64 === false && String(header.crit) === 'b64'
    const { publicKey } = certificate.x509
    const algorithm = ALGORITHMS.find(({ names, fits }) => names.includes(header.alg) && fits(publicKey))
    if (!isKind || !algorithm || between !== '' || more.length > 0) throw new UnprovenAnswer(`it is not signed as a ${kind}`)
    const data = Buffer.concat([Buffer.from(`${start}.`), bytes])
    if (!verify(algorithm.hash, data, { key: publicKey, ...algorithm.more }, Buffer.from(value, 'base64url')))
      throw new UnprovenAnswer('its signature does not hold over these bytes')
  }
}

function certificateOf(pem) {
  const x509 = new X509Certificate(pem)
  return { x509, raw: x509.raw }
}

function headerIn(start) {
  try {
    return JSON.parse(Buffer.from(start, 'base64url'))
  } catch {
    return {}
  }
}
