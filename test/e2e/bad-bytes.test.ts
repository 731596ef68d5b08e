/** Bytes that are no XML and no JSON as the hub takes them (contract, section 2). */
import { expect, test } from 'vitest'
import { signedBytes } from '#test/letters.ts'
import { expectRefused, openWorld, PLANTED_NAME, secretLetter } from './world.ts'

type Edit = (text: string) => string | Uint8Array

const after =
  (mark: string, more: string): Edit =>
  (text) =>
    text.replace(mark, `${mark}${more}`)
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le')
const latin1 = (text: string): Buffer => Buffer.concat([Buffer.from(text.slice(0, 400)), Buffer.from([0xfc]), Buffer.from(text.slice(400))])

const XML: readonly (readonly [string, Edit])[] = [
  ['not well-formed', (text) => text.slice(0, -'</Message>'.length)],
  ['no XML at all', () => 'gizlin'],
  ['JSON', () => '{"gizlin":1}'],
  ['with a document type', (text) => `<!DOCTYPE gizlin>${text}`],
  ['with an entity', (text) => `<!DOCTYPE Message [<!ENTITY gizlin "x">]>${text.replace(PLANTED_NAME, '&gizlin;')}`],
  [
    'with an external entity',
    (text) => `<!DOCTYPE Message [<!ENTITY gizlin SYSTEM "file:///etc/hostname">]>${text.replace(PLANTED_NAME, '&gizlin;')}`,
  ],
  ['with an entity that nobody declared', (text) => text.replace(PLANTED_NAME, '&gizlin;')],
  ['with a processing instruction', after('<Header>', '<?gizlin on?>')],
  ['with a processing instruction in front', (text) => `<?xml-stylesheet href="gizlin.xsl"?>${text}`],
  ['with a comment', after('<Header>', '<!-- gizlin -->')],
  ['with a CDATA section', (text) => text.replace(PLANTED_NAME, `<![CDATA[${PLANTED_NAME}]]>`)],
  ['in UTF-16', utf16],
  ['in UTF-8 with a byte order mark', (text) => `\uFEFF${text}`],
  ['in another encoding that it declares', (text) => `<?xml version="1.0" encoding="ISO-8859-9"?>${text}`],
  ['not UTF-8', latin1],
  ['XML 1.1', (text) => `<?xml version="1.1"?>${text}`],
  ['with an attribute twice', (text) => text.replace(' Id="m-', ' Id="gizlin" Id="m-')],
  ['with an attribute twice under two prefixes', after('<Header', ' xmlns:a="urn:gizlin" xmlns:b="urn:gizlin" a:x="1" b:x="2"')],
  ['with xsi:type', after('<Header', ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="gizlin"')],
  ['with a control character', (text) => text.replace(PLANTED_NAME, `${PLANTED_NAME}&#1;`)],
  ['with text beside elements', after('<Header>', 'gizlin')],
  ['nested a thousand deep', after('<Header>', `${'<a>'.repeat(1000)}gizlin${'</a>'.repeat(1000)}`)],
  ['with a second root', (text) => `${text}<Gizlin/>`],
]

test.each(XML)('XML %s is refused as malformed', async (_what, edit) => {
  await using world = await openWorld()
  const { bytes, ...document } = await world.memory.signed(secretLetter(world.memory, 'xa'))
  const edited = edit(Buffer.from(bytes).toString())
  await expectRefused(world, 'xa', { ...document, bytes: Buffer.from(edited) }, { code: 'PAYLOAD_MALFORMED' })
})

/** All of them signed, so that only the bytes are wrong. */
const JSON_: readonly (readonly [string, Edit])[] = [
  ['not well-formed', (text) => text.slice(0, -1)],
  ['no JSON at all', () => 'gizlin'],
  ['XML', () => '<Gizlin/>'],
  ['with a member twice', after('"header":{', '"from":"gizlin",')],
  ['with a member twice, once escaped', after('"header":{', '"\\u0066rom":"gizlin",')],
  ['with body twice', after('{', '"body":{"gizlin":1},')],
  ['in UTF-16', utf16],
  ['in UTF-8 with a byte order mark', (text) => `\uFEFF${text}`],
  ['not UTF-8', latin1],
  ['with a comment', after('{', '/* gizlin */')],
  ['with a comma too many', (text) => text.replace(/\}$/, ',}')],
  ['with a fraction', after('"body":{', '"gizlin":1.5,')],
  ['with an exponent', after('"body":{', '"gizlin":1e3,')],
  ['with a number beyond 2^53', after('"body":{', '"gizlin":9007199254740993,')],
  ['with a lone surrogate', after('"body":{', '"gizlin":"\\ud800",')],
  ['that is a list', (text) => `[${text}]`],
  ['that is null', () => 'null'],
  ['nested a thousand deep', after('"body":{', `"gizlin":${'['.repeat(1000)}${']'.repeat(1000)},`)],
]

test.each(JSON_)('JSON %s is refused as malformed, although it is signed', async (_what, edit) => {
  await using world = await openWorld()
  const text = Buffer.from((await world.memory.signed(secretLetter(world.memory, 'xb'))).bytes).toString()
  const edited = Buffer.from(edit(text))
  expect(edited.equals(Buffer.from(text))).toBe(false)
  const document = await signedBytes('xb', edited, { at: world.memory.clock.now() })
  await expectRefused(world, 'xb', document, { code: 'PAYLOAD_MALFORMED' })
})

test('the first fault of bytes is told with its place, and never with what stands there', async () => {
  await using world = await openWorld()
  const text = Buffer.from((await world.memory.signed(secretLetter(world.memory, 'xb'))).bytes).toString()
  const document = await signedBytes('xb', Buffer.from(text.replace('"body":{', '"body":{"gizlin":1.5,')), { at: world.memory.clock.now() })
  const reply = await world.server.as('xb').post('/v1/messages', document)
  expect(JSON.parse(reply.text).detail).toBe(
    'A number is not an integer within 2^53-1, written without fraction, exponent or leading zero (character 19).',
  )
})
