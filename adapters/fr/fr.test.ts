import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { treeOf } from '#adapters/golden.ts'
import { coverageOf } from '#core/mapping.ts'
import type { JsonObject, Message } from '#core/message.ts'
import { CHOREOGRAPHY } from '#schemas/choreography.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import adapter from './adapter.ts'

const { dialect } = adapter
const wireIn = (name: string) => JSON.parse(readFileSync(new URL(`./fixtures/${name}.wire.json`, import.meta.url), 'utf8'))

function read(wire: JsonObject): Message {
  const tree = treeOf(new TextEncoder().encode(JSON.stringify(wire)), 'json')
  const { message, issues } = dialect.messageOf(tree, dialect.headerOf(tree, { nonce: () => 'the hub gives none' }))
  expect(issues).toEqual([])
  return message
}

test('France takes part in every message type but those between the agencies of one state', () => {
  const isInternal = ({ by, to }: { readonly by: string; readonly to: string }) => by === 'requested' && to === 'requested'
  const expected = MESSAGE_TYPES.filter((type) => !isInternal(CHOREOGRAPHY[type]))
  expect(dialect.types?.toSorted()).toEqual(expected.toSorted())
})

test('every field of every body has a place', () => {
  expect(coverageOf(adapter).flatMap(({ notCarried }) => notCarried)).toEqual([])
})

test('prefectures speak through one party: who asks stands in the application, and its reference leads the answer back', () => {
  const { entete, contenu } = wireIn('readmission-application.small')
  const from = (denomination: string, referenceDossier: string) =>
    read({
      entete: { ...entete, emetteur: 'fr' },
      contenu: { ...contenu, referenceDossier, autoriteRequerante: { denomination, service: 'Bureau de l’éloignement' } },
    })
  const [one, other] = [from('Préfecture d’Exempleville', '2026-075-0417'), from('Préfecture du Modèle', '2026-013-0002')]
  expect([one.header.from, other.header.from]).toEqual(['fr', 'fr'])
  expect(one.body).toMatchObject({ requestingAuthority: { name: 'Préfecture d’Exempleville' }, caseReference: '2026-075-0417' })
  expect(other.body).toMatchObject({ requestingAuthority: { name: 'Préfecture du Modèle' }, caseReference: '2026-013-0002' })

  const reply = JSON.parse(readFileSync(new URL('./fixtures/readmission-reply.full.json', import.meta.url), 'utf8'))
  const answered = { ...reply, body: { ...reply.body, applicationReference: '2026-075-0417' } }
  expect(JSON.parse(new TextDecoder().decode(dialect.bytesOf(answered)))).toMatchObject({ contenu: { referenceDemande: '2026-075-0417' } })
})

test.each([
  ['of ten digits stands in a place of its own', '7503000001', 'FRA', { numeroAgdref: '7503000001' }],
  ['of nine digits as well', '750300001', 'FRA', { numeroAgdref: '750300001' }],
  [
    'that cannot be one stands among the others',
    '75-1',
    'FRA',
    { autresIdentifiants: [{ nature: 'NUMERO_ETRANGER', valeur: '75-1', pays: 'FRA' }] },
  ],
  [
    'of another state is none',
    '7503000001',
    'DEU',
    { autresIdentifiants: [{ nature: 'NUMERO_ETRANGER', valeur: '7503000001', pays: 'DEU' }] },
  ],
])('an AGDREF number %s, and comes back as it was', (_, value, country, expected) => {
  const { header, body } = JSON.parse(readFileSync(new URL('./fixtures/readmission-application.small.json', import.meta.url), 'utf8'))
  const identifiers = [{ type: 'FOREIGNERS_FILE', value, country }]
  const message = { header, body: { ...body, subject: { ...body.subject, identifiers } } }
  const wire = JSON.parse(new TextDecoder().decode(dialect.bytesOf(message)))
  expect(wire.contenu.personne).toEqual({ nom: 'Əliyeva', nationalites: ['AZE'], ...expected })
  expect(read(wire)).toEqual(message)
})
