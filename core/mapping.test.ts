import { describe, expect, test } from 'vitest'
import type { Identifier, ReadmissionReply } from '#schemas/generated/types.ts'
import type { Dialect } from './adapter.ts'
import { parseXml, xmlTreeOf } from './codec/xml.ts'
import { HubError } from './errors.ts'
import { asIs, code, dottedDate, either, only, prefixed, renamed } from './mapping/formats.ts'
import { repertoire } from './mapping/repertoire.ts'
import { block, fixed, joined, led, list, marked, type Rows, stated, values } from './mapping/rows.ts'
import { type AdapterTables, coverageOf, defineAdapter } from './mapping.ts'
import type { Header, JsonObject, Message, Tree } from './message.ts'

const header: Rows<Header> = {
  '/@version': fixed('7'),
  '/kopf/programm': stated('Körpü'),
  messageId: 'kopf/id',
  conversationId: 'kopf/vorgang',
  from: 'kopf/von',
  to: 'kopf/an',
  copyTo: values('kopf/kopie', '.'),
  type: ['kopf/art', code('art', { 'readmission-reply': 'BESCHEID' })],
  version: 'kopf/norm',
  agreement: 'kopf/abkommen',
  createdAt: 'kopf/zeit',
}

const reply: NonNullable<AdapterTables['actions']['readmission-reply']> = block('bescheid', {
  caseReference: 'zeichen',
  decision: ['entscheidung', code('entscheidung', { APPROVED: 'ja', REFUSED: 'nein' })],
  decidedOn: ['datum', dottedDate],
  'subject.familyName': 'person/name',
  'subject.givenNames': 'person/vorname',
  'subject.birthDate': ['person/geboren', dottedDate],
  'subject.sex': ['person/@geschlecht', code('geschlecht', { F: 'w', M: 'm' })],
  'subject.nationalities': values('person/staaten/staat', ['.', renamed('staat', { DEU: 'D' })]),
  familyMembers: list('angehoerige/person', { familyName: 'name', nationalities: values('staat', '.') }),
  documentBasis: marked('reise/dokument', { 'reise/@liste': 'urn:beispiel:liste' }),
  health: block('gesundheit', { consent: 'einwilligung', statement: 'zustand' }),
  'official.name': 'unterschrift',
})

const tables = {
  party: 'xa',
  title: 'Exampleland',
  signature: 'xades',
  header,
  actions: { 'readmission-reply': reply },
} as const

const xml = defineAdapter({ ...tables, syntax: 'xml', root: { name: 'Ersuchen', namespace: 'urn:beispiel' } })
const json = defineAdapter({ ...tables, syntax: 'json' })

const message: Message = {
  header: {
    messageId: '01939f5e-7c3a-7000-8000-000000000001',
    conversationId: '01939f5e-7c3a-7000-8000-000000000002',
    from: 'az-sms',
    to: 'xa',
    copyTo: ['az-mfa', 'az-sbs'],
    type: 'readmission-reply',
    version: '1.0',
    agreement: 'eu-az-2014',
    createdAt: '2026-03-02T10:15:00Z',
    nonce: 'AAAAAAAAAAAAAAAAAAAAAA',
  },
  body: {
    caseReference: 'DMX-2026/118',
    decision: 'APPROVED',
    decidedOn: '2026-03-01',
    subject: { familyName: 'Əliyeva', birthDate: '1990-12', sex: 'F', nationalities: ['AZE', 'DEU'] },
    familyMembers: [{ familyName: 'Əliyev', nationalities: ['AZE'] }, { familyName: 'Şahinoğlu' }],
    documentBasis: 'RETURN_CERTIFICATE',
    health: { consent: true, statement: 'Sağlamdır & hazırdır' },
    official: { name: 'İlqar Məmmədov' },
  },
}

