/** The frame of every page. All pages lie in one folder, so that a link is a file name. */
import { newestOf, VERSIONS } from '#schemas/index.ts'
import type { Words } from '#schemas/words.ts'
import { type Html, html } from './html.ts'

export interface Page {
  /** File name, e.g. `rules.html`. */
  readonly file: string
  readonly title: string
  readonly body: Html
}

const SECTIONS: readonly (readonly [file: string, title: string])[] = [
  ['index.html', 'Messages'],
  ['case.html', 'Course of a case'],
  ['types.html', 'Shared types'],
  ['codes.html', 'Code lists'],
  ['rules.html', 'Rules'],
  ['limits.html', 'Limits'],
  ['articles.html', 'Agreement'],
  ['permitted-data.html', 'Permitted data'],
  ['coverage.html', 'Parties'],
  ['api.html', 'API'],
  ['signing.html', 'Signing'],
  ['receipts.html', 'Receipts'],
  ['errors.html', 'Errors'],
  ['versioning.html', 'Versions'],
  ['missions.html', 'Missions'],
]

/** The whole document. */
export function documentOf({ file, title, body }: Page): string {
  const links = SECTIONS.map(([at, name]) =>
    at === file ? html`<a href="${at}" aria-current="page">${name}</a> ` : html`<a href="${at}">${name}</a> `,
  )
  const { markup } = html`<html xmlns="http://www.w3.org/1999/xhtml" lang="en">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<title>${title} · Körpü</title>
<link rel="stylesheet" href="style.css"/>
</head>
<body>
<header><p class="brand"><a href="index.html">Körpü</a> message standard, version ${newestOf(VERSIONS).number}</p><nav aria-label="Pages">${links}</nav></header>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`
  return `<!doctype html>\n${markup}`
}

/** Where the page is narrow, a table of many columns becomes a list, each cell under the name of its column. */
export const table = (
  head: readonly string[],
  rows: readonly (readonly (Html | string)[])[],
): Html => html`<div class="scroll"><table class="${head.length > 3 ? 'wide' : 'slim'}">
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => html`<tr>${cells.map((cell, at) => html`<td data-column="${head[at]}">${cell}</td>`)}</tr>\n`)}</tbody>
</table></div>`

export const code = (text: string): Html => html`<code>${text}</code>`
export const az = (text: string): Html => html`<span lang="az">${text}</span>`
/** English, and under it Azerbaijani. */
export const both = ([en, azerbaijani]: Words): Html => html`${en}<br/>${az(azerbaijani)}`
export const linkTo = (type: string): Html => html`<a href="${type}.html">${type}</a>`
