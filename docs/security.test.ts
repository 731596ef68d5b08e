import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { SUITES } from './attacks.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

test('every line of the threat model and of the ASVS table names a test that is there, or a gap', () => {
  const rows = read('security.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (---|flow|chapter|V17)/.test(line))
  expect(rows.length).toBeGreaterThan(40)
  for (const row of rows) {
    const files = row.match(/[\w./-]+\.test\.ts/g) ?? []
    if (files.length === 0) expect(row).toContain('| gap: ')
    for (const file of files) expect(existsSync(`${ROOT}${file}`), file).toBe(true)
  }
})

test('the page of attacks tells of every suite, and of no attack that went through', () => {
  const page = read('attacks.md')
  for (const suite of SUITES) expect(page).toContain(`## [${suite}]`)
  expect(page).toMatch(/\*\*(\d+) of \1 held\.\*\*/)
  expect(page).not.toContain('**NO**')
})

test('npm run sbom names every package of the product with its licence, as CycloneDX', { timeout: 60_000 }, () => {
  const { stdout, status } = spawnSync('npm', ['run', '--silent', 'sbom'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 })
  expect(status).toBe(0)
  const { bomFormat, components } = JSON.parse(stdout) as {
    readonly bomFormat: string
    readonly components: readonly { readonly name: string; readonly licenses?: readonly object[] }[]
  }
  expect(bomFormat).toBe('CycloneDX')
  const names = new Set(components.map(({ name }) => name))
  for (const name of ['hono', 'libxml2-wasm', 'pg', 'undici']) expect(names.has(name), name).toBe(true)
  expect(components.filter(({ licenses }) => !licenses?.length).map(({ name }) => name)).toEqual([])
})
