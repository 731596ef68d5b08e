import { afterAll, expect, test } from 'vitest'
import { cleanUp, newFolder, ranKorpu } from '#test/e2e/running.ts'

const env = { KORPU_DATA: newFolder() }
afterAll(cleanUp)

async function limits(...args: string[]) {
  const { code, out } = await ranKorpu(['limits', ...args, '--json'], { env })
  return { exit: code, ...JSON.parse(out) }
}

async function row(scope: string, item: string) {
  const { limits: rows } = await limits('list')
  return rows.find((one: { scope: string; item: string }) => one.scope === scope && one.item === item)
}

test('an administrator confirms a row and a calendar year; who was first stays', async () => {
  expect(await row('eu-az-2014:1', 'T7')).toMatchObject({ confidence: 'GK', by: null })
  expect(await row('eu-az-2014:1', 'T5')).toMatchObject({ confidence: 'V, unit GK', by: null })
  expect(await row('eu-az-2014:1', 'T11')).toBeUndefined()
  expect(await limits('confirm', 'eu-az-2014', 'T7', '--by', 'Nərgiz')).toMatchObject({ exit: 0, confirmed: true, scope: 'eu-az-2014:1' })
  expect(await limits('confirm', 'eu-az-2014:1', 'T7', '--by', 'İlqar')).toMatchObject({ exit: 0, confirmed: false })
  expect(await limits('confirm', 'calendar', 'AZE 2027', '--by', 'Nərgiz')).toMatchObject({ exit: 0, confirmed: true })
  expect(await row('eu-az-2014:1', 'T7')).toMatchObject({ by: 'Nərgiz', at: expect.stringMatching(/Z$/) })
  expect(await row('calendar', 'AZE 2027')).toMatchObject({ by: 'Nərgiz' })
})

test.each([
  ['eu-az-2099', 'T7', 'no rule set'],
  ['eu-az-2014:9', 'T7', 'no rule set'],
  ['eu-az-2014', 'T99', 'no row'],
  ['eu-az-2014', 'constructor', 'no row'],
  ['calendar', 'AZE', 'no calendar year'],
  ['calendar', 'XXX 2027', 'no calendar year'],
])('%s %s is not there to be confirmed', async (scope, item, sentence) => {
  expect(await limits('confirm', scope, item, '--by', 'Nərgiz')).toMatchObject({
    exit: 2,
    ok: false,
    error: expect.stringContaining(sentence),
  })
})
