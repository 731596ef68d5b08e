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
}, 180_000)

test('a confirmation is taken back, by whom and when is kept, and it may be given again', async () => {
  const year = ['calendar', 'DEU 2027'] as const
  const scope = ['ch-az-2016:1', 'T7'] as const
  expect(await limits('withdraw', ...scope, '--by', 'İlqar')).toMatchObject({ exit: 0, withdrawn: false })
  await limits('confirm', ...scope, '--by', 'Nərgiz')
  expect(await limits('withdraw', ...scope, '--by', 'İlqar')).toMatchObject({ exit: 0, withdrawn: true })
  const time = expect.stringMatching(/Z$/)
  const past = [{ by: 'Nərgiz', at: time, withdrawnBy: 'İlqar', withdrawnAt: time }]
  expect(await row(...scope)).toMatchObject({ by: null, at: null, withdrawn: past })
  expect((await ranKorpu(['limits', 'list'], { env })).out).toMatch(
    /ch-az-2016:1 {2}T7.*only warns; İlqar took back at \S+ what Nərgiz had confirmed/,
  )
  await limits('confirm', ...scope, '--by', 'Aysel')
  expect(await row(...scope)).toMatchObject({ by: 'Aysel', withdrawn: past })
  expect(await limits('withdraw', ...year, '--by', 'İlqar')).toMatchObject({ exit: 0, withdrawn: false })
}, 180_000)

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
