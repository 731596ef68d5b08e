import { describe, expect, test } from 'vitest'
import { HubError } from '#core/errors.ts'
import type { Header, Message, Tree } from '#core/message.ts'
import { messageFaultsOf } from '#schemas/index.ts'
import { canonicalXml } from './canonical-xml.ts'
import { issuesOf } from './issues.ts'
import { parseXml, xmlTreeOf } from './xml.ts'

const MESSAGE: Message = {
  header: {
    messageId: '0191f0a0-0000-7000-8000-000000000001',
    conversationId: '0191f0a0-0000-7000-8000-00000000000c',
    from: 'az-sms',
    to: 'de',
    copyTo: ['az-mfa', 'az-mia'],
    type: 'information-request',
    version: '1.0',
    agreement: 'eu-az-2014',
    createdAt: '2026-11-21T10:00:00.000Z',
    nonce: 'AAECAwQFBgcICQoLDA0ODw',
  },
  body: {
    caseReference: 'AZ-2026/17',
    questions: [
      { number: 1, topic: 'IDENTITY', text: 'Ünvan & ad <düzgün>?\nİkinci sətir' },
      { number: 2, topic: 'OTHER', text: 'Şahid varmı?' },
    ],
    official: { name: 'Günel Əsgərova' },
  },
}

const XML = new TextDecoder().decode(canonicalXml.bytesOf(MESSAGE))
const noNonce = {
  nonce: () => {
    throw new Error('XML has a place for the nonce')
  },
}

function treeOf(xml: string): Tree {
  using document = parseXml(new TextEncoder().encode(xml))
  return { syntax: 'xml', root: xmlTreeOf(document) }
}

const headerOf = (xml: string): Header => canonicalXml.headerOf(treeOf(xml), noNonce)

function refusalOf(xml: string): HubError {
  try {
    headerOf(xml)
  } catch (error) {
    if (error instanceof HubError) return error
    throw error
  }
  throw new Error('was not refused')
}

/** What the sender is told, as the flow puts it together: structure first, then the schema. */
function issuesIn(xml: string): readonly string[] {
  const tree = treeOf(xml)
  const header = canonicalXml.headerOf(tree, noNonce)
  const { message, issues } = canonicalXml.messageOf(tree, header)
  const all = issuesOf(messageFaultsOf(message), (pointer) => canonicalXml.pathOf(pointer, header.type), issues)
  return all.map(({ rule, path }) => `${rule} ${path}`)
}

const BODY = '/Message/Body/InformationRequest'
const change = (from: string | RegExp, to: string) => {
  const changed = XML.replace(from, to)
  expect(changed).not.toBe(XML)
  return changed
}

describe('writing', () => {
  test('elements stand in the order of the schema, lists in an element of their own, and Id repeats the messageId', () => {
    expect(XML).toContain('<Message xmlns="urn:korpu:message:1" Id="m-0191f0a0-0000-7000-8000-000000000001"><Header><MessageId>')
    expect(XML).toContain('<CopyTo><Party>az-mfa</Party><Party>az-mia</Party></CopyTo><Type>information-request</Type>')
    expect(XML).toContain(
      '<Question><Number>1</Number><Topic>IDENTITY</Topic><Text>Ünvan &amp; ad &lt;düzgün&gt;?\nİkinci sətir</Text></Question>',
    )
    expect(XML).toMatch(/<\/Header><Body><InformationRequest>.*<\/InformationRequest><\/Body><\/Message>$/s)
  })

  test('a member that the schema does not have is never dropped silently', () => {
    const body = { ...MESSAGE.body, nickname: 'Qoçu' }
    expect(() => canonicalXml.bytesOf({ header: MESSAGE.header, body } as Message)).toThrow(TypeError)
  })
})

