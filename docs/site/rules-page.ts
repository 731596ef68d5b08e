/** What a message must say beyond the schema. */
import { RULES } from '#core/rules/agreement.ts'
import { EFFECTS, effectOf, isOnAll } from '#docs/rules.ts'
import { html, joined } from './html.ts'
import { markdown } from './markdown.ts'
import { both, linkTo, type Page, table } from './page.ts'

export const rulesPage = (): Page => ({
  file: 'rules.html',
  title: 'Rules',
  body: html`${markdown(EFFECTS)}
<p>A refusal is <a href="errors.html#RULE_BROKEN"><code>RULE_BROKEN</code></a>. Articles are those of the agreement between the European Union and Azerbaijan.</p>
${table(
  ['Rule', 'Message type', 'Where', 'Expected', 'Hint', 'Article'],
  RULES.map((row) => [
    html`<code id="${row.rule}">${row.rule}</code> ${effectOf(row)}`,
    isOnAll(row) ? 'every type' : html`${joined(row.on.map(linkTo), ', ')}`,
    html`<code>${row.where}</code>`,
    both(row.expected),
    both(row.hint),
    row.article,
  ]),
)}`,
})
