/** Header, receipt, problem, the records that several messages share, and all leaf types. */
import { nameOf } from '#schemas/generate/definitions.ts'
import type { Leaf, RecordType } from '#schemas/vocabulary.ts'
import { fieldTable, ownFieldTable } from './fields.ts'
import { type Html, html, joined } from './html.ts'
import { leaves, rootRecords, sharedRecords, typesWith } from './model.ts'
import { both, linkTo, type Page, table } from './page.ts'

export const typesPage = (): Page => ({
  file: 'types.html',
  title: 'Shared types',
  body: html`<p class="small">Every leaf is text with one pattern, the same in XML and JSON, except whole numbers and <code>true</code> or <code>false</code>, which are JSON's own there. Nothing is ever
empty: what is not known is left out. Text is in Unicode NFC, without white space at either end.</p>
<p>${joined(
    [...rootRecords, ...sharedRecords].map(nameOf).map((name) => html`<a href="#${name}">${name}</a>`),
    ', ',
  )}, <a href="#leaves">leaf types</a></p>
${rootRecords.map(rootSection)}
${sharedRecords.map(sharedSection)}
<h2 id="leaves">Leaf types</h2>
${table(['Type', 'Expected', 'Pattern'], leaves.map(leafRow))}`,
})

/** The header stands in a message, the statements of the hub alone. */
function rootSection(record: RecordType): Html {
  const name = nameOf(record)
  const at = name === 'Header' ? { pointer: '/header', xpath: '/Message/Header' } : { pointer: '', xpath: `/${name}` }
  return html`<h2 id="${name}">${name}</h2>
<p>${both(record.facts.definition)}</p>
${fieldTable(record, at)}`
}

function sharedSection(record: RecordType): Html {
  const name = nameOf(record)
  const types = typesWith(name)
  return html`<h2 id="${name}">${name}</h2>
<p>${both(record.facts.definition)}</p>
${types.length > 0 ? html`<p class="small">In ${joined(types.map(linkTo), ', ')}.</p>` : undefined}
${ownFieldTable(record)}`
}

const leafRow = (leaf: Leaf): readonly Html[] => [
  html`<code id="${nameOf(leaf)}">${nameOf(leaf)}</code>`,
  both(leaf.facts.expected),
  html`<code class="pattern">${spelledOut(leaf.facts.pattern ?? '')}</code>`,
]

/** Most characters beyond ASCII in the patterns cannot be seen. */
const spelledOut = (pattern: string): string =>
  pattern.replaceAll(/[^ -~]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16).toUpperCase()}}`)
