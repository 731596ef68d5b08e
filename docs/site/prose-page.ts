/** A page whose text is a file of docs/. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { markdown } from './markdown.ts'
import type { Page } from './page.ts'

/** `name` without `.md`; the first line is its title. */
export function prosePage(name: string): Page {
  const text = readFileSync(fileURLToPath(import.meta.resolve(`#docs/${name}.md`)), 'utf8')
  const [, title] = /^# (.*)\n/.exec(text) ?? []
  if (title === undefined) throw new Error(`${name}.md has no title`)
  return { file: `${name}.html`, title, body: markdown(text) }
}
