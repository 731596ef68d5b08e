/** The folder that the kit makes, held to the contract as it is, in a place that knows the rooms of the hub and has no other party. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { contractOf } from './contract.ts'
import { loadAdapters } from './load.ts'
import { mutationsOf } from './mutation.ts'
import { propertiesOf } from './properties.ts'

const ROOT = dirname(import.meta.dirname)
const place = mkdtempSync(join(tmpdir(), 'korpu-new-'))
const parties = join(place, 'adapters')
afterAll(() => rmSync(place, { recursive: true }))

mkdirSync(parties)
writeFileSync(
  join(place, 'package.json'),
  JSON.stringify({ type: 'module', imports: { '#core/*': './core/*', '#schemas/*': './schemas/*' } }),
)
for (const room of ['core', 'schemas']) symlinkSync(join(ROOT, room), join(place, room))

const newAdapter = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'adapters/new.ts'), ...args, '--into', parties], { encoding: 'utf8' })

/** Every file of the rooms that a party could touch, with the time of its last change. */
const surroundings = () =>
  ['adapters', 'docs', 'schemas', 'core', 'test'].flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${name} ${statSync(join(ROOT, room, name)).mtimeMs}`,
    ),
  )

const before = surroundings()
const made = [newAdapter('pt', '--title', "Portugal: the agency's system"), newAdapter('xy', '--syntax', 'json')]
const after = surroundings()

test('each gets a folder of its own, and nothing else is touched', () => {
  expect(made.map(({ status, stdout, stderr }) => [status, stdout, stderr])).toEqual([
    [0, `${join(parties, 'pt')}/\n`, ''],
    [0, `${join(parties, 'xy')}/\n`, ''],
  ])
  expect(readdirSync(parties)).toEqual(['pt', 'xy'])
  expect(after).toEqual(before)
})

test('a folder that is there is left as it is', () => {
  const again = newAdapter('pt')
  expect([again.status, again.stdout]).toEqual([2, ''])
  expect(again.stderr).toContain('cannot be made')
})

test.each([['Pt'], ['../pt'], ['pt', 'es'], []])('%j is no party', (...args) => {
  expect(newAdapter(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining('Name one') })
})

test('what it writes is written as the house writes', () => {
  const biome = fileURLToPath(import.meta.resolve('@biomejs/biome/bin/biome'))
  const { status, stderr } = spawnSync(
    process.execPath,
    [biome, 'check', '--error-on-warnings', '--config-path', ROOT, '--vcs-enabled=false', '--linter-enabled=false', parties],
    {
      encoding: 'utf8',
    },
  )
  expect(status, stderr).toBe(0)
})

describe.each([...(await loadAdapters(pathToFileURL(join(parties, '/'))))])('the new adapter of %s', (party, adapter) => {
  const fixtures = pathToFileURL(join(parties, party, 'fixtures', '/'))
  contractOf(adapter, fixtures)
  // One of the two is enough: what differs between the syntaxes, the contract sees.
  if (party !== 'pt') return
  mutationsOf(adapter, fixtures)
  propertiesOf(adapter)
})
