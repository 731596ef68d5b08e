/** Which fields belong to which class of the data protection article. */
import { ABOUT_CLASSES, classRows } from '#docs/permitted-data.ts'
import { html } from './html.ts'
import { markdown } from './markdown.ts'
import { both, type Page, table } from './page.ts'

export const permittedDataPage = (): Page => ({
  file: 'permitted-data.html',
  title: 'Permitted data',
  body: html`${markdown(ABOUT_CLASSES)}
${table(
  ['Class', 'What', 'Fields'],
  classRows.map(({ name, words, fields }) => [
    html`<b>${name}</b>`,
    both(words),
    html`${fields.map((line) => html`<p class="small">${line}</p>`)}`,
  ]),
)}`,
})
