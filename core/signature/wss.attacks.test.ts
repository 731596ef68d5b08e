/** Every way known to us of making a signed envelope mean something else; each is refused with its code, for the reason it was made for. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type ErrorCode, HubError } from '#core/errors.ts'
import { type EnvelopeForgery, EVERYTHING, forgedWss } from '#test/forged-wss.ts'
import { type ThrowAwayKey, throwAwayKey } from '#test/throw-away-key.ts'
import type { SignerOf } from './signer.ts'
import { signWss } from './wss-sign.ts'
import { verifyWss } from './wss-verify.ts'

const AT = new Date('2026-11-21T10:00:00Z')
const ACTION = 'urn:korpu:action:message'
const EXPECT = { root: { name: 'Message', namespace: 'urn:korpu:message:1' }, action: ACTION, token: undefined } as const
const PORTAL = { name: 'token', namespace: 'urn:portal' } as const
const BODY = /<soap:Body.*<\/soap:Body>/s
const SIGNATURE = /<ds:Signature .*<\/ds:Signature>/s
const SHA1 = 'http://www.w3.org/2000/09/xmldsig#sha1'
const C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#'

let key: ThrowAwayKey
let rsa: ThrowAwayKey
let stranger: ThrowAwayKey
beforeAll(async () => {
  key = await throwAwayKey('P-256')
  rsa = await throwAwayKey('RSA-3072')
  stranger = await throwAwayKey('P-256', 'CN=Naməlum')
})

const signerOf: SignerOf = (sha256) => {
  const known = [key, rsa].find(({ certificate }) => certificate.sha256 === sha256)
  return known && { party: 'be', certificate: known.certificate }
}
const verify = (bytes: Uint8Array, token?: typeof PORTAL) => verifyWss(bytes, { ...EXPECT, token }, signerOf)
const forged = (forgery: EnvelopeForgery = {}) => forgedWss(key.signingKey('ES256'), forgery)

/** Replaces, and fails when there was nothing to replace: an attack that changes nothing proves nothing. */
const swap = (what: string | RegExp, by: string | ((found: string) => string)) => (xml: string) => {
  const changed = xml.replace(what, typeof by === 'string' ? () => by : by)
  if (changed === xml) throw new Error('the attack changed nothing')
  return changed
}
const evil = (xml: string) => xml.replace('Şıxəliyeva', 'Ağayeva')
const found = (pattern: RegExp, xml: string) => pattern.exec(xml)?.[0] ?? ''

it('takes an envelope in which everything believed is signed, also with the certificate signed', async () => {
  for (const signs of [EVERYTHING, [...EVERYTHING, 'token']]) {
    const verified = verify(await forged({ signs }))
    expect(verified.root.children[0]?.text).toBe('Şıxəliyeva')
    expect(verified).toMatchObject({
      envelopeId: 'urn:uuid:0191f0a0-0000-7000-8000-000000000001',
      signer: { party: 'be', signedAt: AT, signedUntil: new Date('2026-11-21T10:05:00Z') },
    })
  }
})

it('takes what the hub itself writes, with each algorithm', async () => {
  const content = new TextEncoder().encode('<Message xmlns="urn:korpu:message:1">Şəki</Message>')
  for (const signing of [key.signingKey('ES256'), rsa.signingKey('PS256'), rsa.signingKey('PS384')]) {
    const bytes = await signWss(content, ACTION, signing, AT, { to: 'https://be.example/soap', relatesTo: 'urn:uuid:1' })
    expect(verify(bytes).root.text).toBe('Şəki')
  }
})

interface Attack {
  readonly what: string
  readonly rule: string
  readonly forgery: EnvelopeForgery
  readonly code?: ErrorCode
}

const WITH_TOKEN = swap('{signature}', '<p:token xmlns:p="urn:portal" wsu:Id="portal">SB</p:token>{signature}')

