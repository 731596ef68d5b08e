/** The page on rules beyond the schema: every row in both languages, and where the rules that matter most are found. */
import { RULES } from '#core/rules/agreement.ts'
import type { Rule } from '#core/rules/rule.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'

type Table = (head: readonly string[], rows: readonly (readonly string[])[]) => string

export const EFFECTS = `A message that breaks a rule which **refuses** is not accepted; every broken rule is told at once. One that breaks a rule which **flags** is accepted, and the flag is told: with its place to the sender, in
the receipt (\`flagged\`) and at \`GET /v1/messages/{messageId}\`, and to its recipients there without the place. A limit flags; it refuses only where the rule set says so and every row and calendar year that it rests on was read or
confirmed. Neither ever repeats a value of the message.`

export const isOnAll = ({ on }: Rule): boolean => on.length === MESSAGE_TYPES.length
export const effectOf = ({ effect }: Rule): string => (typeof effect === 'function' ? 'flags, or as the rule set says' : effect)

/** What a readmission hub must see to first, and the rules that do. */
export const FIRST: readonly (readonly [what: string, rules: readonly string[]])[] = [
  ['The accelerated procedure: apprehension stated, application within two working days', ['accelerated-apprehension', 'late-accelerated']],
  [
    'Third-country nationals and stateless persons: day of knowledge stated, application within six months',
    ['outsider-knowledge', 'late-outsider'],
  ],
  ['Evidence of the annex that is for the category', ['evidence-annex']],
  ['A refusal has grounds', ['refusal-grounds', 'error-refusal-grounds', 'transit-refusal-grounds']],
  ['Health data only with consent', RULES.map(({ rule }) => rule).filter((rule) => rule.endsWith('-health-consent'))],
  ['No asylum information', ['asylum-words']],
  ['Only what data protection permits', ['permitted-data']],
  ['A reply comes from the competent authority', ['competent-authority']],
  ['A transfer is announced in time', ['short-notice']],
]

const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' ')

const rowOf = (row: Rule): readonly string[] => [
  `\`${row.rule}\``,
  isOnAll(row) ? 'every type' : quoted(row.on),
  effectOf(row),
  `\`${row.where}\``,
  ...row.expected,
  ...row.hint,
  row.article,
]

export const rulesPage = (note: string, table: Table): string => `# Rules beyond the schema

${note}

${EFFECTS}

## What matters most

${table(
  ['what', 'rules'],
  FIRST.map(([what, rules]) => [what, quoted(rules)]),
)}

## All rules

${table(['rule', 'message type', 'effect', 'where', 'expected', 'gözlənilən', 'hint', 'məsləhət', 'article'], RULES.map(rowOf))}
`
