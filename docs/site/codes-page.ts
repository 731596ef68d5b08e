/** Every code list with its titles. */
import { html, joined } from './html.ts'
import { codeLists } from './model.ts'
import { az, both, code, type Page, table } from './page.ts'

export const codesPage = (): Page => ({
  file: 'codes.html',
  title: 'Code lists',
  body: html`<p>As data: <a href="../schemas/code-lists.json">code-lists.json</a>. A code that is not in its list is refused with
<a href="errors.html#CODE_UNKNOWN"><code>CODE_UNKNOWN</code></a>.</p>
<p>${joined(
    codeLists.map(({ name }) => html`<a href="#${name}">${name}</a>`),
    ', ',
  )}</p>
${codeLists.map(
  ({ name, title, codes }) => html`<h2 id="${name}">${name}</h2>
<p>${both(title)}</p>
${table(
  ['Code', 'English', 'Azerbaijani'],
  Object.entries(codes).map(([value, [en, azerbaijani]]) => [code(value), en, az(azerbaijani)]),
)}`,
)}`,
})