describe('reading', () => {
  test('gives back what was written', () => {
    const tree = treeOf(XML)
    const header = canonicalXml.headerOf(tree, noNonce)
    expect(canonicalXml.messageOf(tree, header)).toEqual({ message: MESSAGE, issues: [] })
    expect(issuesIn(XML)).toEqual([])
  })

  test('white space between elements and another prefix say the same', () => {
    const spaced = XML.replaceAll('><', '>\n  <')
    const prefixed = XML.replace('xmlns=', 'xmlns:k=').replaceAll(/<(\/?)(?=[A-Z])/g, '<$1k:')
    for (const xml of [spaced, prefixed]) expect(canonicalXml.messageOf(treeOf(xml), headerOf(xml)).message).toEqual(MESSAGE)
  })

  test.each([
    [
      'an unknown element names its parent',
      change('<Text>Şahid', '<Secret>1</Secret><Text>Şahid'),
      [`unknown ${BODY}/Questions/Question[2]`],
    ],
    [
      'an element of another namespace is unknown',
      change('<Text>Şahid', '<Text xmlns="urn:x">Şahid'),
      [`unknown ${BODY}/Questions/Question[2]`, `required ${BODY}/Questions/Question[2]/Text`],
    ],
    ['a wrong order', change(/(<CaseReference>.*<\/CaseReference>)(<Questions>.*<\/Questions>)/s, '$2$1'), [`order ${BODY}/CaseReference`]],
    [
      'a repeated element',
      change('<Number>2</Number>', '<Number>2</Number><Number>3</Number>'),
      [`count ${BODY}/Questions/Question[2]/Number`],
    ],
    ['an empty wrapper', change(/<Questions>.*<\/Questions>/s, '<Questions></Questions>'), [`count ${BODY}/Questions`]],
    [
      'a stranger among the items',
      change('<Question><Number>2', '<Frage><Number>2').replace('</Question></Questions>', '</Frage></Questions>'),
      [`unknown ${BODY}/Questions`],
    ],
    ['an attribute', change('<Number>2', '<Number unit="x">2'), [`unknown ${BODY}/Questions/Question[2]/Number`]],
    ['an attribute on a record', change('<Official>', '<Official role="x">'), [`unknown ${BODY}/Official`]],
    [
      'elements where text is expected',
      change('<Number>2</Number>', '<Number><N>2</N></Number>'),
      [`type ${BODY}/Questions/Question[2]/Number`],
    ],
    [
      'text where elements are expected',
      change(/<Official>.*<\/Official>/, '<Official>Günel</Official>'),
      [`type ${BODY}/Official`, `required ${BODY}/Official/Name`],
    ],
    [
      'text where items are expected',
      change(/<Questions>.*<\/Questions>/s, '<Questions>iki</Questions>'),
      [`type ${BODY}/Questions`, `count ${BODY}/Questions`],
    ],
    ['a missing element is named where it should stand', change(/<Official>.*<\/Official>/, ''), [`required ${BODY}/Official`]],
    ['an empty element', change('AZ-2026/17', ''), [`pattern ${BODY}/CaseReference`]],
    ['white space at the end', change('AZ-2026/17', 'AZ-2026/17 '), [`pattern ${BODY}/CaseReference`]],
    ['text that is not NFC', change('Günel', 'Gu\u0308nel'), [`nfc ${BODY}/Official/Name`]],
  ])('%s', (_, xml, issues) => {
    expect(issuesIn(xml)).toEqual(issues)
  })

  test.each(['+1', '01', '1.0', '1e0', ' 1', '-0', 'bir', '9007199254740993'])('%j is not an integer', (written) => {
    expect(issuesIn(change('<Number>1<', `<Number>${written}<`))).toEqual([`type ${BODY}/Questions/Question[1]/Number`])
  })

  test('a fault made a thousand times in one place is said once', () => {
    expect(issuesIn(change('<Text>Şahid', `${'<Secret></Secret>'.repeat(1000)}<Text>Şahid`))).toHaveLength(1)
  })

  test('issues repeat nothing that the sender wrote', () => {
    const xml = change('<Text>Şahid', '<Gizli dəyər="Qoçu">Qoçu</Gizli><Text>Şahid')
    expect(JSON.stringify(canonicalXml.messageOf(treeOf(xml), headerOf(xml)).issues)).not.toMatch(/Gizli|dəyər|Qoçu/)
  })
})

describe('Body', () => {
  test.each([
    ['is empty', change(/<Body>.*<\/Body>/s, '<Body></Body>')],
    ['holds another type', change(/InformationRequest>/g, 'InformationResponse>')],
    ['holds two', change('</Body>', '<InformationRequest></InformationRequest></Body>')],
    ['has an attribute', change('<Body>', '<Body a="1">')],
  ])('that %s is refused', (_, xml) => {
    const { issues } = canonicalXml.messageOf(treeOf(xml), headerOf(xml))
    expect(issues.map(({ rule, path, expected }) => [rule, path, expected])).toEqual([['required', '/Message/Body', 'InformationRequest']])
  })
})

