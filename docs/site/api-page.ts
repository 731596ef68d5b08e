/** The exchange API to read. */
import { ERRORS } from '#core/errors.ts'
import { STATUS } from '#core/problem.ts'
import { type Html, html, joined } from './html.ts'
import { errorsOf, OPERATIONS, type Operation } from './operations.ts'
import { type Page, table } from './page.ts'

export const apiPage = (): Page => ({
  file: 'api.html',
  title: 'API',
  body: html`<p>HTTPS with mutual TLS. A party is known by its client certificate, never by what a message says. For programs: <a href="openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<p>Messages and receipts are <code>application/xml</code> with the signature inside, <code>application/json</code> with the detached signature in the header <code>JWS-Signature</code>, or
<code>application/jose</code>. Answers come in the syntax of the question. <code>INTERNAL</code> and <code>STORE_UNAVAILABLE</code> leave the outcome open: send the same bytes again.</p>
${OPERATIONS.map(section)}`,
})

const section = (
  operation: Operation,
): Html => html`<h2 id="${operation.id}">${operation.method.toUpperCase()} <code>${operation.path}</code></h2>
<p>${operation.summary}${operation.proven ? '' : ' For everyone who can connect.'}</p>
${
  operation.parameters
    ? table(
        ['Parameter', 'In', 'What it is'],
        operation.parameters.map(({ name, in: where, about }) => [html`<code>${name}</code>`, where, about]),
      )
    : undefined
}
<dl>
${operation.takes ? html`<dt>Takes</dt><dd>${operation.takes === 'binary' ? 'the bytes' : `a signed ${operation.takes.toLowerCase()}`}</dd>` : undefined}
${Object.entries(operation.answers).map(([status, { about }]) => html`<dt>${status}</dt><dd>${about}</dd>`)}
${[...Map.groupBy(errorsOf(operation), (code) => STATUS[ERRORS[code].kind])]
  .toSorted(([a], [b]) => a - b)
  .map(
    ([status, codes]) =>
      html`<dt>${status}</dt><dd>${joined(
        [...new Set(codes)].map((code) => html`<a href="errors.html#${code}"><code>${code}</code></a>`),
        ', ',
      )}</dd>`,
  )}
</dl>
`
