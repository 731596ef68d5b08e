/** XML signatures made piece by piece, so that a test can change any piece before or after it is signed. Formatted as partners' tools would. */
import { hash } from 'node:crypto'
import { canonicalXmlOf, parseXml } from '#core/codec/xml.ts'
import type { SigningKey } from '#core/signature/key.ts'

type Edit = (xml: string) => string

export interface Forgery {
  /** The document; its signature goes where `{signature}` stands. */
  readonly document: string
  /** What the signer changes before signing. */
  readonly properties?: Edit
  readonly signedInfo?: Edit
  /** What somebody changes after signing: the whole Signature. */
  readonly signature?: Edit
  /** Instead of `SigningKey.sign`. */
  readonly sign?: (bytes: Uint8Array) => Promise<Uint8Array>
  readonly keyInfo?: Edit
}

const DECLARATIONS = 'xmlns:dsig="http://www.w3.org/2000/09/xmldsig#" xmlns:xad="http://uri.etsi.org/01903/v1.3.2#"'
const SHA256 = '<dsig:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>'
const EXCLUSIVE = 'Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"'

export async function forgedXades(key: SigningKey, forgery: Forgery): Promise<Uint8Array> {
  const { document, properties = same, signedInfo = same, signature = same, keyInfo = same } = forgery
  const signedProperties = properties(propertiesOf(key))
  const info = signedInfo(signedInfoOf(key, digestOf(document.replace('{signature}', '')), digestOf(declared(signedProperties))))
  const sign = forgery.sign ?? ((bytes: Uint8Array) => key.sign(bytes))
  const value = Buffer.from(await sign(canonicalOf(declared(info)))).toString('base64')
  const whole = `<dsig:Signature ${DECLARATIONS} Id="sig-1">
    ${info}
    <dsig:SignatureValue>${value}</dsig:SignatureValue>
    ${keyInfo(keyInfoOf(key))}
    <dsig:Object><xad:QualifyingProperties Target="#sig-1">${signedProperties}</xad:QualifyingProperties></dsig:Object>
  </dsig:Signature>`
  return new TextEncoder().encode(document.replace('{signature}', () => signature(whole)))
}

function signedInfoOf(key: SigningKey, document: string, properties: string): string {
  return `<dsig:SignedInfo>
      <dsig:CanonicalizationMethod ${EXCLUSIVE}/>
      <dsig:SignatureMethod Algorithm="${key.algorithm.xml}"/>
      <dsig:Reference Id="ref-1" URI=""><dsig:Transforms><dsig:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/><dsig:Transform ${EXCLUSIVE}/></dsig:Transforms>${SHA256}<dsig:DigestValue>${document}</dsig:DigestValue></dsig:Reference>
      <dsig:Reference Type="http://uri.etsi.org/01903#SignedProperties" URI="#props-1"><dsig:Transforms><dsig:Transform ${EXCLUSIVE}/></dsig:Transforms>${SHA256}<dsig:DigestValue>${properties}</dsig:DigestValue></dsig:Reference>
    </dsig:SignedInfo>`
}

function propertiesOf(key: SigningKey): string {
  return `<xad:SignedProperties Id="props-1"><xad:SignedSignatureProperties><xad:SigningTime>2026-11-21T14:00:00+04:00</xad:SigningTime><xad:SigningCertificateV2><xad:Cert><xad:CertDigest>${SHA256}<dsig:DigestValue>${hash('sha256', key.certificate, 'base64')}</dsig:DigestValue></xad:CertDigest></xad:Cert></xad:SigningCertificateV2></xad:SignedSignatureProperties><xad:SignedDataObjectProperties><xad:DataObjectFormat ObjectReference="#ref-1"><xad:MimeType>text/xml</xad:MimeType></xad:DataObjectFormat></xad:SignedDataObjectProperties></xad:SignedProperties>`
}

function keyInfoOf(key: SigningKey): string {
  return `<dsig:KeyInfo><dsig:X509Data><dsig:X509Certificate>${Buffer.from(key.certificate).toString('base64')}</dsig:X509Certificate></dsig:X509Data></dsig:KeyInfo>`
}

// The part as it stands inside the Signature: with the prefixes declared there.
function declared(part: string): string {
  return part.replace(/^<([\w:]+)/, `<$1 ${DECLARATIONS}`)
}

function canonicalOf(xml: string): Uint8Array {
  using parsed = parseXml(new TextEncoder().encode(xml))
  return canonicalXmlOf(parsed)
}

function digestOf(xml: string): string {
  return hash('sha256', canonicalOf(xml), 'base64')
}

function same(xml: string): string {
  return xml
}
