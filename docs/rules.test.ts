import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { RULES } from '#core/rules/agreement.ts'
import { FIRST } from './rules.ts'

const page = readFileSync(new URL('rules.md', import.meta.url), 'utf8')

test.each(FIRST)('%s: found by the names of its rules', (_, rules) => {
  expect(rules.length).toBeGreaterThan(0)
  for (const rule of rules) expect(page).toContain(`| \`${rule}\` |`)
})

test.each(RULES)('$rule stands there in both languages', ({ expected, hint }) => {
  for (const words of [...expected, ...hint]) expect(page).toContain(words)
})
