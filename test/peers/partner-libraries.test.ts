/** What partners run: they can read what the hub publishes and write what it takes, although the product itself does not touch signed data with them. */

import { readFileSync } from 'node:fs'
import { XMLBuilder, XMLParser } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { parseStringPromise } from 'xml2js'
import { canonicalXml } from '#core/codec/canonical-xml.ts'
import { canonicalXmlOf, parseXml, xmlTreeOf } from '#core/codec/xml.ts'
import type { JsonValue, Message } from '#core/message.ts'
import { signXades } from '#core/signature/xades-sign.ts'
import { verifyXades } from '#core/signature/xades-verify.ts'
import { MESSAGE_TYPES, NAMESPACE } from '#schemas/index.ts'
import { throwAwayKey } from '#test/throw-away-key.ts'

const sample = (type: string, syntax: 'xml' | 'json'): string =>
  readFileSync(new URL(import.meta.resolve(`#schemas/published/samples/${type}.full.${syntax}`)), 'utf8')

/** Every text of a document, sorted: what a reader got out of it, whatever shape it gave it. */
const textsOf = (value: unknown): string[] =>
  (typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [String(value)]).sort()

const leavesOf = (value: JsonValue): string[] => textsOf(value)

describe.each(MESSAGE_TYPES)('%s', (type) => {
  const { header, body } = JSON.parse(sample(type, 'json')) as { header: JsonValue; body: JsonValue }
  const expected = [...leavesOf(header), ...leavesOf(body)].sort()

  it('is read by fast-xml-parser without losing or changing a value', () => {
    const parser = new XMLParser({
      parseTagValue: false,
      parseAttributeValue: false,
      trimValues: false,
      ignoreAttributes: true,
      ignoreDeclaration: true,
    })
    const { Message } = parser.parse(compact(sample(type, 'xml'))) as { Message: { Header: unknown; Body: unknown } }
    expect([...textsOf(Message.Header), ...textsOf(Message.Body)].sort()).toEqual(expected)
  })

  it('is read by xml2js without losing or changing a value', async () => {
    const { Message } = await parseStringPromise(compact(sample(type, 'xml')), { ignoreAttrs: true })
    expect([...textsOf(Message.Header), ...textsOf(Message.Body)].sort()).toEqual(expected)
  })

  it('is taken by the hub when fast-xml-parser wrote it', async () => {
    const options = {
      preserveOrder: true,
      ignoreAttributes: false,
      parseTagValue: false,
      parseAttributeValue: false,
      trimValues: false,
    } as const
    const written = new XMLBuilder(options).build(new XMLParser(options).parse(compact(sample(type, 'xml'))))
    using parsed = parseXml(Buffer.from(written))
    expect(xmlTreeOf(parsed).namespace).toBe(NAMESPACE)
    const key = await throwAwayKey('P-256')
    const signed = await signXades(canonicalXmlOf(parsed), key.signingKey('ES256'), new Date())
    const { root } = verifyXades(signed, { root: { name: 'Message', namespace: NAMESPACE } }, () => ({
      party: 'xa',
      certificate: key.certificate,
    }))
    const tree = { syntax: 'xml', root } as const
    const read = canonicalXml.messageOf(tree, canonicalXml.headerOf(tree, { nonce: () => '' }))
    expect(read).toEqual({ message: { header, body } as unknown as Message, issues: [] })
  })
})

/** Without the white space between elements, which these readers would keep as text. */
function compact(xml: string): string {
  return xml.replace(/<\?xml[^>]*\?>\s*/, '').replace(/>\s+</g, '><')
}