const WIRE = `
  <Ersuchen xmlns="urn:beispiel" version="7"><kopf><programm>Körpü</programm><id>01939f5e-7c3a-7000-8000-000000000001</id>
  <vorgang>01939f5e-7c3a-7000-8000-000000000002</vorgang><von>az-sms</von><an>xa</an><kopie>az-mfa</kopie><kopie>az-sbs</kopie>
  <art>BESCHEID</art><norm>1.0</norm><abkommen>eu-az-2014</abkommen><zeit>2026-03-02T10:15:00Z</zeit></kopf>
  <bescheid><zeichen>DMX-2026/118</zeichen><entscheidung>ja</entscheidung><datum>01.03.2026</datum>
  <person geschlecht="w"><name>Əliyeva</name><geboren>12.1990</geboren><staaten><staat>AZE</staat><staat>D</staat></staaten></person>
  <angehoerige><person><name>Əliyev</name><staat>AZE</staat></person><person><name>Şahinoğlu</name></person></angehoerige>
  <reise liste="urn:beispiel:liste"><dokument>RETURN_CERTIFICATE</dokument></reise>
  <gesundheit><einwilligung>true</einwilligung><zustand>Sağlamdır &amp; hazırdır</zustand></gesundheit>
  <unterschrift>İlqar Məmmədov</unterschrift></bescheid></Ersuchen>`.replaceAll(/\n\s*/g, '')

const fill = { nonce: () => 'AAAAAAAAAAAAAAAAAAAAAA' }
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

function treeOf(text: string): Tree {
  if (text.startsWith('{')) return { syntax: 'json', root: JSON.parse(text) as JsonObject }
  using parsed = parseXml(new TextEncoder().encode(text))
  return { syntax: 'xml', root: xmlTreeOf(parsed) }
}

function read(dialect: Dialect, text: string) {
  const tree = treeOf(text)
  return dialect.messageOf(tree, dialect.headerOf(tree, fill))
}

const faultsIn = (text: string) => read(xml.dialect, text).issues.map(({ rule, path }) => `${rule} ${path}`)

