import { randomUUID, X509Certificate } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Judging, trustingIn } from '#core/evidence/trusting.ts'
import { seal } from '#core/flow/seal.ts'
import { certificateOf } from '#core/signature/certificate.ts'
import { createLog } from '#log'
import { acceptance, deliveryTo } from '#test/acceptance.ts'
import { hubKeys, keysOf } from '#test/parties.ts'
import { STORE_KEYS } from '#test/store-keys.ts'
import { type Database, openDatabase } from './database.ts'
import { verifySeals } from './sealed-trail.ts'

const CA = trustingIn([certificateOf(new X509Certificate(keysOf('hub').tls.ca).raw)])
const dataDir = join(tmpdir(), `korpu-sealed-${randomUUID()}`)
let database: Database

beforeAll(async () => {
  database = await openDatabase({ dataDir, owner: true }, STORE_KEYS, 2)
  const { store } = database
  const keys = hubKeys()
  for (let n = 0; n < 4; n++) {
    for (let m = 0; m < 3; m++) await store.accept(acceptance({ from: 'de', deliveries: [deliveryTo('az-sms')] }))
    await seal({ store, keys, clock: { now: () => new Date() }, log: createLog('silent') })
  }
})
afterAll(async () => {
  await database?.close()
  await rm(dataDir, { recursive: true, force: true })
})

const verdict = (trusting: Judging = CA) => verifySeals(database.pool, database.store.treeHeads, trusting)

it('tree heads hold as they were made, for those who trust who signed them', async () => {
  expect(await verdict()).toEqual({ heads: 4, broken: [] })
  const { broken } = await verdict(() => 'is unknown')
  expect(broken).toHaveLength(4)
  expect(broken[0]).toEqual({ number: 1, why: 'was signed with a certificate that is unknown' })
})

const OTHER_LINK = `UPDATE audit_link SET head = sha256(head) WHERE (party, lane, number) IN (
  SELECT party, lane, last FROM tree_head_span WHERE number = 2 LIMIT 1)`

it.each([
  ['a link that was changed, with all behind it', OTHER_LINK, [{ number: 2, why: 'was made over other links than are there now' }]],
  [
    'links that were taken out',
    `DELETE FROM audit_link WHERE (party, lane, number) IN (
      SELECT party, lane, last FROM tree_head_span WHERE number = 2 LIMIT 1)`,
    [{ number: 2, why: 'covers another number of links than the 2 that are there' }],
  ],
  [
    'a tree head that is missing',
    'DELETE FROM tree_head WHERE number = 2',
    [{ number: 3, why: 'does not follow the one before it: some are missing' }],
  ],
  [
    'a tree head that was written anew',
    `UPDATE tree_head SET bytes = convert_to(replace(convert_from(bytes, 'UTF8'), '"size":3', '"size":4'), 'UTF8') WHERE number = 2`,
    [
      { number: 2, why: 'has a signature that does not hold' },
      { number: 3, why: 'names another one before it' },
    ],
  ],
  [
    'one in the place of another',
    `UPDATE tree_head SET bytes = other.bytes, signature = other.signature FROM tree_head AS other
      WHERE tree_head.number = 2 AND other.number = 1`,
    [
      { number: 2, why: 'says that it has another number' },
      { number: 3, why: 'names another one before it' },
    ],
  ],
])('%s is named', async (_, tampering, broken) => {
  const tables = ['audit_link', 'tree_head']
  for (const table of tables) await database.pool.query(`CREATE TABLE kept_${table} AS TABLE ${table}`)
  try {
    await database.pool.query(tampering)
    expect((await verdict()).broken).toEqual(broken)
  } finally {
    for (const table of tables)
      await database.pool.query(`TRUNCATE ${table}; INSERT INTO ${table} SELECT * FROM kept_${table}; DROP TABLE kept_${table}`)
  }
})
