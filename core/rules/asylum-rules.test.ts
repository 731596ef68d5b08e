import { expect, test } from 'vitest'
import type { Message, MessageType } from '#core/message.ts'
import { bodies, definitions, fieldsOf } from '#schemas/generate/definitions.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { alone, verdictOf } from './agreement.ts'
import { namesAsylum } from './asylum-rules.ts'

const flagsOf = (type: MessageType, body: object) => {
  const sample = sampleOf(type, 'small')
  const message = { ...sample, body: { ...sample.body, ...body } } as Message
  return verdictOf(message, alone(message)).flags.filter(({ rule }) => rule === 'asylum-words')
}

test.each([
  'Şəxs sığınacaq üçün müraciət edib.',
  'SIĞINACAĞI RƏDD EDİLİB',
  'siginacaq',
  'QAÇQIN statusu',
  'Гачгын статусу вар',
  'Hat Asyl beantragt',
  'Asylantrag abgelehnt',
  'FLÜCHTLINGSEIGENSCHAFT',
  'unter subsidiärem Schutz',
  'claims to be a Refugee',
  'non-refoulement',
  'fears persecution',
  'Il demande l’asile',
  'Réfugié statutaire',
  'asielzoeker',
  'statusu uchodźcy odmówiono',
  'ochrony uzupełniającej',
  'просил убежища',
  'статус беженца',
  'İLTİCA talebi',
])('%s tells of asylum', (text) => {
  expect(namesAsylum(text)).toBe(true)
})

test.each([
  'Uşaq anasından asılıdır',
  'Asılı vəziyyət',
  'Cinayət təqibi yoxdur',
  'Strafrechtlich verfolgt',
  'International flight, protection of minors',
  'Международный рейс. Защита свидетелей',
  'Gasyl',
  'Ochrona na lotnisku',
  '',
])('%s does not', (text) => {
  expect(namesAsylum(text)).toBe(false)
})

test('only free text is looked at, and titles of copies', () => {
  const requestedAuthority = { name: 'Bundesamt für Migration und Flüchtlinge' }
  expect(flagsOf('readmission-application', { requestedAuthority })).toEqual([])
  const evidence = [
    {
      code: 'P07',
      issuedBy: 'Asylgericht',
      attachments: [{ digest: '0'.repeat(64), size: 1, mediaType: 'image/png', title: 'Asylbescheid' }],
    },
  ]
  expect(flagsOf('readmission-application', { evidence })).toEqual([{ rule: 'asylum-words', path: '/body/evidence/0/attachments/0/title' }])
})

/** Words of the standard itself: names of fields, codes and their titles in both languages. */
const SPOKEN = [
  ...bodies.map(({ type }) => type),
  ...definitions().records.flatMap((record) => fieldsOf(record).flatMap(({ name, definition }) => [name, ...definition])),
  ...definitions().leaves.flatMap(({ facts: { codes } }) =>
    Object.entries(codes?.codes ?? {}).flatMap(([code, titles]) => [code, ...titles]),
  ),
].map((words) => words.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' '))

/** A state may refuse transit because of what threatens in another state (article 14): its own ground, no statement of the person. */
const GROUND_OF_TRANSIT = /^PERSECUTION RISK$|^Risk of torture,/

test('no field, code or title of any message has a place for asylum information', () => {
  expect(MESSAGE_TYPES.length).toBe(bodies.length)
  expect(SPOKEN.length).toBeGreaterThan(500)
  expect(SPOKEN.filter((words) => namesAsylum(words) && !GROUND_OF_TRANSIT.test(words))).toEqual([])
})
