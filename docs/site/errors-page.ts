/** Every way in which the hub says no. */
import { ERRORS } from '#core/errors.ts'
import { STATUS } from '#core/problem.ts'
import { html } from './html.ts'
import { inline } from './markdown.ts'
import { type Page, table } from './page.ts'

export const errorsPage = (): Page => ({
  file: 'errors.html',
  title: 'Errors',
  body: html`<p>Every error is a problem document (RFC 9457), JSON or XML as <code>Accept</code> asks, signed when the caller is a proven party: <a href="types.html#Problem">its fields</a>. <code>type</code> is
<code>urn:korpu:problem:</code> and the code. A problem never repeats a value of the message.</p>
${table(
  ['Code', 'Status', 'What it is, and what to do', 'Whose fault', 'Same bytes again', 'Nearest ebMS code'],
  Object.entries(ERRORS).map(([name, { kind, title, hint, fault, retryable, ebms, stage }]) => [
    html`<code id="${name}">${name}</code><br/><span class="small">stage ${stage}</span>`,
    String(STATUS[kind]),
    html`<b>${title}.</b> ${inline(hint)}`,
    fault,
    retryable ? 'may help' : 'no',
    ebms,
  ]),
)}`,
})
