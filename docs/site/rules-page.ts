/** What a message must say beyond the schema. */
import { RULES } from '#core/rules/agreement.ts'
import { html } from './html.ts'
import { code, linkTo, type Page, table } from './page.ts'

export const rulesPage = (): Page => ({
  file: 'rules.html',
  title: 'Rules',
  body: html`<p>A message that breaks one is refused with <a href="errors.html#RULE_BROKEN"><code>RULE_BROKEN</code></a>; every broken rule is listed in <code>issues</code>, by its name. Articles are those of the
agreement between the European Union and Azerbaijan. The texts are in English only so far.</p>
${table(
  ['Rule', 'Message type', 'Where', 'Expected', 'Article'],
  RULES.map(({ rule, on, path, expected, article }) => [
    html`<code id="${rule}">${rule}</code>`,
    linkTo(on),
    code(path),
    expected,
    article,
  ]),
)}`,
})
