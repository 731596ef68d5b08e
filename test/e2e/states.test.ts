/** States that join by data alone: a party file, or a folder beside the hub with an agreement and an agency. A case of each crosses a real hub. */
import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contractOf } from '#adapters/contract.ts'
import { loadAdapters, loadStates } from '#adapters/load.ts'
import { makeDevelopmentPki, partyFiles } from '#certs/pki.ts'
import { sampleOf } from '#schemas/samples/messages.ts'
import { openPlace, type Place } from '#test/place.ts'
import { cleanUp, newFolder, ranKorpu } from './running.ts'

afterAll(cleanUp)

const EXAMPLE = fileURLToPath(import.meta.resolve('#docs/examples/parties.json'))
const GEORGIA = fileURLToPath(new URL('../fixtures/georgia', import.meta.url))

/** An application, its acknowledgement and the reply, each signed, delivered and receipted; answers with what the two read. */
async function caseOf(place: Place, state: string, agency: string, agreement: string): Promise<readonly string[]> {
  const conversationId = randomUUID()
  const requesting = place.system(state)
  const requested = place.system(agency)
  const about = { conversationId, agreement }
  const application = {
    ...about,
    type: 'readmission-application',
    to: agency,
    body: sampleOf('readmission-application', 'small').body,
  } as const
  const { header } = await requesting.send(application)
  const read = [await requested.next()]
  for (const type of ['acknowledgement', 'readmission-reply'] as const) {
    await requested.send({ ...about, type, to: state, inReplyTo: header.messageId, body: sampleOf(type, 'small').body })
    read.push(await requesting.next())
  }
  expect(read.map((message) => [message.header.conversationId, message.header.agreement])).toEqual(
    read.map(() => [conversationId, agreement]),
  )
  expect(read[0]?.body).toEqual(application.body)
  expect(await requesting.deliveries(header.messageId)).toMatchObject([{ party: agency, state: 'delivered' }])
  return read.map((message) => `${message.header.from} ${message.header.type}`)
}

describe('a hub with the party file of the documentation', () => {
  let place: Place
  beforeAll(async () => {
    place = await openPlace(EXAMPLE)
  })
  afterAll(() => place.close())

  test.each([
    ['no', 'no-az-2014'],
    ['ch', 'ch-az-2016'],
    ['bg', 'eu-az-2014'],
  ])('carries a case of %s under %s, without a folder of its own', async (state, agreement) => {
    expect(await caseOf(place, state, 'az-sms', agreement)).toEqual([
      `${state} readmission-application`,
      'az-sms acknowledgement',
      'az-sms readmission-reply',
    ])
  })
})

describe('a hub that is given a folder with another requested state', () => {
  let place: Place
  beforeAll(async () => {
    place = await openPlace(`${GEORGIA}/parties.json`, { KORPU_STATES: GEORGIA })
  })
  afterAll(() => place.close())

  test('carries a case between Bulgaria and Georgia', async () => {
    expect(await caseOf(place, 'bg', 'ge-moia', 'eu-ge-2011')).toEqual([
      'bg readmission-application',
      'ge-moia acknowledgement',
      'ge-moia readmission-reply',
    ])
  })
})

test('korpu convert, sign and verify know the dialect of the folder, and nobody knows it without', { timeout: 180_000 }, async () => {
  const sample = fileURLToPath(
    new URL('samples/readmission-application.small.json', import.meta.resolve('#schemas/published/message-1.xsd')),
  )
  const convert = (states: string, ...args: readonly string[]) => ranKorpu(['convert', ...args], { env: { KORPU_STATES: states } })
  const there = await convert(GEORGIA, sample, '--to', 'ge-moia')
  expect(there.code).toBe(0)
  const folder = newFolder()
  mkdirSync(folder)
  const wire = join(folder, 'wire.json')
  writeFileSync(wire, there.out)
  const back = await convert(GEORGIA, wire, '--from', 'ge-moia', '--to', 'json')
  expect(JSON.parse(back.out)).toEqual(JSON.parse(readFileSync(sample, 'utf8')))
  expect(await convert('', sample, '--to', 'ge-moia')).toMatchObject({ code: 2, err: expect.stringContaining('There is no such dialect.') })

  const pki = join(folder, 'pki')
  const { caFile } = await makeDevelopmentPki(pki, ['ge-moia'])
  const { signKey, signCert } = partyFiles(pki, 'ge-moia')
  const sign = (states: string) =>
    ranKorpu(['sign', wire, '--as', 'ge-moia', '--key', signKey, '--cert', signCert], { env: { KORPU_STATES: states } })
  const signature = join(folder, 'wire.jws')
  writeFileSync(signature, (await sign(GEORGIA)).out)
  const verified = await ranKorpu(['verify', wire, '--signature', signature, '--ca', caFile, '--as', 'ge-moia'], {
    env: { KORPU_STATES: GEORGIA },
  })
  expect([verified.code, verified.err]).toEqual([0, ''])
  expect(await sign('')).toMatchObject({ code: 2, err: expect.stringContaining('There is no adapter of ge-moia.') })
})

test('the agreement of the folder stands beside those that every hub has', async () => {
  const { ruleSets, dialects } = await loadStates([GEORGIA])
  expect(ruleSets.map(({ id }) => id)).toEqual(['eu-az-2014', 'ch-az-2016', 'no-az-2014', 'eu-ge-2011'])
  expect(dialects.has('ge-moia')).toBe(true)
  await expect(loadStates([GEORGIA, GEORGIA])).rejects.toThrow('There are two adapters of ge-moia.')
})

describe.each([...(await loadAdapters(pathToFileURL(`${GEORGIA}/adapters/`)))])('the adapter of %s', (party, adapter) => {
  contractOf(adapter, pathToFileURL(`${GEORGIA}/adapters/${party}/fixtures/`))
})
