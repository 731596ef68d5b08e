/** Signed envelopes made piece by piece, so that a test can change any piece before or after it is signed. Written with prefixes, as partners' stacks do. */
import { hash } from 'node:crypto'
import { canonicalXmlOf, detachXml, parseXml, xmlTreeOf } from '#core/codec/xml.ts'
import type { Element } from '#core/message.ts'
import type { SigningKey } from '#core/signature/key.ts'

type Edit = (xml: string) => string

export interface EnvelopeForgery {
  /** What the signer changes before signing. */
  readonly envelope?: Edit
  readonly signedInfo?: Edit
  /** wsu:Ids of what the signer signs. */
  readonly signs?: readonly string[]
  /** What somebody changes after signing. */
  readonly after?: Edit
}

export const EVERYTHING: readonly string[] = ['action', 'id', 'to', 'time', 'body']

const NAMESPACES = [
  'xmlns:soap="http://www.w3.org/2003/05/soap-envelope"',
  'xmlns:wsa="http://www.w3.org/2005/08/addressing"',
  'xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"',
  'xmlns:wsu="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd"',
].join(' ')
const DS = 'xmlns:ds="http://www.w3.org/2000/09/xmldsig#"'
const EXCLUSIVE = 'Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"'
const X509 = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3'
const BASE64 = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary'
const ID = '{http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd}Id'

/** Around `<m:Message>` with the text `Şıxəliyeva`. */
function envelopeWith(key: SigningKey): string {
  return `<soap:Envelope ${NAMESPACES}>
  <soap:Header>
    <wsa:Action wsu:Id="action">urn:korpu:action:message</wsa:Action>
    <wsa:MessageID wsu:Id="id">urn:uuid:0191f0a0-0000-7000-8000-000000000001</wsa:MessageID>
    <wsa:To wsu:Id="to">https://hub.example/v1/soap</wsa:To>
    <wsse:Security soap:mustUnderstand="true">
      <wsse:BinarySecurityToken wsu:Id="token" ValueType="${X509}" EncodingType="${BASE64}">${Buffer.from(key.certificate).toString('base64')}</wsse:BinarySecurityToken>
      <wsu:Timestamp wsu:Id="time"><wsu:Created>2026-11-21T10:00:00Z</wsu:Created><wsu:Expires>2026-11-21T10:05:00Z</wsu:Expires></wsu:Timestamp>
      {signature}
    </wsse:Security>
  </soap:Header>
  <soap:Body wsu:Id="body"><m:Message xmlns:m="urn:korpu:message:1" Id="m-1"><m:Name>Şıxəliyeva</m:Name></m:Message></soap:Body>
</soap:Envelope>`
}

const same: Edit = (xml) => xml

export async function forgedWss(key: SigningKey, forgery: EnvelopeForgery = {}): Promise<Uint8Array> {
  const { envelope: change = same, signedInfo = same, after = same, signs = EVERYTHING } = forgery
  const envelope = change(envelopeWith(key))
  const references = signs.map((id) => referenceTo(id, canonicalById(envelope.replace('{signature}', ''), id)))
  const info = signedInfo(
    `<ds:SignedInfo><ds:CanonicalizationMethod ${EXCLUSIVE}/><ds:SignatureMethod Algorithm="${key.algorithm.xml}"/>${references.join('')}</ds:SignedInfo>`,
  )
  using parsed = parseXml(Buffer.from(info.replace('<ds:SignedInfo', `<ds:SignedInfo ${DS}`)))
  const value = Buffer.from(await key.sign(canonicalXmlOf(parsed))).toString('base64')
  const pointer = `<wsse:SecurityTokenReference><wsse:Reference URI="#token" ValueType="${X509}"/></wsse:SecurityTokenReference>`
  const signature = `<ds:Signature ${DS}>${info}<ds:SignatureValue>${value}</ds:SignatureValue><ds:KeyInfo>${pointer}</ds:KeyInfo></ds:Signature>`
  return Buffer.from(after(envelope.replace('{signature}', () => signature)))
}

function referenceTo(id: string, bytes: Uint8Array): string {
  return `<ds:Reference URI="#${id}"><ds:Transforms><ds:Transform ${EXCLUSIVE}/></ds:Transforms><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue>${hash('sha256', bytes, 'base64')}</ds:DigestValue></ds:Reference>`
}

/** What a verifier that looks Ids up would hash: the first element of that name. */
function canonicalById(envelope: string, id: string): Uint8Array {
  using parsed = parseXml(Buffer.from(envelope))
  const path = pathTo(xmlTreeOf(parsed), id)
  if (!path) throw new Error(`nothing has the Id ${id}`)
  using part = detachXml(parsed, ...path)
  if (!part) throw new Error(`nothing stands at ${path.join('/')}`)
  return canonicalXmlOf(part)
}

function pathTo(element: Element, id: string): readonly number[] | undefined {
  if (element.attributes[ID] === id) return []
  for (const [index, child] of element.children.entries()) {
    const below = pathTo(child, id)
    if (below) return [index, ...below]
  }
  return undefined
}
