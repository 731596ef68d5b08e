/** The page of one message type. */
import { RULES } from '#core/rules/agreement.ts'
import { effectOf } from '#docs/rules.ts'
import { CASE_STATES, CHOREOGRAPHY } from '#schemas/choreography.ts'
import { nameOf } from '#schemas/generate/definitions.ts'
import { MESSAGE_TYPES, type MessageType } from '#schemas/index.ts'
import { moveDiagram } from './case-diagram.ts'
import { sideOf } from './case-page.ts'
import { fieldTable } from './fields.ts'
import { type Html, html, joined } from './html.ts'
import { limitsOf } from './limits-of.ts'
import { bodyOf, titleOf } from './model.ts'
import { az, both, linkTo, type Page, table } from './page.ts'
import { publishedText } from './published.ts'

export function typePage(type: MessageType): Page {
  const body = bodyOf(type)
  const [en, azerbaijani] = titleOf(type)
  return {
    file: `${type}.html`,
    title: en,
    body: html`<p class="lead">${az(azerbaijani)} · <code>${type}</code> · element <code>${nameOf(body)}</code></p>
<p>${both(body.facts.definition)}</p>
<h2>Who sends it, and when</h2>
${whenSection(type)}
${rulesSection(type)}
${limitsSection(type)}
<h2>Fields</h2>
<p class="small">Below <a href="types.html#Header">the header</a>, which every message has. JSON Pointers count <code>{i}</code> from 0, XPaths count <code>[n]</code> from 1; all elements are
in the namespace <code>urn:korpu:message:1</code>.</p>
${fieldTable(body, { pointer: '/body', xpath: `/Message/Body/${nameOf(body)}` })}
<h2>Samples</h2>
<p class="small">Unsigned, about invented people. The full ones have every field.</p>
${['small', 'full'].flatMap((size) => ['json', 'xml'].map((syntax) => sampleOf(`${type}.${size}.${syntax}`, `${size}, ${syntax.toUpperCase()}`)))}`,
  }
}

function whenSection(type: MessageType): Html {
  const { by, to, answers, opens } = CHOREOGRAPHY[type]
  const answeredBy = MESSAGE_TYPES.filter((other) => CHOREOGRAPHY[other].answers.includes(type))
  return html`<dl>
<dt>Written by</dt><dd>${sideOf(by)}</dd>
<dt>Addressed to</dt><dd>${sideOf(to)}</dd>
<dt>Must answer</dt><dd>${answers.length > 0 ? joined(answers.map(linkTo), ', ') : opens ? 'nothing' : 'nothing; it may name any message of the case'}</dd>
<dt>Answered by</dt><dd>${answeredBy.length > 0 ? joined(answeredBy.map(linkTo), ', ') : 'nothing'}</dd>
${opens ? html`<dt>Opens</dt><dd>a conversation, in state <a href="case.html#${opens}"><code>${opens}</code></a>; it comes at no other time</dd>` : unchangedIn(type)}
</dl>
${moveDiagram(type)}`
}

function unchangedIn(type: MessageType): Html | undefined {
  const states = CASE_STATES.filter((state) => CHOREOGRAPHY[type].moves[state] === state)
  if (states.length === 0) return undefined
  const named =
    states.length === CASE_STATES.length
      ? 'any state'
      : joined(
          states.map((state) => html`<a href="case.html#${state}"><code>${state}</code></a>`),
          ', ',
        )
  return html`<dt>Changes nothing in</dt><dd>${named}</dd>`
}

function rulesSection(type: MessageType): Html | undefined {
  const rows = RULES.filter(({ on }) => on.includes(type))
  if (rows.length === 0) return undefined
  return html`<h2>Rules beyond the schema</h2>
${table(
  ['Rule', 'Where', 'Expected', 'Article'],
  rows.map((row) => [
    html`<a href="rules.html#${row.rule}"><code>${row.rule}</code></a> ${effectOf(row)}`,
    html`<code>${row.where}</code>`,
    both(row.expected),
    row.article,
  ]),
)}`
}

function limitsSection(type: MessageType): Html | undefined {
  const rows = limitsOf(type)
  if (rows.length === 0) return undefined
  return html`<h2>Limits it takes part in</h2>
<p class="small">Titles; values, sources and how sure they are stand on the <a href="limits.html">page of the limits</a>.</p>
<ul>${rows.map(({ id, title, does }) => html`<li>${does} <b>${id}</b> ${title}</li>`)}</ul>`
}

const sampleOf = (file: string, title: string): Html => html`<details><summary>${title}</summary>
<p class="small"><a href="../schemas/samples/${file}">${file}</a></p>
<pre tabindex="0"><code>${publishedText(`samples/${file}`)}</code></pre></details>
`