describe('the header', () => {
  test('all faults are said at once, with XPaths', () => {
    const error = refusalOf(
      change('<To>de</To>', '<To>DE</To>')
        .replace(/<Nonce>.*<\/Nonce>/, '')
        .replace('<Party>az-mia', '<Party>'),
    )
    expect(error).toMatchObject({ code: 'PAYLOAD_INVALID', stage: 'envelope' })
    expect(error.issues.map(({ rule, path }) => `${rule} ${path}`).toSorted()).toEqual([
      'pattern /Message/Header/CopyTo/Party[2]',
      'pattern /Message/Header/To',
      'required /Message/Header/Nonce',
    ])
  })

  test('an unknown type is TYPE_UNKNOWN, another version VERSION_UNSUPPORTED even if its type is unknown too', () => {
    const unknown = change('<Type>information-request', '<Type>greeting')
    expect(refusalOf(unknown).code).toBe('TYPE_UNKNOWN')
    expect(refusalOf(unknown.replace('<Version>1.0', '<Version>2.0')).code).toBe('VERSION_UNSUPPORTED')
    expect(refusalOf(unknown).issues.map(({ path }) => path)).toEqual(['/Message/Header/Type'])
  })

  test('a missing type or version is PAYLOAD_INVALID', () => {
    expect(refusalOf(change(/<Type>.*<\/Type>/, '')).code).toBe('PAYLOAD_INVALID')
    expect(refusalOf(change(/<Version>.*<\/Version>/, '')).code).toBe('PAYLOAD_INVALID')
  })

  test('elements out of order are refused here too', () => {
    const error = refusalOf(change(/(<From>.*<\/From>)(<To>.*<\/To>)/, '$2$1'))
    expect(error.issues.map(({ rule, path }) => `${rule} ${path}`)).toEqual(['order /Message/Header/From'])
  })

  test('Id must be m- and the messageId', () => {
    for (const xml of [change('Id="m-0', 'Id="m-1'), change('Id="m-', 'Id="')]) {
      expect(refusalOf(xml).issues.map(({ path }) => path)).toEqual(['/Message/@Id'])
    }
  })

  test.each([
    ['no Id', change(/ Id="[^"]*"/, '')],
    ['another attribute', change(' Id=', ' lang="az" Id=')],
    ['another root', change(/Message(?=[ >])/g, 'Receipt')],
    ['another namespace', change('urn:korpu:message:1', 'urn:korpu:message:2')],
    ['no Header', change(/<Header>.*<\/Header>/, '')],
    ['no Body', change(/<Body>.*<\/Body>/s, '')],
    ['Body before Header', change(/(<Header>.*<\/Header>)(<Body>.*<\/Body>)/s, '$2$1')],
    ['something after Body', change('</Body>', '</Body><Extra></Extra>')],
    ['only text', '<Message xmlns="urn:korpu:message:1" Id="m-x">salam</Message>'],
  ])('a Message with %s is refused as a whole', (_, xml) => {
    expect(refusalOf(xml).issues.map(({ path }) => path)).toEqual(['/Message'])
  })

  test('JSON is not taken from a party that is registered for XML', () => {
    expect(() => canonicalXml.headerOf({ syntax: 'json', root: {} }, noNonce)).toThrow(expect.objectContaining({ code: 'MEDIA_TYPE' }))
  })
})

describe('pathOf', () => {
  test.each([
    ['', '/Message'],
    ['/header', '/Message/Header'],
    ['/header/copyTo/0', '/Message/Header/CopyTo/Party[1]'],
    ['/body', BODY],
    ['/body/questions/1/text', `${BODY}/Questions/Question[2]/Text`],
    ['/body/nowhere/at/all', BODY],
    ['/body/questions/0/nowhere', `${BODY}/Questions/Question[1]`],
  ])('%j is %s', (pointer, path) => {
    expect(canonicalXml.pathOf(pointer, 'information-request')).toBe(path)
  })
})
