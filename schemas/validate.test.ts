import { describe, expect, test } from 'vitest'
import { type Fault, faultsOf, leavesOf, MESSAGE_TYPES, messageFaultsOf } from './index.ts'
import { sampleOf } from './samples/messages.ts'

const { header, body } = sampleOf('readmission-application', 'full')
const application = (changes: object) => faultsOf('readmission-application', { ...body, ...changes })
const head = (changes: object) => faultsOf('Header', { ...header, ...changes })
const told = (faults: readonly Fault[]) => faults.map(({ rule, pointer }) => `${rule} ${pointer}`)

describe('a fault', () => {
  test('is named by its rule and points at the place', () => {
    expect(told(application({ date: undefined, subject: { ...body.subject, sex: 'W', heightCm: 1000 } }))).toEqual([
      'required /date',
      'code /subject/sex',
      'range /subject/heightCm',
    ])
    expect(told(application({ date: '20.11.2026', interviewRequested: 'true', children: [] }))).toEqual([
      'pattern /date',
      'type /interviewRequested',
      'count /children',
    ])
    expect(told(application({ place: 'Ş'.repeat(101) }))).toEqual(['length /place'])
  })

  test('names the parent of a member that the schema does not know, and what it may have', () => {
    const subject = { ...body.subject, soyad: 'Əliyeva' }
    expect(told(application({ subject }))).toEqual(['unknown /subject'])
    expect(application({ subject })[0]?.expected).toContain('familyName, givenNames, patronymic')
  })

  test('says what was expected, in words or codes', () => {
    expect(application({ procedure: 'FAST' })[0]?.expected).toBe('one of NORMAL, ACCELERATED')
    expect(application({ subject: { ...body.subject, birthCountry: 'XYZ' } })[0]?.expected).toBe('a code of the list CountryCode')
    expect(application({ date: 'x' })[0]?.expected).toBe('a date, YYYY-MM-DD')
  })

  test('never repeats a value of the message', () => {
    const faults = application({
      place: ' Sirrli yer',
      procedure: 'SECRET',
      evidence: [{ code: 'P06', note: 'Gu\u0308nay' }],
      date: '2026-02-30',
    })
    expect(told(faults)).toEqual(['code /procedure', 'pattern /place', 'range /date', 'nfc /evidence/0/note'])
    expect(JSON.stringify(faults)).not.toMatch(/Sirrli|SECRET|nay|2026-02-30/)
  })

  test('points into header and body when a whole message is judged', () => {
    const message = { header: { ...header, nonce: 'short' }, body: { ...body, signatory: { name: '' } } }
    expect(told(messageFaultsOf(message))).toEqual(['pattern /header/nonce', 'pattern /body/signatory/name'])
  })

  test('of an unknown type is told without a word about the body', () => {
    const message = { header: { ...header, type: 'toString' as never }, body: { ...body, date: 'x' } }
    expect(told(messageFaultsOf(message))).toEqual(['code /header/type'])
  })

  test('is found in anything, however far from an object', () => {
    for (const value of [undefined, null, 'x', 7, [], [[]]]) expect(faultsOf('Receipt', value).map(({ rule }) => rule)).toContain('type')
    expect(told(application({ children: [null], evidence: {} }))).toEqual(['type /children/0', 'type /evidence'])
    const proto = JSON.parse('{"__proto__":{"familyName":"Əliyeva"},"familyName":"Əliyeva","nationalities":["AZE"]}')
    expect(told(application({ subject: proto }))).toEqual(['unknown /subject'])
  })
})

describe('beyond the schema', () => {
  test('text that is not NFC is refused, wherever it stands', () => {
    expect(told(application({ subject: { ...body.subject, aliases: [{ familyName: 'C\u0327ic\u0327ək' }] } }))).toEqual([
      'nfc /subject/aliases/0/familyName',
    ])
  })

  test.each(['2026-02-29', '2026-04-31', '1900-02-29', '2025-06-31'])('%s is not a day', (day) => {
    expect(told(application({ date: day }))).toEqual(['range /date'])
    expect(told(application({ subject: { ...body.subject, birthDate: day } }))).toEqual(['range /subject/birthDate'])
    expect(told(head({ createdAt: `${day}T10:00:00Z` }))).toEqual(['range /createdAt'])
  })

  test.each(['2024-02-29', '2000-02-29', '2026-12-31'])('%s is a day', (day) => {
    expect(application({ date: day })).toEqual([])
  })
})

describe('leaves', () => {
  test('are told by path, with [] for lists', () => {
    expect(leavesOf('readmission-application')).toEqual(
      expect.arrayContaining(['subject.familyName', 'children[].birthDate', 'evidence[].attachments[].digest', 'subject.nationalities[]']),
    )
  })

  test('are different for each type', () => {
    expect(new Set(MESSAGE_TYPES.map((type) => leavesOf(type).join())).size).toBe(MESSAGE_TYPES.length)
  })
})
