/** Which party takes part in which message type, and what of it its format has no place for. */
import type { Adapter } from '#core/adapter.ts'
import { isMapped } from '#core/mapping/dialect.ts'
import { coverageOf } from '#core/mapping.ts'
import { MESSAGE_TYPES, type MessageType } from '#schemas/index.ts'
import { type Html, html } from './html.ts'
import { code, linkTo, type Page, table } from './page.ts'

export const coveragePage = (adapters: readonly Adapter[]): Page => ({
  file: 'coverage.html',
  title: 'Who carries what',
  body: html`<p>Written from the adapters that the hub runs with. Every party that is not named here speaks <a href="index.html">the canonical standard</a>, in which everything is carried. What a recipient's format
has no place for is listed to the sender in the receipt (<code>notCarried</code>); a message that cannot do without it is refused with <a href="errors.html#NOT_CARRIED"><code>NOT_CARRIED</code></a>.</p>
${table(
  ['Party', 'What it is', 'Format', 'Types'],
  adapters.map(({ party, title, dialect }) => [
    html`<a href="interface-${party}.html">${party}</a>`,
    title,
    isMapped(dialect) ? `${dialect.syntax.toUpperCase()} of its own` : `canonical ${dialect.syntax.toUpperCase()}`,
    `${(dialect.types ?? MESSAGE_TYPES).length} of ${MESSAGE_TYPES.length}`,
  ]),
)}
<h2>Message types</h2>
<p class="small"><b>all</b>: every field has a place. A number: so many fields have none, see below. <b>no part</b>: messages of this type go to nobody who speaks this format.</p>
${table(
  ['Type', ...adapters.map(({ party }) => party)],
  MESSAGE_TYPES.map((type) => [linkTo(type), ...adapters.map((adapter) => cellOf(adapter, type))]),
)}
<h2>Not carried</h2>
${adapters.map(lossesOf)}`,
})

function cellOf(adapter: Adapter, type: MessageType): Html {
  const found = coverageOf(adapter).find((one) => one.type === type)
  if (!found) return html`<span class="small">no part</span>`
  const { length } = found.notCarried
  return length === 0 ? html`all` : html`<a href="#lost-${adapter.party}">without ${length}</a>`
}

function lossesOf(adapter: Adapter): Html {
  const lossy = coverageOf(adapter).filter(({ notCarried }) => notCarried.length > 0)
  const { dialect, party, title } = adapter
  const texts = isMapped(dialect) ? dialect.tables.texts : undefined
  return html`<h3 id="lost-${party}">${title}</h3>
${lossy.length === 0 ? html`<p>No field is lost.</p>` : html`<ul>${lossy.map(({ type, notCarried }) => html`<li>${linkTo(type)}: ${notCarried.map((leaf) => html`${code(leaf)} `)}</li>`)}</ul>`}
${texts ? html`<p>Text in other characters than these has no place: ${texts.line.expected}; in notes of several lines ${texts.note.expected}.</p>` : undefined}
`
}
