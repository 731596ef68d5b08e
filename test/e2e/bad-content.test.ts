/** Messages that are well-formed and signed but not what the schema says. The paths lead into the sender's own bytes. */
import { expect, test } from 'vitest'
import { canonicalJson } from '#core/codec/canonical-json.ts'
import { canonicalXml } from '#core/codec/canonical-xml.ts'
import type { Message, SignedDocument } from '#core/message.ts'
import { shapeOf } from '#schemas/index.ts'
import { signedBytes } from '#test/letters.ts'
import { expectRefused, openWorld, PLANTED_NAME, type Refusal, secretLetter, type World } from './world.ts'

type Record_ = Record<string, unknown>
interface Loose {
  readonly header: Record_
  readonly body: Record_ & { readonly subject: Record_ }
}

/** The same fault in both syntaxes. Paths are below `/Message` and in the JSON. */
interface Fault {
  readonly refusal: Omit<Refusal, 'issues'>
  readonly xml: (text: string) => string
  readonly json: (message: Loose) => void
  /** Rule, XPath below Message, JSON Pointer. */
  readonly issues: readonly (readonly [rule: string, xpath: string, pointer: string])[]
}

const BODY = 'Body/ReadmissionApplication'
const INVALID = { code: 'PAYLOAD_INVALID' } as const
const HEAD_INVALID = { code: 'PAYLOAD_INVALID', stage: 'envelope' } as const

