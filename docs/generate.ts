/** Writes the tables of the documentation from the code that they describe. `--check`: exit 1 when one is stale. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SETTINGS } from '#config'
import { ERRORS } from '#core/errors.ts'
import { STATUS } from '#core/problem.ts'
import { METRICS } from '#watch/table.ts'
import { ABOUT_ARTICLES, articleRows } from './articles.ts'
import { limitsPage } from './limits.ts'
import { missionsPage } from './missions.ts'
import { permittedDataPage } from './permitted-data.ts'
import { reliabilityPage } from './reliability.ts'
import { rulesPage } from './rules.ts'

const NOTE = 'Written by `npm run generate`; do not edit.'

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n')

const settings = Object.values(SETTINGS).map(({ name, about, usual }) => [
  `\`${name}\``,
  about,
  usual === undefined ? '' : `\`${usualOf(name, usual)}\``,
])

const errors = Object.entries(ERRORS).map(([code, row]) => [
  `\`${code}\``,
  String(STATUS[row.kind]),
  row.stage,
  row.fault,
  row.retryable ? 'yes' : 'no',
  row.title,
  row.hint,
  row.ebms,
])

const metrics = Object.entries(METRICS).map(([name, { type, labels, help }]) => [
  `\`${name}\``,
  type,
  labels.map((label) => `\`${label}\``).join(', '),
  help,
])

const FILES = {
  'settings.md': `# Settings\n\n${NOTE}\n\nEvery setting is an environment variable; \`<NAME>_FILE\` names a file that holds the value. A name beginning with \`KORPU_\` that is not listed is refused.\n\n${table(['setting', 'what it is', 'usual'], settings)}\n`,
  'monitoring/metrics.md': `# Metrics\n\n${NOTE}\n\n\`GET /metrics\` on \`KORPU_OPS_PORT\`, Prometheus text format. Labels have few values each: parties that are registered, types of the standard, codes, states, stages; anything else is \`unknown\`. What is read from the store (backlog, breakers, clocks, sizes) is the same in every process of one database and at most ten seconds old: take the maximum, not the sum. Of the rest, every process has its own.\n\n${table(['metric', 'type', 'labels', 'what it is'], metrics)}\n`,
  'errors.md': `# Error codes\n\n${NOTE}\n\nEvery error is an RFC 9457 problem document; \`type\` is \`urn:korpu:problem:<CODE>\`.\n\n${table(['code', 'status', 'stage', 'whose fault', 'same bytes again may help', 'title', 'hint', 'nearest ebMS code'], errors)}\n`,
  'permitted-data.md': permittedDataPage(NOTE, table),
  'reliability.md': reliabilityPage(NOTE, table),
  'rules.md': rulesPage(NOTE, table),
  'limits.md': limitsPage(NOTE, table),
  'missions.md': missionsPage(NOTE, table),
  'articles.md': `# The agreement, article by article\n\n${NOTE}\n\n${ABOUT_ARTICLES}\n\n${table(['article', 'subject', 'what the hub does', 'rules', 'limits', 'tests', 'not encoded'], articleRows)}\n`,
}

/** The usual data folder depends on who asks. */
function usualOf(name: string, usual: string): string {
  return name === 'KORPU_DATA' ? '/var/lib/korpu (root), ~/.local/share/korpu (others)' : usual
}

const check = process.argv.includes('--check')
const stale = Object.entries(FILES).filter(([name, text]) => {
  const file = fileURLToPath(new URL(name, import.meta.url))
  const same = read(file) === text
  if (!same && !check) writeFileSync(file, text)
  return !same
})
if (check && stale.length > 0) {
  process.stderr.write(`Stale, run npm run generate: ${stale.map(([name]) => `docs/${name}`).join(', ')}\n`)
  process.exitCode = 1
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