const ATTACKS: readonly Attack[] = [
  { what: 'a changed name', rule: 'Body is not what was signed', forgery: { after: evil } },
  { what: 'a changed To', rule: 'To is not what was signed', forgery: { after: swap('hub.example', 'bub.example') } },
  { what: 'a longer life', rule: 'Timestamp is not what was signed', forgery: { after: swap('10:05:00', '23:05:00') } },
  {
    what: 'a changed SignedInfo',
    rule: 'SignatureValue does not hold',
    forgery: { after: swap('<ds:SignedInfo>', '<ds:SignedInfo Id="x">') },
  },
  ...EVERYTHING.map((id) => ({
    what: `an unsigned ${id}`,
    rule: 'is not signed',
    forgery: { signs: [...EVERYTHING.filter((other) => other !== id), 'token'] },
  })),
  {
    what: 'the signed body moved into the header, another in its place',
    rule: 'outside the profile',
    forgery: {
      after: (xml) =>
        swap(
          '</soap:Header>',
          `<w>${found(BODY, xml)}</w></soap:Header>`,
        )(xml).replace(/(<\/soap:Header>\s*)<soap:Body.*$/s, `$1${evil(found(BODY, xml)).replace('"body"', '"other"')}</soap:Envelope>`),
    },
  },
  {
    what: 'the signed body inside the body',
    rule: 'twice',
    forgery: {
      after: (xml) =>
        swap(BODY, (body) => evil(body).replace('</soap:Body>', '').replace('</m:Message>', `${body}</m:Message></soap:Body>`))(xml),
    },
  },
  {
    what: 'the signed body inside a body of another Id',
    rule: 'outside the profile',
    forgery: {
      after: (xml) =>
        swap(BODY, (body) =>
          evil(body)
            .replace('wsu:Id="body"', 'wsu:Id="other"')
            .replace('Id="m-1"', 'Id="m-2"')
            .replace('</m:Message>', `${body}</m:Message>`),
        )(xml),
    },
  },
  {
    what: 'two bodies',
    rule: 'Header, then Body',
    forgery: { after: swap(BODY, (body) => `${evil(body).replace('"body"', '"other"')}${body}`) },
  },
  {
    what: 'a body before the header',
    rule: 'Header is missing',
    forgery: { after: (xml) => xml.replace(BODY, '').replace('<soap:Header>', `${found(BODY, xml)}<soap:Header>`) },
  },
  {
    what: 'two children in the body',
    rule: 'one child',
    forgery: { envelope: swap('</soap:Body>', '<m:Message xmlns:m="urn:korpu:message:1"/></soap:Body>') },
  },
  {
    what: 'another element in the body',
    rule: 'Body must hold Message',
    forgery: { envelope: (xml) => xml.replaceAll('m:Message', 'm:Receipt') },
  },
  { what: 'the same Id twice', rule: 'twice', forgery: { envelope: swap('<m:Name>', '<m:Name wsu:Id="to">') } },
  { what: 'an xml:id that is a wsu:Id', rule: 'twice', forgery: { envelope: swap('<m:Name>', '<m:Name xml:id="body">') } },
  {
    what: 'the signature moved into the body',
    rule: 'Security/Signature is missing',
    forgery: { after: (xml) => xml.replace(SIGNATURE, '').replace('</m:Message>', `${found(SIGNATURE, xml)}</m:Message>`) },
  },
  {
    what: 'the signature moved before Security',
    rule: 'Security/Signature is missing',
    forgery: { after: (xml) => xml.replace(SIGNATURE, '').replace('<wsse:Security', `${found(SIGNATURE, xml)}<wsse:Security`) },
  },
  { what: 'two signatures', rule: 'more than one Signature', forgery: { after: swap(SIGNATURE, (one) => one + one) } },
  { what: 'no signature', rule: '', code: 'SIGNATURE_MISSING', forgery: { after: swap(SIGNATURE, '') } },
  {
    what: 'Security for another role',
    rule: 'another actor or role',
    forgery: { envelope: swap('<wsse:Security ', '<wsse:Security soap:role="urn:other" ') },
  },
  {
    what: 'Security for an actor of SOAP 1.1',
    rule: 'another actor or role',
    forgery: { envelope: swap('<wsse:Security ', '<wsse:Security actor="urn:other" ') },
  },
  {
    what: 'a second Security',
    rule: 'one Security',
    forgery: { after: swap('<wsse:Security ', '<wsse:Security soap:role="urn:other"/><wsse:Security ') },
  },
  {
    what: 'an Action for another role',
    rule: 'attribute outside the profile',
    forgery: { envelope: swap('<wsa:Action ', '<wsa:Action soap:role="urn:x" ') },
  },
  { what: 'an Action for something else', rule: 'Action must be', forgery: { envelope: swap('action:message', 'action:receipt') } },
  {
    what: 'two Tos',
    rule: 'one twice',
    forgery: { envelope: swap('<wsa:To', '<wsa:To wsu:Id="to2">https://other.example</wsa:To><wsa:To'), signs: [...EVERYTHING, 'to2'] },
  },
  {
    what: 'an unsigned RelatesTo',
    rule: 'RelatesTo is not signed',
    forgery: { after: swap('<wsa:To', '<wsa:RelatesTo wsu:Id="rel">urn:uuid:2</wsa:RelatesTo><wsa:To') },
  },
  {
    what: 'an answer to somewhere else',
    rule: 'ReplyTo must be anonymous',
    forgery: {
      envelope: swap('<wsa:To', '<wsa:ReplyTo wsu:Id="reply"><wsa:Address>https://evil.example</wsa:Address></wsa:ReplyTo><wsa:To'),
      signs: [...EVERYTHING, 'reply'],
    },
  },
  {
    what: 'a block that nobody knows',
    rule: 'block outside the profile',
    forgery: { envelope: swap('<wsa:To', '<x:Route xmlns:x="urn:x" wsu:Id="x"/><wsa:To'), signs: [...EVERYTHING, 'x'] },
  },
  {
    what: 'a portal token nobody expects',
    rule: 'Security holds something',
    forgery: { envelope: WITH_TOKEN, signs: [...EVERYTHING, 'portal'] },
  },
  {
    what: 'no certificate',
    rule: 'BinarySecurityToken is missing',
    forgery: { after: swap(/<wsse:BinarySecurityToken.*<\/wsse:BinarySecurityToken>/s, '') },
  },
  {
    what: 'a second certificate',
    rule: 'Security holds something',
    forgery: {
      after: swap(/<wsse:BinarySecurityToken.*<\/wsse:BinarySecurityToken>/s, (one) => `${one}${one.replace('"token"', '"token2"')}`),
    },
  },
  {
    what: 'a key named in the message',
    rule: 'KeyInfo',
    forgery: { after: swap(/<ds:KeyInfo>.*<\/ds:KeyInfo>/s, '<ds:KeyInfo><ds:KeyName>be</ds:KeyName></ds:KeyInfo>') },
  },
  { what: 'a pointer to another token', rule: 'SecurityTokenReference is not to', forgery: { after: swap('URI="#token"', 'URI="#body"') } },
  { what: 'a chain for a token', rule: 'one X.509 v3', forgery: { after: (xml) => xml.replaceAll('#X509v3', '#X509PKIPathv1') } },
  { what: 'no timestamp', rule: 'Timestamp is missing', forgery: { after: swap(/<wsu:Timestamp.*<\/wsu:Timestamp>/s, '') } },
  {
    what: 'a timestamp on 30 February',
    rule: 'Created is not a time',
    forgery: { envelope: swap('2026-11-21T10:00', '2026-02-30T10:00') },
  },
  {
    what: 'an STR transform',
    rule: 'exclusive C14N alone',
    forgery: {
      signedInfo: swap(
        `<ds:Transform Algorithm="${C14N}"/>`,
        '<ds:Transform Algorithm="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#STR-Transform"/>',
      ),
    },
  },
  {
    what: 'an XPath transform',
    rule: 'Transform',
    forgery: {
      signedInfo: swap(
        `<ds:Transform Algorithm="${C14N}"/>`,
        '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><ds:XPath>true()</ds:XPath></ds:Transform>',
      ),
    },
  },
  {
    what: 'inclusive C14N of SignedInfo',
    rule: 'SignedInfo is not in exclusive',
    forgery: { signedInfo: swap(C14N, 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315') },
  },
  { what: 'SHA-1', rule: 'neither SHA-256 nor SHA-384', forgery: { signedInfo: swap('http://www.w3.org/2001/04/xmlenc#sha256', SHA1) } },
  {
    what: 'RSA with PKCS#1 v1.5 padding',
    rule: 'does not fit the registered key',
    forgery: { signedInfo: swap(/http:[^"]*ecdsa-sha256/, 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256') },
  },
  {
    what: 'a MAC keyed by what everybody knows',
    rule: 'does not fit the registered key',
    forgery: { signedInfo: swap(/http:[^"]*ecdsa-sha256/, 'http://www.w3.org/2001/04/xmldsig-more#hmac-sha256') },
  },
  {
    what: 'a reference from outside',
    rule: 'outside the profile',
    forgery: { signedInfo: swap('URI="#to"', 'URI="https://evil.example/to"') },
  },
  { what: 'a reference to the whole', rule: 'outside the profile', forgery: { signedInfo: swap('URI="#to"', 'URI=""') } },
  { what: 'an XPointer', rule: 'outside the profile', forgery: { signedInfo: swap('URI="#to"', `URI="#xpointer(id('to'))"`) } },
  {
    what: 'a reference to an inner element',
    rule: 'outside the profile',
    forgery: { envelope: swap('<m:Name>', '<m:Name wsu:Id="name">'), signs: [...EVERYTHING, 'name'] },
  },
  { what: 'the body referenced twice', rule: 'outside the profile', forgery: { signs: [...EVERYTHING, 'body'] } },
  {
    what: 'SOAP 1.1',
    rule: 'Envelope',
    forgery: { envelope: swap('http://www.w3.org/2003/05/soap-envelope', 'http://schemas.xmlsoap.org/soap/envelope/') },
  },
  {
    what: 'an encodingStyle on the envelope',
    rule: 'have no attributes',
    forgery: { envelope: swap('<soap:Envelope ', '<soap:Envelope soap:encodingStyle="urn:x" ') },
  },
  { what: 'a DTD', rule: '', code: 'PAYLOAD_MALFORMED', forgery: { after: (xml) => `<!DOCTYPE x>${xml}` } },
  { what: 'a comment in the name', rule: '', code: 'PAYLOAD_MALFORMED', forgery: { after: swap('Şıxə', 'Şıxə<!-- -->') } },
]

describe('is refused', () => {
  it.each(ATTACKS)('$what', async ({ rule, forgery, code = 'SIGNATURE_INVALID' }) => {
    const refusal = refusalOf(await forged(forgery))
    expect(refusal).toMatchObject({ code })
    expect(refusal?.message).toContain(rule)
  })

  it('a stranger’s certificate', async () => {
    expect(refusalOf(await forgedWss(stranger.signingKey('ES256')))).toMatchObject({ code: 'CERTIFICATE_UNTRUSTED' })
  })

  it('a registered certificate on a stranger’s signature', async () => {
    const cheat = { ...stranger.signingKey('ES256'), certificate: key.certificate.der }
    expect(refusalOf(await forgedWss(cheat))?.message).toContain('SignatureValue does not hold')
  })

  it('an expected portal token that is not signed; one that is signed is taken', async () => {
    expect(refusalOf(await forged({ envelope: WITH_TOKEN }), PORTAL)?.message).toContain('token is not signed')
    expect(verify(await forged({ envelope: WITH_TOKEN, signs: [...EVERYTHING, 'portal'] }), PORTAL).token?.text).toBe('SB')
  })
})

function refusalOf(bytes: Uint8Array, token?: typeof PORTAL): HubError | undefined {
  try {
    verify(bytes, token)
    return undefined
  } catch (error) {
    if (error instanceof HubError) return error
    throw error
  }
}