const FAULTS: Readonly<Record<string, Fault>> = {
  'a required field is missing': {
    refusal: INVALID,
    xml: (text) => text.replace(/<CaseReference>.*?<\/CaseReference>/, ''),
    json: ({ body }) => delete body.caseReference,
    issues: [['required', `${BODY}/CaseReference`, '/body/caseReference']],
  },
  'a required field inside another is missing': {
    refusal: INVALID,
    xml: (text) => text.replace(/<Nationalities>.*?<\/Nationalities>/, ''),
    json: ({ body }) => delete body.subject.nationalities,
    issues: [['required', `${BODY}/Subject/Nationalities`, '/body/subject/nationalities']],
  },
  'a field that nobody knows': {
    refusal: INVALID,
    xml: (text) => text.replace('</Subject>', '<Gizlin>gizlin</Gizlin></Subject>'),
    json: ({ body }) => {
      body.subject.gizlin = 'gizlin'
    },
    issues: [['unknown', `${BODY}/Subject`, '/body/subject']],
  },
  'a code that is not in its list': {
    refusal: { code: 'CODE_UNKNOWN' },
    xml: (text) => text.replace('>NORMAL<', '>GIZLIN<'),
    json: ({ body }) => {
      body.procedure = 'GIZLIN'
    },
    issues: [['code', `${BODY}/Procedure`, '/body/procedure']],
  },
  'a country that is not in its list, inside a list': {
    refusal: { code: 'CODE_UNKNOWN' },
    xml: (text) => text.replace('>AZE<', '>gizlin<'),
    json: ({ body }) => {
      body.subject.nationalities = ['gizlin']
    },
    issues: [['code', `${BODY}/Subject/Nationalities/Nationality[1]`, '/body/subject/nationalities/0']],
  },
  'a date in another form': {
    refusal: INVALID,
    xml: (text) => text.replace(/<Date>.*?<\/Date>/, '<Date>20.11.2026 gizlin</Date>'),
    json: ({ body }) => {
      body.date = '20.11.2026 gizlin'
    },
    issues: [['pattern', `${BODY}/Date`, '/body/date']],
  },
  'a day that does not exist': {
    refusal: INVALID,
    xml: (text) => text.replace(/<Date>.*?<\/Date>/, '<Date>2026-02-30</Date>'),
    json: ({ body }) => {
      body.date = '2026-02-30'
    },
    issues: [['range', `${BODY}/Date`, '/body/date']],
  },
  'text that is not NFC': {
    refusal: INVALID,
    xml: (text) => text.replace(PLANTED_NAME, PLANTED_NAME.normalize('NFD')),
    json: ({ body }) => {
      body.subject.familyName = PLANTED_NAME.normalize('NFD')
    },
    issues: [['nfc', `${BODY}/Subject/FamilyName`, '/body/subject/familyName']],
  },
  'an empty text': {
    refusal: INVALID,
    xml: (text) => text.replace(PLANTED_NAME, ''),
    json: ({ body }) => {
      body.subject.familyName = ''
    },
    issues: [['pattern', `${BODY}/Subject/FamilyName`, '/body/subject/familyName']],
  },
  'text that is too long': {
    refusal: INVALID,
    xml: (text) => text.replace(PLANTED_NAME, 'Gizlin'.repeat(100)),
    json: ({ body }) => {
      body.subject.familyName = 'Gizlin'.repeat(100)
    },
    issues: [['length', `${BODY}/Subject/FamilyName`, '/body/subject/familyName']],
  },
  'an empty list': {
    refusal: INVALID,
    xml: (text) => text.replace(/<Nationalities>.*?<\/Nationalities>/, '<Nationalities></Nationalities>'),
    json: ({ body }) => {
      body.subject.nationalities = []
    },
    issues: [['count', `${BODY}/Subject/Nationalities`, '/body/subject/nationalities']],
  },
  'a boolean that is none': {
    refusal: INVALID,
    xml: (text) => text.replace('>false<', '>gizlin<'),
    json: ({ body }) => {
      body.interviewRequested = 'gizlin'
    },
    issues: [['type', `${BODY}/InterviewRequested`, '/body/interviewRequested']],
  },
  'a part where text should be': {
    refusal: INVALID,
    xml: (text) => text.replace(PLANTED_NAME, '<Gizlin>gizlin</Gizlin>'),
    json: ({ body }) => {
      body.subject.familyName = { gizlin: 'gizlin' }
    },
    issues: [['type', `${BODY}/Subject/FamilyName`, '/body/subject/familyName']],
  },
  'several at once': {
    refusal: INVALID,
    xml: (text) =>
      text
        .replace(/<CaseReference>.*?<\/CaseReference>/, '')
        .replace('>NORMAL<', '>GIZLIN<')
        .replace(/<Date>.*?<\/Date>/, '<Date>gizlin</Date>')
        .replace('</Subject>', '<Gizlin>gizlin</Gizlin></Subject>'),
    json: ({ body }) => {
      delete body.caseReference
      Object.assign(body, { procedure: 'GIZLIN', date: 'gizlin' })
      body.subject.gizlin = 'gizlin'
    },
    issues: [
      ['required', `${BODY}/CaseReference`, '/body/caseReference'],
      ['code', `${BODY}/Procedure`, '/body/procedure'],
      ['pattern', `${BODY}/Date`, '/body/date'],
      ['unknown', `${BODY}/Subject`, '/body/subject'],
    ],
  },
  'a type that nobody knows': {
    refusal: { code: 'TYPE_UNKNOWN' },
    xml: (text) => text.replace('<Type>readmission-application<', '<Type>gizlin-application<'),
    json: ({ header }) => {
      header.type = 'gizlin-application'
    },
    issues: [['code', 'Header/Type', '/header/type']],
  },
  'a version that is not supported': {
    refusal: { code: 'VERSION_UNSUPPORTED' },
    xml: (text) => text.replace('<Version>1.0<', '<Version>9.gizlin<'),
    json: ({ header }) => {
      header.version = '9.gizlin'
    },
    issues: [['code', 'Header/Version', '/header/version']],
  },
  'a head with several faults': {
    refusal: HEAD_INVALID,
    xml: (text) =>
      text
        .replace(/<Nonce>.*?<\/Nonce>/, '')
        .replace(/<CreatedAt>.*?</, '<CreatedAt>gizlin<')
        .replace(/<To>.*?</, '<To>Gizlin ə<'),
    json: ({ header }) => {
      delete header.nonce
      Object.assign(header, { createdAt: 'gizlin', to: 'Gizlin ə' })
    },
    issues: [
      ['required', 'Header/Nonce', '/header/nonce'],
      ['pattern', 'Header/CreatedAt', '/header/createdAt'],
      ['pattern', 'Header/To', '/header/to'],
    ],
  },
  'a contentDigest of something else': {
    refusal: INVALID,
    xml: (text) => text.replace('</Header>', `<ContentDigest>${'a'.repeat(64)}</ContentDigest></Header>`),
    json: ({ header }) => {
      header.contentDigest = 'a'.repeat(64)
    },
    issues: [['contentDigest', 'Header/ContentDigest', '/header/contentDigest']],
  },
}

async function xmlWith(world: World, edit: (text: string) => string): Promise<SignedDocument> {
  const text = Buffer.from(canonicalXml.bytesOf(secretLetter(world.memory, 'xa'))).toString()
  const edited = edit(text)
  expect(edited).not.toBe(text)
  return signedBytes('xa', Buffer.from(edited), { at: world.memory.clock.now() })
}

async function jsonWith(world: World, edit: (message: Loose) => void): Promise<SignedDocument> {
  const message = structuredClone(secretLetter(world.memory, 'xb')) as unknown as Loose
  edit(message)
  return signedBytes('xb', canonicalJson.bytesOf(message as unknown as Message), { at: world.memory.clock.now() })
}

test.each(Object.entries(FAULTS))('XML: %s', async (_what, { refusal, xml, issues }) => {
  await using world = await openWorld()
  const document = await xmlWith(world, xml)
  await expectRefused(world, 'xa', document, { ...refusal, issues: issues.map(([rule, path]) => [rule, `/Message/${path}`]) })
})

