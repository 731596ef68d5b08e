import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PartyFileInput } from '#certs/party-file.ts'
import { makeDevelopmentPki } from '#certs/pki.ts'
import { cleanUp, newFolder, type Running, ranKorpu, startKorpu } from '#test/e2e/running.ts'

const dir = newFolder()
const env = { KORPU_DATA: newFolder() }
const FILE = join(dir, 'parties.json')
let hub: Running

beforeAll(async () => {
  await makeDevelopmentPki(dir, ['de', 'az-sms'])
  hub = startKorpu(['serve'], { env: { ...env, KORPU_EXCHANGE_PORT: '0', KORPU_OPS_PORT: '0', KORPU_CONSOLE_PORT: '0' } })
  await hub.said(/korpu is serving/)
})
afterAll(cleanUp)

type Parties = PartyFileInput['parties']
const party = (id: string, dialect: string): Parties[number] => ({
  id,
  title: id,
  dialect,
  endpoint: { transport: 'mailbox', signature: 'xades' },
  certificates: [
    { use: 'tls', file: `${id}.tls.cert.pem` },
    { use: 'signing', file: `${id}.sign.cert.pem`, validUntil: '2030-01-01T00:00:00Z' },
  ],
  serverAnchors: ['ca.cert.pem'],
  home: { state: 'DEU', timeZone: 'Europe/Berlin' },
  ...(id === 'de' ? { roles: ['CENTRAL', 'MISSION'] } : {}),
})
const agreement = (from: string, to: string) => ({ from, to, agreement: 'eu-az-2014', validFrom: '2014-09-01T00:00:00Z' })
const BOTH: PartyFileInput = { parties: [party('de', 'de'), party('az-sms', 'json')], agreements: [agreement('de', 'az-sms')] }

async function apply(content: object, ...more: string[]) {
  writeFileSync(FILE, JSON.stringify(content))
  const { code, out, err } = await ranKorpu(['party', 'apply', FILE, '--json', ...more], { env })
  expect(err).toBe('')
  return { exit: code, ...JSON.parse(out) }
}

const FOLDERS = {
  transport: 'sftp',
  url: 'sftp://korpu:sinaq@files.example/exchange',
  hostKeys: [`SHA256:${'A'.repeat(43)}`],
  signature: 'xades',
}

describe('korpu party apply', () => {
  it('shows what would change, changes it, and the second time finds nothing to change', async () => {
    const plan = ['+ party de', '+ party az-sms', '+ agreement de>az-sms:eu-az-2014:2014-09-01']
    expect(await apply(BOTH, '--plan')).toEqual({ exit: 0, ok: true, applied: false, plan })
    expect(await apply(BOTH)).toEqual({ exit: 0, ok: true, applied: true, plan })
    expect(await apply(BOTH)).toEqual({ exit: 0, ok: true, applied: true, plan: [] })
    // The hub that runs sees it by itself.
    await expect.poll(hub.out, { timeout: 5_000 }).toMatch(/"directory.changed","count":2/)
  })

  it('pins trust anchors, and refuses an agreement that asks about revocation where there is nobody to ask', async () => {
    const [de, ...others] = BOTH.parties
    const withAnchors = (anchor: object) => ({
      parties: [{ ...de, anchors: [{ file: 'ca.cert.pem', ...anchor }] }, ...others],
      agreements: [{ ...agreement('de', 'az-sms'), revocation: 'soft' }],
    })
    expect(await apply(withAnchors({ ocsp: ['http://ocsp.example/'] }), '--plan')).toMatchObject({
      exit: 0,
      plan: ['~ party de', '~ agreement de>az-sms:eu-az-2014:2014-09-01'],
    })
    writeFileSync(FILE, JSON.stringify(withAnchors({})))
    const { code, err } = await ranKorpu(['party', 'apply', FILE, '--plan'], { env })
    expect([code, err]).toEqual([2, expect.stringContaining('no anchor of de has an address to ask')])
  })

  it('names what changes and what goes, and nothing else', async () => {
    await apply(BOTH)
    const next = {
      parties: [{ ...party('de', 'de'), title: 'Almaniya' }, party('az-sms', 'json')],
      agreements: [agreement('az-sms', 'de')],
    }
    expect((await apply(next)).plan).toEqual([
      '~ party de',
      '+ agreement az-sms>de:eu-az-2014:2014-09-01',
      '- agreement de>az-sms:eu-az-2014:2014-09-01',
    ])
  })

  it.each([
    [
      'a dialect that no adapter speaks',
      { ...BOTH, parties: [party('de', 'klinqon'), party('az-sms', 'json')] },
      'party de speaks klinqon',
      'az-sms',
    ],
    ['an agreement with a stranger', { ...BOTH, agreements: [agreement('de', 'fr')] }, 'names fr', 'Write the party down'],
    ['a party twice', { ...BOTH, parties: [...BOTH.parties, party('de', 'xml')] }, 'de stands there twice', 'Leave one'],
    [
      'a time zone that does not exist',
      { ...BOTH, parties: [{ ...party('de', 'de'), home: { state: 'DEU', timeZone: 'Europe/Baku' } }, party('az-sms', 'json')] },
      'Party de has a time zone',
      'IANA',
    ],
    [
      'a password in the address of folders',
      { ...BOTH, parties: [{ ...party('de', 'de'), endpoint: FOLDERS }, party('az-sms', 'json')] },
      'Party de is reached by SFTP, but its endpoint has no url sftp://account@server/folder',
      'No password',
    ],
    ['a member that it does not know', { ...BOTH, note: 'x' }, 'is wrong at /note', 'operator guide'],
  ])('refuses %s with a sentence', async (_what, content, sentence, hint) => {
    const refused = await apply(content)
    expect(refused).toMatchObject({ exit: 2, ok: false, error: expect.stringContaining(sentence), hint: expect.stringContaining(hint) })
  })
})