function refusalOf(act: () => unknown): HubError {
  try {
    act()
  } catch (error) {
    if (error instanceof HubError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('one table', () => {
  test('writes XML, children in the order of its rows', () => {
    expect(textOf(xml.dialect.bytesOf(message))).toBe(WIRE)
  })

  test('reads what it wrote, and takes the nonce from the hub', () => {
    expect(read(xml.dialect, WIRE)).toEqual({ message, issues: [] })
  })

  test('serves JSON alike, with lists as lists and booleans as booleans', () => {
    const text = textOf(json.dialect.bytesOf(message))
    expect(JSON.parse(text)).toMatchObject({
      kopf: { art: 'BESCHEID', kopie: ['az-mfa', 'az-sbs'] },
      bescheid: {
        person: { staaten: { staat: ['AZE', 'D'] } },
        angehoerige: { person: [{ name: 'Əliyev' }, {}] },
        gesundheit: { einwilligung: true },
      },
    })
    expect(read(json.dialect, text)).toEqual({ message, issues: [] })
  })

  test('leaves out the constants of an element that has nothing to say', () => {
    const { documentBasis: _, ...body } = message.body as unknown as JsonObject
    const text = textOf(xml.dialect.bytesOf({ ...message, body } as unknown as Message))
    expect(text).not.toContain('reise')
    expect(text).toContain('version="7"')
  })

  test('lists what it carries and what it does not', () => {
    const [coverage] = coverageOf(xml)
    expect(coverage?.type).toBe('readmission-reply')
    expect(coverage?.carried).toContain('familyMembers[].nationalities[]')
    expect(coverage?.notCarried).toContain('subject.patronymic')
    expect(xml.dialect.types).toEqual(['readmission-reply'])
  })
})

describe('what is lost on the way', () => {
  test('is every leaf without a row, with its position', () => {
    const subject = { familyName: 'Əliyeva', patronymic: 'Rəşid qızı', nationalities: ['AZE'] }
    const familyMembers = [{ familyName: 'Əliyev' }, { familyName: 'Əliyev', maidenName: 'Quliyeva' }]
    expect(xml.dialect.lossOf({ ...message, body: { ...message.body, subject, familyMembers } } as Message)).toEqual([
      { pointer: '/body/subject/patronymic' },
      { pointer: '/body/familyMembers/1/maidenName' },
    ])
  })

  test('is a code that the other list does not have', () => {
    const subject = { familyName: 'Əliyeva', sex: 'X', nationalities: ['AZE'] }
    const other = { ...message, body: { ...message.body, subject } } as Message
    expect(xml.dialect.lossOf(other)).toEqual([{ pointer: '/body/subject/sex' }])
    expect(textOf(xml.dialect.bytesOf(other))).not.toContain('geschlecht')
  })

  test('is not the nonce, which the hub fills in', () => {
    expect(xml.dialect.lossOf(message)).toEqual([])
    expect(xml.dialect.lossOf({ ...message, header: { ...message.header, expiresAt: '2026-04-01T00:00:00Z' } })).toEqual([
      { pointer: '/header/expiresAt' },
    ])
  })
})

describe('free text', () => {
  const latin = repertoire('the example', { ranges: '0020-007E 018F 0259', sequences: [] })
  const broken = repertoire('the example with line breaks', { ranges: '000A 0020-007E', sequences: [] })
  const rows: typeof reply.rows = { ...reply.rows, observations: 'bemerkung', borderPoint: block('grenze', { name: ['name', asIs] }) }
  const { dialect } = defineAdapter({
    ...tables,
    syntax: 'xml',
    root: { name: 'Ersuchen', namespace: 'urn:beispiel' },
    texts: { line: latin, note: broken },
    actions: { 'readmission-reply': block('bescheid', rows) },
  })
  const plain = { ...message.body, familyMembers: [{ familyName: 'Aliyev' }], health: { consent: true }, official: { name: 'Ilqar' } }
  const saying = (body: object) => ({ ...message, body: { ...plain, ...body } }) as unknown as Message

  test('has the characters that the dialect has for it, and where a row says so any', () => {
    const said = saying({ observations: 'a\nb', borderPoint: { name: 'თბილისი' } })
    expect(dialect.lossOf(said)).toEqual([])
    expect(read(dialect, textOf(dialect.bytesOf(said)))).toEqual({ message: said, issues: [] })
  })

  test('with any other is lost, with the reason', () => {
    const losses = dialect.lossOf(saying({ observations: 'Ə' }))
    expect(losses).toEqual([
      {
        pointer: '/body/observations',
        expected: 'characters of the example with line breaks',
        hint: 'Character 1 (U+018F) is none of them.',
      },
    ])
  })

  test('with any other is an issue where it stands', () => {
    const { issues } = read(dialect, textOf(dialect.bytesOf(saying({}))).replace('>Aliyev<', '>Ali yevа<'))
    expect(issues).toEqual([
      {
        rule: 'characters',
        path: '/Ersuchen/bescheid/angehoerige/person[1]/name',
        expected: 'characters of the example',
        hint: 'Character 8 (U+0430) is none of them.',
      },
    ])
  })
})

describe('a list with a place for its first item', () => {
  const numbers = led<Identifier>(
    'value',
    ['person/nummer', only(/^\d{4}$/, 'four digits')],
    { type: 'NATIONAL_NUMBER', country: 'DEU' },
    list('person/andere', { type: 'art', value: 'wert', country: 'staat' }),
  )
  const actions = { 'readmission-reply': block<ReadmissionReply>('bescheid', { ...reply.rows, 'subject.identifiers': numbers }) }
  const numbered = defineAdapter({ ...tables, actions, syntax: 'json' })
  const own = { type: 'NATIONAL_NUMBER', value: '1234', country: 'DEU' }
  const other = { type: 'OTHER', value: 'B-17', country: 'DEU' }
  const wire = { own: '1234', other: { art: 'OTHER', wert: 'B-17', staat: 'DEU' } }

  const bodyWith = (identifiers: readonly object[]) => ({ ...message.body, subject: { familyName: 'Əliyeva', identifiers } })
  const writtenFor = (...identifiers: readonly object[]) => {
    const sent = { ...message, body: bodyWith(identifiers) } as unknown as Message
    return JSON.parse(new TextDecoder().decode(numbered.dialect.bytesOf(sent))) as { readonly bescheid: JsonObject }
  }
  const read = (root: JsonObject) => numbered.dialect.messageOf({ syntax: 'json', root }, message.header)

  test.each([
    ['only the first', [own], { nummer: wire.own }],
    [
      'the first and the others',
      [own, other, own],
      { nummer: wire.own, andere: [wire.other, { art: 'NATIONAL_NUMBER', wert: '1234', staat: 'DEU' }] },
    ],
    ['a first one of another kind', [other, own], { andere: [wire.other, { art: 'NATIONAL_NUMBER', wert: '1234', staat: 'DEU' }] }],
    ['a first one of another form', [{ ...own, value: '12345' }], { andere: [{ art: 'NATIONAL_NUMBER', wert: '12345', staat: 'DEU' }] }],
    [
      'a first one that lacks what makes the kind',
      [{ type: 'NATIONAL_NUMBER', value: '1234' }],
      { andere: [{ art: 'NATIONAL_NUMBER', wert: '1234' }] },
    ],
  ])('says %s, and reads it again in its order', (_, identifiers, person) => {
    const root = writtenFor(...identifiers)
    expect(root.bescheid.person).toEqual({ name: 'Əliyeva', ...person })
    expect(read(root)).toMatchObject({ message: { body: { subject: { identifiers } } }, issues: [] })
  })

  test('loses nothing, and tells a fault inside with the path of what is around', () => {
    expect(numbered.dialect.lossOf({ ...message, body: bodyWith([own, other]) } as unknown as Message)).toEqual([])
    expect(numbered.dialect.pathOf('/body/subject/identifiers/1/value', 'readmission-reply')).toBe('/bescheid/person')
  })

  test('reports a first one of another form where it stands', () => {
    const root = writtenFor(own)
    const { issues } = read({ ...root, bescheid: { ...root.bescheid, person: { name: 'Əliyeva', nummer: '12345' } } })
    expect(issues).toEqual([
      { rule: 'pattern', path: '/bescheid/person/nummer', expected: 'four digits', hint: 'Nothing else is agreed here.' },
    ])
  })
})

describe('reading is strict', () => {
  test.each([
    ['an unknown element', '<zeichen>', '<neu>1</neu><zeichen>', 'unknown /Ersuchen/bescheid'],
    ['an unknown attribute', '<bescheid>', '<bescheid neu="1">', 'unknown /Ersuchen/bescheid'],
    ['an element of another namespace', '<zeichen>', '<zeichen xmlns="urn:fremd">1</zeichen><zeichen>', 'unknown /Ersuchen/bescheid'],
    [
      'an unknown element in an item',
      '<staat>AZE</staat></person>',
      '<neu>1</neu></person>',
      'unknown /Ersuchen/bescheid/angehoerige/person[1]',
    ],
    ['a second body', '</Ersuchen>', '<neu>1</neu></Ersuchen>', 'unknown /Ersuchen'],
    ['a missing constant', ' liste="urn:beispiel:liste"', '', 'required /Ersuchen/bescheid/reise'],
    ['another constant', ' liste="urn:beispiel:liste"', ' liste="urn:beispiel:andere"', 'fixed /Ersuchen/bescheid/reise/@liste'],
    ['a repeated element', '</unterschrift>', '</unterschrift><unterschrift>B</unterschrift>', 'count /Ersuchen/bescheid/unterschrift'],
    ['elements inside a value', '<name>Əliyeva</name>', '<name><name>Əliyeva</name></name>', 'type /Ersuchen/bescheid/person/name'],
    ['text where elements belong', /<gesundheit>.*<\/gesundheit>/, '<gesundheit>gut</gesundheit>', 'type /Ersuchen/bescheid/gesundheit'],
    ['an empty element', /<gesundheit>.*<\/gesundheit>/, '<gesundheit></gesundheit>', 'type /Ersuchen/bescheid/gesundheit'],
    ['another order', /(<entscheidung>.*<\/entscheidung>)(<datum>.*<\/datum>)/, '$2$1', 'order /Ersuchen/bescheid'],
    ['an unknown code', '>ja<', '>vielleicht<', 'code /Ersuchen/bescheid/entscheidung'],
    ['a canonical code', '>ja<', '>APPROVED<', 'code /Ersuchen/bescheid/entscheidung'],
    ['a canonical country code', '>D<', '>DEU<', 'code /Ersuchen/bescheid/person/staaten/staat[2]'],
    ['another form of a date', '01.03.2026', '2026-03-01', 'pattern /Ersuchen/bescheid/datum'],
  ])('%s is an issue where it stands', (_, was, is, fault) => {
    expect(WIRE.replace(was, is)).not.toBe(WIRE)
    expect(faultsIn(WIRE.replace(was, is))).toContain(fault)
  })

  test('no issue says what the message says', () => {
    const { issues } = read(xml.dialect, WIRE.replace('<zeichen>', '<Gizli>1</Gizli><zeichen>').replace('>ja<', '>Gizli<'))
    expect(issues).toHaveLength(2)
    expect(JSON.stringify(issues)).not.toContain('Gizli')
  })

  test('what somebody else states of himself is nobody’s business', () => {
    expect(faultsIn(WIRE.replace('>Körpü<', '>Anderes Programm 4.2<'))).toEqual([])
    expect(faultsIn(WIRE.replace('<programm>Körpü</programm>', ''))).toEqual([])
  })

  test('in JSON a list is a list even of one, and a value never is', () => {
    const good = textOf(json.dialect.bytesOf(message))
    const faults = (text: string) => read(json.dialect, text).issues.map(({ rule, path }) => `${rule} ${path}`)
    expect(faults(good.replace('"staat":["AZE"]', '"staat":"AZE"'))).toEqual(['type /bescheid/angehoerige/person/0/staat'])
    expect(faults(good.replace('"zeichen":"DMX-2026/118"', '"zeichen":["DMX-2026/118"]'))).toEqual(['type /bescheid/zeichen'])
    expect(faults(good.replace('"zeichen":"DMX-2026/118"', '"zeichen":null'))).toEqual(['type /bescheid/zeichen'])
  })
})

describe('the head', () => {
  test.each([
    ['TYPE_UNKNOWN', '>BESCHEID<', '>ANDERES<', '/Ersuchen/kopf/art'],
    ['VERSION_UNSUPPORTED', '<norm>1.0<', '<norm>2.0<', '/Ersuchen/kopf/norm'],
    ['PAYLOAD_INVALID', '>az-sms<', '>AZ SMS<', '/Ersuchen/kopf/von'],
    ['PAYLOAD_INVALID', '<an>xa</an>', '', '/Ersuchen/kopf/an'],
    ['PAYLOAD_INVALID', ' version="7"', '', '/Ersuchen'],
    ['PAYLOAD_INVALID', '<kopf>', '<kopf><neu>1</neu>', '/Ersuchen/kopf'],
    ['PAYLOAD_INVALID', '>az-sbs<', '>AZ SBS<', '/Ersuchen/kopf/kopie[2]'],
  ])('is refused with %s where %s says %s', (expected, was, is, path) => {
    const refusal = refusalOf(() => xml.dialect.headerOf(treeOf(WIRE.replace(was, is)), fill))
    expect(refusal.code).toBe(expected)
    expect(refusal.issues.map((issue) => issue.path)).toEqual([path])
  })

  test('of the other syntax is refused', () => {
    expect(refusalOf(() => json.dialect.headerOf(treeOf(WIRE), fill)).code).toBe('MEDIA_TYPE')
    expect(refusalOf(() => xml.dialect.headerOf(treeOf('{}'), fill)).code).toBe('MEDIA_TYPE')
  })
})

describe('pathOf', () => {
  test.each([
    ['/header/from', '/Ersuchen/kopf/von', '/kopf/von'],
    ['/header/copyTo/1', '/Ersuchen/kopf/kopie[2]', '/kopf/kopie/1'],
    ['/body/subject/birthDate', '/Ersuchen/bescheid/person/geboren', '/bescheid/person/geboren'],
    ['/body/subject/sex', '/Ersuchen/bescheid/person/@geschlecht', '/bescheid/person/@geschlecht'],
    ['/body/subject/nationalities/1', '/Ersuchen/bescheid/person/staaten/staat[2]', '/bescheid/person/staaten/staat/1'],
    [
      '/body/familyMembers/0/nationalities/2',
      '/Ersuchen/bescheid/angehoerige/person[1]/staat[3]',
      '/bescheid/angehoerige/person/0/staat/2',
    ],
    ['/body/familyMembers/1', '/Ersuchen/bescheid/angehoerige/person[2]', '/bescheid/angehoerige/person/1'],
    ['/body/familyMembers', '/Ersuchen/bescheid/angehoerige/person', '/bescheid/angehoerige/person'],
    ['/body/subject', '/Ersuchen/bescheid/person', '/bescheid/person'],
    ['/body/subject/patronymic', '/Ersuchen/bescheid/person', '/bescheid/person'],
    ['/header/nonce', '/Ersuchen/kopf', '/kopf'],
    ['/body', '/Ersuchen/bescheid', '/bescheid'],
    ['', '/Ersuchen', ''],
  ])('%s stands at %s', (pointer, xpath, jsonPointer) => {
    expect(xml.dialect.pathOf(pointer, 'readmission-reply')).toBe(xpath)
    expect(json.dialect.pathOf(pointer, 'readmission-reply')).toBe(jsonPointer)
  })
})

test('a finer code of the other side is read as the code that includes it, and never written', () => {
  const geschlecht = code('geschlecht', { F: 'w', M: 'm', X: 'x' }, { d: 'X' })
  expect(geschlecht.toCanonical('d')).toBe('X')
  expect(geschlecht.toWire('X')).toBe('x')
  expect(geschlecht.expected).toContain('d')
})

describe('a table is refused at start', () => {
  const defining = (rows: object) => () =>
    defineAdapter({ ...tables, syntax: 'json', actions: { 'readmission-reply': block('bescheid', rows as typeof reply.rows) } })
  const { caseReference, 'official.name': official, ...others } = reply.rows
  const all = { ...others, caseReference, 'official.name': official }

  test.each([
    ['when a field does not exist', { ...all, familyNam: 'x' }, /familyNam is no canonical field/],
    ['when two rows share a place', { ...all, observations: 'entscheidung' }, /bescheid\/entscheidung is used twice/],
    [
      'when a row reaches into the items of a list',
      { ...all, observations: 'angehoerige/person/x' },
      /bescheid\/angehoerige\/person is used twice/,
    ],
    ['when a value stands inside another', { ...all, observations: 'entscheidung/x' }, /entscheidung\/x stands inside a value/],
    ['when a row is of the wrong kind', { ...all, borderPoint: 'grenze' }, /body\.borderPoint: the row is not of the kind/],
    ['when a required field has no row', { ...others, 'official.name': official }, /no row for body\.caseReference/],
    ['when a required record has no row', { ...others, caseReference }, /no row for body\.official/],
    [
      'when an optional record lacks what it requires',
      { ...all, 'borderPoint.airport': 'flughafen' },
      /no row for body\.borderPoint\.name/,
    ],
  ])('%s', (_, rows, reason) => {
    expect(defining(rows)).toThrow(reason)
  })

  test('when one name stands for two codes', () => {
    expect(() => code('geschlecht', { F: 'w', M: 'w' })).toThrow(/two codes/)
    expect(() => code('geschlecht', { F: 'w', M: 'm' }, { w: 'X' })).toThrow(/two codes/)
  })

  test('by the compiler, when a field is misspelt', () => {
    const rowsOfHeader: Rows<Header> = {
      // @ts-expect-error: the field is called messageId
      mesageId: 'kopf/id',
    }
    // @ts-expect-error: familyNam is not a field of the subject
    const bescheid: typeof reply = block('bescheid', { 'subject.familyNam': 'person/name' })
    // @ts-expect-error: a list needs a list row
    const angehoerige: typeof reply = block('bescheid', { familyMembers: 'person' })
    expect([rowsOfHeader, bescheid, angehoerige]).toHaveLength(3)
  })
})

describe('a list in one place', () => {
  const parties = either(code('systems', { xa: 'urn:system:7' }), prefixed('urn:party:'))
  const { dialect } = defineAdapter({ ...tables, syntax: 'json', header: { ...header, copyTo: joined('kopie', ' ', parties) } })
  const copiedTo = (...copyTo: string[]): Message => ({ ...message, header: { ...message.header, copyTo } })
  const copies = (text: string) => read(dialect, textOf(dialect.bytesOf(message)).replace('urn:party:az-mfa urn:party:az-sbs', text))

  test('is written with a separator, and read back value by value', () => {
    const text = textOf(dialect.bytesOf(copiedTo('az-mfa', 'xa')))
    expect(JSON.parse(text)).toMatchObject({ kopie: 'urn:party:az-mfa urn:system:7' })
    expect(read(dialect, text).message).toEqual(copiedTo('az-mfa', 'xa'))
  })

  test('does not carry a value that has the separator in it, nor is it told as two', () => {
    expect(dialect.lossOf(copiedTo('az mfa', 'az-sbs'))).toEqual([{ pointer: '/header/copyTo/0' }])
    expect(JSON.parse(textOf(dialect.bytesOf(copiedTo('az mfa', 'az-sbs'))))).toMatchObject({ kopie: 'urn:party:az-sbs' })
  })

  test('has each of its values checked', () => {
    expect(refusalOf(() => copies('urn:party:az-mfa  urn:party:az-sbs'))).toMatchObject({ code: 'PAYLOAD_INVALID' })
    expect(refusalOf(() => copies('urn:party:az-mfa az-sbs')).issues?.[0]).toMatchObject({ rule: 'pattern', path: '/kopie' })
  })

  test('knows one way to say a value: what goes by another name is not read by its own', () => {
    expect(refusalOf(() => copies('urn:party:az-mfa urn:party:xa'))).toMatchObject({ code: 'PAYLOAD_INVALID' })
  })
})
