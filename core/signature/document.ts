/** Signed documents: what leaves the hub signed, and what arrives signed, whichever the profile. */
import { parseJson } from '#core/codec/json.ts'
import type { DocumentKind, Element, Inbound, MediaType, SignatureProfile, SignedDocument, Verified } from '#core/message.ts'
import { NAMESPACE } from '#schemas/index.ts'
import { sha256Hex } from './digest.ts'
import { FAULT, problemInFault } from './fault.ts'
import { signCompact, signDetached, verifyCompact, verifyDetached } from './jws.ts'
import type { JwsExpectation } from './jws-header.ts'
import type { SigningKey } from './key.ts'
import type { SignerOf } from './signer.ts'
import { ACTIONS } from './wss-names.ts'
import { type Address, signWss } from './wss-sign.ts'
import { verifyWss } from './wss-verify.ts'
import { signXades } from './xades-sign.ts'
import { verifyXades } from './xades-verify.ts'

/** What a document must be to be taken for what it is taken for. */
interface DocumentExpectation extends JwsExpectation {
  /** Root of the XML; `undefined` = the standard's own, named after the kind. */
  readonly root: Name | undefined
  /** What may stand in the Security of a SOAP envelope beside the signature. */
  readonly token?: Name | undefined
}

type Name = Pick<Element, 'name' | 'namespace'>

type UnprovenDocument = Pick<Inbound, 'bytes' | 'mediaType' | 'signature'>
type Signing = (kind: DocumentKind, bytes: Uint8Array, key: SigningKey, at: Date, address?: Address) => Promise<SignedDocument>
type Verifying = (document: UnprovenDocument, expect: DocumentExpectation, signerOf: SignerOf) => Promise<Verified>

const SIGNING: Readonly<Record<SignatureProfile, Signing>> = {
  xades: async (_kind, bytes, key, at) => ({
    mediaType: 'application/xml',
    bytes: await signXades(bytes, key, at),
    signature: undefined,
  }),
  jades: async (kind, bytes, key, at) => ({
    mediaType: 'application/json',
    bytes,
    signature: await signDetached(kind, bytes, key, at),
  }),
  jws: async (kind, bytes, key, at) => ({
    mediaType: 'application/jose',
    bytes: await signCompact(kind, bytes, key, at),
    signature: undefined,
  }),
  wss: async (kind, bytes, key, at, address) => ({
    mediaType: 'application/soap+xml',
    bytes: await signWss(bytes, ACTIONS[kind], key, at, address),
    signature: undefined,
  }),
}

const VERIFYING: Readonly<Record<MediaType, Verifying>> = {
  'application/xml': async ({ bytes }, { kind, root }, signerOf) => {
    const expect = { root: root ?? { name: kind, namespace: NAMESPACE } }
    const found = verifyXades(bytes, expect, signerOf)
    return { tree: { syntax: 'xml', root: found.root }, signer: found.signer, digest: found.digest, signatureDigest: undefined }
  },
  'application/json': async ({ bytes, signature }, expect, signerOf) => {
    const signer = await verifyDetached(bytes, signature, expect, signerOf)
    const signatureDigest = sha256Hex(Buffer.from(signature ?? ''))
    return { tree: { syntax: 'json', root: parseJson(bytes) }, signer, digest: sha256Hex(bytes), signatureDigest }
  },
  'application/jose': async ({ bytes }, expect, signerOf) => {
    const { payload, signer } = await verifyCompact(bytes, expect, signerOf)
    return { tree: { syntax: 'json', root: parseJson(payload) }, signer, digest: sha256Hex(bytes), signatureDigest: undefined }
  },
  'application/soap+xml': async ({ bytes }, { kind, root, token }, signerOf) => {
    const content = kind === 'Problem' ? FAULT : (root ?? { name: kind, namespace: NAMESPACE })
    const found = verifyWss(bytes, { root: content, action: ACTIONS[kind], token }, signerOf)
    const tree = { syntax: 'xml', root: kind === 'Problem' ? problemInFault(found.root) : found.root } as const
    const { signer, digest, envelopeId } = found
    return { tree, signer, digest, signatureDigest: undefined, envelopeId, ...(found.token ? { token: found.token } : {}) }
  },
}

/** Signs finished bytes (for XML in exclusive canonical form) under the name of their kind: the root of the XML, `typ` in JSON, the Action of an envelope, which `address` addresses. */
export function signDocument(
  kind: DocumentKind,
  bytes: Uint8Array,
  profile: SignatureProfile,
  key: SigningKey,
  at: Date,
  address?: Address,
): Promise<SignedDocument> {
  return SIGNING[profile](kind, bytes, key, at, address)
}

/**
 * The document, read from the very bytes that were signed. Whether the certificate is valid now is not judged here.
 * Throws PAYLOAD_MALFORMED, SIGNATURE_MISSING, SIGNATURE_INVALID or CERTIFICATE_UNTRUSTED.
 */
export function verifyDocument(document: UnprovenDocument, expect: DocumentExpectation, signerOf: SignerOf): Promise<Verified> {
  return VERIFYING[document.mediaType](document, expect, signerOf)
}
