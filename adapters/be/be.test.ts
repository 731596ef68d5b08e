import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { treeOf } from '#adapters/golden.ts'
import { coverageOf } from '#core/mapping.ts'
import type { Message } from '#core/message.ts'
import { CHOREOGRAPHY } from '#schemas/choreography.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import adapter from './adapter.ts'
import { isEnterpriseNumber } from './enterprise-number.ts'

const { dialect } = adapter
const textOf = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')
const messageOf = (name: string): Message => JSON.parse(textOf(name))
const written = (message: Message) => new TextDecoder().decode(dialect.bytesOf(message))
const read = (text: string) => {
  const tree = treeOf(new TextEncoder().encode(text), 'xml')
  return dialect.messageOf(tree, dialect.headerOf(tree, { nonce: () => 'A'.repeat(22) }))
}

test('Belgium takes part in every message type but those between the agencies of one state, and every field has a place', () => {
  const isInternal = ({ by, to }: { readonly by: string; readonly to: string }) => by === 'requested' && to === 'requested'
  const expected = MESSAGE_TYPES.filter((type) => !isInternal(CHOREOGRAPHY[type]))
  expect(dialect.types?.toSorted()).toEqual(expected.toSorted())
  expect(coverageOf(adapter).flatMap(({ notCarried }) => notCarried)).toEqual([])
})

test.each(['acceleree', 'versneld', 'beschleunigt'])('a code is read in each language of the state: %s', (word) => {
  const { message, issues } = read(textOf('readmission-application.full.wire.xml').replace('<procedure>acceleree<', `<procedure>${word}<`))
  expect(issues).toEqual([])
  expect(message.body).toMatchObject({ procedure: 'ACCELERATED' })
})

test('Belgium is known by its enterprise number, others by their party id', () => {
  const { header, body } = messageOf('readmission-application.full.json')
  const text = written({ header: { ...header, from: 'be' }, body } as Message)
  const [, number] = /<expediteur><numeroEntreprise>(\d+)</.exec(text) ?? []
  expect(isEnterpriseNumber(String(number))).toBe(true)
  expect(isEnterpriseNumber(String(number).replace(/.$/, '9'))).toBe(false)
  expect(text).toContain('<destinataire><partie>az-sms</partie></destinataire>')
  const tree = treeOf(new TextEncoder().encode(text), 'xml')
  expect(dialect.headerOf(tree, { nonce: () => 'A'.repeat(22) })).toMatchObject({ from: 'be', to: 'az-sms' })
})

test('applications go to the mailbox of Bureau C, answers to that of the identification cell', () => {
  expect(textOf('readmission-application.full.wire.xml')).toContain('<demandeReadmission boite="bureauC">')
  expect(textOf('readmission-reply.full.wire.xml')).toContain('<reponseReadmission boite="CID">')
})

test('a national number with its check digits has a place of its own, one without loses nothing', () => {
  const { header, body } = messageOf('readmission-reply.full.json')
  const { subject } = body as unknown as { readonly subject: object }
  const numbered = (value: string) =>
    written({
      header,
      body: { ...body, subject: { ...subject, identifiers: [{ type: 'NATIONAL_NUMBER', value, country: 'BEL' }] } },
    } as unknown as Message)
  expect(numbered('85073003328')).toContain('<numeroNational>85073003328</numeroNational>')
  expect(numbered('85073003327')).toContain('<type>numeroNational</type><valeur>85073003327</valeur>')
})
