/** The agreement, article by article: what the hub does about it, the tests that prove it, and what is not encoded. */
import { ABOUT_ARTICLES, ARTICLES, type Article, limitsOf, rulesOf } from '#docs/articles.ts'
import { euAz2014 } from '#schemas/agreements/eu-az-2014.ts'
import { type Html, html, joined } from './html.ts'
import { inline, markdown } from './markdown.ts'
import { type Page, table } from './page.ts'

export const articlesPage = (): Page => ({
  file: 'articles.html',
  title: 'The agreement, article by article',
  body: html`${markdown(ABOUT_ARTICLES)}
${table(['Article', 'What the hub does', 'Tests that prove it', 'Not encoded'], ARTICLES.map(row))}`,
})

const row = ({ number, subject, does, proof, open = '' }: Article): readonly (Html | string)[] => [
  html`<b>${number}</b> ${subject}`,
  html`${inline(does)}${linked(
    'Rules',
    rulesOf(number).map((rule) => html`<a href="rules.html#${rule}"><code>${rule}</code></a>`),
  )}${linked(
    'Limits',
    limitsOf(number).map((id) => html`<a href="limits.html#${euAz2014.id}-${euAz2014.version}">${id}</a>`),
  )}`,
  html`${proof.map(([file, test]) => html`<p class="small">${test.replaceAll(/%[sj]/g, '…')}<br/><code>${file}</code></p>`)}`,
  inline(open),
]

const linked = (what: string, links: readonly Html[]): Html | undefined =>
  links.length === 0 ? undefined : html`<p class="small">${what}: ${joined(links, ', ')}</p>`
