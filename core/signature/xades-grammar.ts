/** The grammar of the one signature that the hub takes: every element, its attributes and its exact children. Anything else is refused. */
import type { Element } from '#core/message.ts'
import { between, demandPart, one, optional, partIn } from './grammar.ts'
import { DS, XADES } from './xades-names.ts'

const MAX_CERTIFICATES = 10

const ds = partIn(DS)
const xades = partIn(XADES)
export const DIGEST = [one(ds('DigestMethod', ['Algorithm'], 'nothing')), one(ds('DigestValue', [], 'text'))]

const REFERENCE = ds(
  'Reference',
  ['URI', 'Id?', 'Type?'],
  [one(ds('Transforms', [], [between(1, 2, ds('Transform', ['Algorithm'], 'nothing'))])), ...DIGEST],
)

const SIGNED_INFO = ds(
  'SignedInfo',
  ['Id?'],
  [
    one(ds('CanonicalizationMethod', ['Algorithm'], 'nothing')),
    one(ds('SignatureMethod', ['Algorithm'], 'nothing')),
    between(2, 2, REFERENCE),
  ],
)

const KEY_INFO = ds('KeyInfo', ['Id?'], [one(ds('X509Data', [], [between(1, MAX_CERTIFICATES, ds('X509Certificate', [], 'text'))]))])

const CERT = xades('Cert', [], [one(xades('CertDigest', [], DIGEST)), optional(xades('IssuerSerialV2', [], 'text'))])

const SIGNED_PROPERTIES = xades(
  'SignedProperties',
  ['Id'],
  [
    one(
      xades(
        'SignedSignatureProperties',
        ['Id?'],
        [one(xades('SigningTime', [], 'text')), one(xades('SigningCertificateV2', [], [one(CERT)]))],
      ),
    ),
    optional(
      xades(
        'SignedDataObjectProperties',
        ['Id?'],
        [one(xades('DataObjectFormat', ['ObjectReference'], [one(xades('MimeType', [], 'text'))]))],
      ),
    ),
  ],
)

const SIGNATURE = ds(
  'Signature',
  ['Id'],
  [
    one(SIGNED_INFO),
    one(ds('SignatureValue', ['Id?'], 'text')),
    one(KEY_INFO),
    one(ds('Object', [], [one(xades('QualifyingProperties', ['Target', 'Id?'], [one(SIGNED_PROPERTIES)]))])),
  ],
)

/** Throws SIGNATURE_INVALID, naming the place in the grammar, unless the element is exactly a Signature of the profile. */
export function demandProfile(signature: Element): void {
  demandPart(signature, SIGNATURE)
}
