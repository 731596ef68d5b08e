/** `npm run attacks`: runs every attack suite and writes docs/attacks.md, what was tried and what came of it. */
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
export const SUITES: readonly string[] = globSync('{core,certs,routes}/**/*.attacks.test.ts', { cwd: ROOT }).sort()

interface Assertion {
  readonly ancestorTitles: readonly string[]
  readonly title: string
  readonly status: string
}

interface Report {
  readonly testResults: readonly { readonly name: string; readonly assertionResults: readonly Assertion[] }[]
}

function ran(): Report {
  const folder = mkdtempSync(join(tmpdir(), 'korpu-attacks-'))
  try {
    const file = join(folder, 'report.json')
    spawnSync('npx', ['vitest', 'run', ...SUITES, '--reporter=json', `--outputFile=${file}`], { cwd: ROOT })
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export function attacksPage({ testResults }: Report): string {
  const all = testResults.flatMap(({ assertionResults }) => assertionResults)
  const held = all.filter(({ status }) => status === 'passed').length
  const empty = testResults.find(({ assertionResults }) => assertionResults.length === 0)
  if (empty) throw new Error(`${empty.name} ran no test`)
  const suites = testResults
    .map(({ name, assertionResults }) => ({ file: relative(ROOT, name), assertionResults }))
    .sort((one, other) => (one.file < other.file ? -1 : 1))
  return [
    '# Attacks',
    '',
    'Written by `npm run attacks`. Every line is a test that plays an attack, or that shows that what the attacks start from is taken; "held" means that the hub did what it must.',
    '',
    `**${held} of ${all.length} held.**`,
    ...suites.flatMap(({ file, assertionResults }) => [
      '',
      `## [${file}](../${file})`,
      '',
      '| what | held |',
      '| --- | --- |',
      ...assertionResults.map(({ ancestorTitles, title, status }) => {
        const what = [...ancestorTitles, title].filter((part) => part !== '').join(': ')
        return `| ${what.replaceAll('|', '\\|').replaceAll('<', '&lt;')} | ${status === 'passed' ? 'yes' : '**NO**'} |`
      }),
    ]),
    '',
  ].join('\n')
}

if (import.meta.main) writeFileSync(new URL('attacks.md', import.meta.url), attacksPage(ran()))
