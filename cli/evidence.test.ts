/** Taken from the database of a hub that does not run, verified when the database is gone. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDevelopmentPki } from '#certs/pki.ts'
import { storeKeysOf } from '#certs/store-keys.ts'
import { evidenceOf } from '#core/flow/evidence.ts'
import { randomIds } from '#ids'
import { openDatabase } from '#prisma/database.ts'
import { acceptance, auditEvent, deliveryTo } from '#test/acceptance.ts'
import { cleanUp, newFolder, ranKorpu } from '#test/e2e/running.ts'
import { wholeOf } from '#test/evidence-copies.ts'
import { memoryHub } from '#test/hub.ts'
import { keysOf } from '#test/parties.ts'

const folder = newFolder()
const env = { KORPU_DATA: folder }
const korpu = (...args: string[]) => ranKorpu(['evidence', ...args], { env })

beforeAll(() => {
  mkdirSync(folder)
})
afterAll(async () => {
  await cleanUp()
  await rm(folder, { recursive: true, force: true })
})

test('an operator takes the evidence of a message out of the database, into a new file for its owner only', async () => {
  const database = await openDatabase(
    { dataDir: join(folder, 'database'), owner: true },
    storeKeysOf({ storeKey: undefined, data: folder }),
    2,
  )
  const one = acceptance({ from: 'de', messageId: randomIds.uuid(), deliveries: [deliveryTo('az-sms')] })
  await database.store.accept(one)
  await database.store.refused(auditEvent('SubmissionRejection', 'de'))
  await database.close()
  const { messageId } = one.message
  const out = join(folder, 'one.asice')

  expect(await korpu('export', messageId, '--out', out)).toMatchObject({ code: 0, out: expect.stringContaining('is written') })
  expect(statSync(out).mode & 0o777).toBe(0o600)
  expect(readFileSync(out).includes(Buffer.from(one.message.original))).toBe(true)
  expect(await korpu('export', messageId, '--out', out)).toMatchObject({ code: 2, err: expect.stringContaining('cannot be written') })

  const theirs = join(folder, 'theirs.asice')
  expect(await korpu('export', messageId, '--for', 'az-sms', '--out', theirs)).toMatchObject({ code: 0 })
  expect(readFileSync(theirs).includes(Buffer.from(one.message.original))).toBe(false)
  expect(await korpu('export', messageId, '--for', 'fr', '--out', join(folder, 'none'))).toMatchObject({ code: 1 })
}, 120_000)

test('anyone verifies it without hub and database, sentence by sentence, and is told what was changed', async () => {
  const memory = await memoryHub()
  const { message } = await memory.send('xa', 'readmission-application')
  await memory.deliverDue()
  const container = await wholeOf(await evidenceOf(memory.hub, message.header.messageId, undefined))
  const [file, ca, strangers] = ['two.asice', 'ca.pem', 'strangers'].map((name) => join(folder, name)) as [string, string, string]
  writeFileSync(file, container)
  writeFileSync(ca, keysOf('hub').tls.ca)
  const { code, out } = await korpu('verify', file, '--ca', ca)
  expect(out).toContain('yes: everything in this file is proven')
  expect(out).toContain('The original bytes that xa sent are here')
  expect(code).toBe(0)

  const { caFile } = await makeDevelopmentPki(strangers, [])
  expect(await korpu('verify', file, '--ca', caFile)).toMatchObject({ code: 1, out: expect.stringContaining('was not issued by the CA') })

  writeFileSync(file, container.with(container.indexOf('statement.json') + 100, 0))
  const changed = await korpu('verify', file, '--ca', ca, '--json')
  expect(changed.code).toBe(1)
  expect(JSON.parse(changed.out)).toMatchObject({
    ok: false,
    findings: [{ proven: false, sentence: expect.stringContaining('statement.json was changed') }],
  })
  expect(await korpu('verify', join(folder, 'absent'), '--ca', ca)).toMatchObject({ code: 2 })
}, 120_000)