test.each(Object.entries(FAULTS))('JSON: %s', async (_what, { refusal, json, issues }) => {
  await using world = await openWorld()
  const document = await jsonWith(world, json)
  await expectRefused(world, 'xb', document, { ...refusal, issues: issues.map(([rule, , pointer]) => [rule, pointer]) })
})

const ONLY_XML: readonly (readonly [string, (text: string) => string, Refusal])[] = [
  ['another namespace', (text) => text.replace('urn:korpu:message:1', 'urn:gizlin:1'), { code: 'SIGNATURE_INVALID' }],
  ['another root', (text) => text.replace('<Message ', '<Gizlin ').replace('</Message>', '</Gizlin>'), { code: 'SIGNATURE_INVALID' }],
  ['two bodies', (text) => text.replace('</Body>', '</Body><Body></Body>'), { ...HEAD_INVALID, issues: [['required', '/Message']] }],
  [
    'an Id that is not the messageId',
    (text) => text.replace(' Id="m-', ' Id="gizlin-'),
    { ...HEAD_INVALID, issues: [['pattern', '/Message/@Id']] },
  ],
  [
    'an attribute that nobody knows',
    (text) => text.replace('<Subject>', '<Subject gizlin="gizlin">'),
    { ...INVALID, issues: [['unknown', `/Message/${BODY}/Subject`]] },
  ],
  [
    'elements in another order',
    (text) => text.replace(/(<Procedure>.*?<\/Procedure>)(<PersonCategory>.*?<\/PersonCategory>)/, '$2$1'),
    { ...INVALID, issues: [['order', `/Message/${BODY}/Procedure`]] },
  ],
  [
    'an element twice',
    (text) => text.replace(/(<CaseReference>.*?<\/CaseReference>)/, '$1<CaseReference>gizlin</CaseReference>'),
    { ...INVALID, issues: [['count', `/Message/${BODY}/CaseReference`]] },
  ],
]

test.each(ONLY_XML)('XML: %s', async (_what, edit, refusal) => {
  await using world = await openWorld()
  await expectRefused(world, 'xa', await xmlWith(world, edit), refusal)
})

test.each([
  ['in another namespace', '<ReadmissionApplication xmlns="urn:gizlin:1">', '</ReadmissionApplication>'],
  ['of another type', '<Acknowledgement>', '</Acknowledgement>'],
])('XML: a body %s is no body, and everything in it is missing', async (_what, open, close) => {
  await using world = await openWorld()
  const document = await xmlWith(world, (text) =>
    text.replace('<ReadmissionApplication>', open).replace('</ReadmissionApplication>', close),
  )
  const missing = REQUIRED.map((name) => ['required', `/Message/${BODY}/${name}`] as const)
  await expectRefused(world, 'xa', document, { ...INVALID, issues: [['required', '/Message/Body'], ...missing] })
})

const REQUIRED = shapeOf('readmission-application')
  .fields.filter(({ required }) => required)
  .map(({ element }) => element)

const ONLY_JSON: readonly (readonly [string, (message: Loose) => void, Refusal])[] = [
  ['no body', (message) => Reflect.deleteProperty(message, 'body'), { ...HEAD_INVALID, issues: [['required', '']] }],
  ['a member beside header and body', (message) => Object.assign(message, { gizlin: 1 }), { ...HEAD_INVALID, issues: [['required', '']] }],
  ['null', ({ body }) => Object.assign(body, { place: null }), { ...INVALID, issues: [['type', '/body/place']] }],
  ['a number for text', ({ body }) => Object.assign(body, { place: 7 }), { ...INVALID, issues: [['type', '/body/place']] }],
  [
    'a text where a list should be',
    ({ header }) => Object.assign(header, { copyTo: 'gizlin' }),
    { ...HEAD_INVALID, issues: [['type', '/header/copyTo']] },
  ],
  [
    'a name of Object.prototype',
    ({ body }) => Object.assign(body, { constructor: 'gizlin' }),
    { ...INVALID, issues: [['unknown', '/body']] },
  ],
]

test.each(ONLY_JSON)('JSON: %s', async (_what, edit, refusal) => {
  await using world = await openWorld()
  await expectRefused(world, 'xb', await jsonWith(world, edit), refusal)
})

test('of very many faults as many are told as a problem document can hold', async () => {
  await using world = await openWorld()
  const document = await jsonWith(world, ({ body }) =>
    Object.assign(body, {
      children: Array.from({ length: 20 }, () => ({})),
      evidence: Array.from({ length: 3000 }, () => ({ code: 'GIZLIN' })),
    }),
  )
  const reply = await world.server.as('xb').post('/v1/messages', document)
  expect(reply.status).toBe(422)
  const { issues } = JSON.parse(reply.text)
  expect(issues.length).toBeGreaterThan(900)
  expect(issues.length).toBeLessThanOrEqual(1000)
  expect(reply.text).not.toMatch(/gizlin/i)
})
