/** Writes the tables of the documentation from the code that they describe. `--check`: exit 1 when one is stale. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SETTINGS } from '#config'
import { ERRORS } from '#core/errors.ts'
import { RULES } from '#core/rules/agreement.ts'
import { STATUS } from '#routes/problem.ts'
import { articleRows } from './articles.ts'
import { limitsPage } from './limits.ts'

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

const rules = RULES.map(({ rule, on, path, expected, article }) => [`\`${rule}\``, `\`${on}\``, `\`${path}\``, expected, article])

const FILES = {
  'settings.md': `# Settings\n\n${NOTE}\n\nEvery setting is an environment variable; \`<NAME>_FILE\` names a file that holds the value. A name beginning with \`KORPU_\` that is not listed is refused.\n\n${table(['setting', 'what it is', 'usual'], settings)}\n`,
  'errors.md': `# Error codes\n\n${NOTE}\n\nEvery error is an RFC 9457 problem document; \`type\` is \`urn:korpu:problem:<CODE>\`.\n\n${table(['code', 'status', 'stage', 'whose fault', 'same bytes again may help', 'title', 'hint', 'nearest ebMS code'], errors)}\n`,
  'rules.md': `# Rules beyond the schema\n\n${NOTE}\n\nA message that breaks one is refused with \`RULE_BROKEN\`; every broken rule is listed.\n\n${table(['rule', 'message type', 'where', 'expected', 'article'], rules)}\n`,
  'limits.md': limitsPage(NOTE, table),
  'articles.md': `# The agreement, article by article\n\n${NOTE}\n\nAgreement between the European Union and Azerbaijan (CELEX 22014A0430(01)). Its operative articles could not be read word for word: the numbering follows the template of such agreements and is to be checked, like every limit that [limits.md](limits.md) does not mark V.\n\n${table(['article', 'subject', 'what the hub does', 'rules', 'limits', 'tests', 'not encoded'], articleRows)}\n`,
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
