/** The course of a case: diagrams, and the same as tables for every state. */

import { CASE_STATES, type CaseState, CHOREOGRAPHY } from '#schemas/choreography.ts'
import { caseState } from '#schemas/codelists/case-state.ts'
import { MESSAGE_TYPES } from '#schemas/index.ts'
import { conversationDiagram, openings, reachableFrom } from './case-diagram.ts'
import { type Html, html, joined } from './html.ts'
import { type Move, movesOf } from './model.ts'
import { both, code, linkTo, type Page, table } from './page.ts'

export const casePage = (): Page => ({
  file: 'case.html',
  title: 'Course of a case',
  body: html`<p>A conversation is one case. Its first message opens it; after that a message is taken only in the states in which it may come, from the side that may
write it, and, where the table of its page says so, only as the answer to a message of this case. Anything else is refused with
<a href="errors.html#CONVERSATION_STATE"><code>CONVERSATION_STATE</code></a>, which lists what would have been possible. The state is not sent in any message: it follows from them.
The agreements are reciprocal: the requesting state is the one that opened the case, whichever it is.</p>
<h2>Diagrams</h2>
<p>Each row is a state, each column a message that changes it: dots mark the states in which it may come, the arrow head the state that follows. Where a code of
the message decides, there is a column for each outcome; an ellipsis stands for further codes with the same one. Messages that change no state are in the table below.</p>
${[...openings()].map(
  ([state, types]) => html`<h3>Opened by ${joined(types.map(linkTo), ', ')}</h3>
${reachableFrom(state).length > 1 ? conversationDiagram(state) : undefined}`,
)}
<h2>States</h2>
${table(['State', 'Messages that may come, and the state that follows'], CASE_STATES.map(stateRow))}`,
})

function stateRow(state: CaseState): readonly Html[] {
  const possible = MESSAGE_TYPES.flatMap(movesOf).filter(({ from }) => from.includes(state))
  const changing = possible.filter(({ to }) => to !== state)
  const staying = [...new Set(possible.filter(({ to }) => to === state).map(({ type }) => type))]
  return [
    html`<span id="${state}"><code>${state}</code></span><br/>${both(caseState.codes[state])}`,
    html`${openedBy(state)}${changing.length > 0 ? html`<ul>${changing.map(moveItem)}</ul>` : undefined}
<p class="small">No change: ${staying.length > 0 ? joined(staying.map(linkTo), ', ') : 'none'}</p>`,
  ]
}

const moveItem = ({ type, codes, to }: Move): Html =>
  html`<li>${linkTo(type)} <span class="small">by ${sideOf(CHOREOGRAPHY[type].by)}</span>${codes.length === 0 ? '' : html` with ${joined(codes.map(code), ' or ')}`} → <a href="#${to}"><code>${to}</code></a></li>`

export const sideOf = (side: string): string => (side === 'hub' ? 'the hub' : side === 'either' ? 'either state' : `the ${side} state`)

function openedBy(state: CaseState): Html | undefined {
  const types = openings().get(state)
  return types && html`<p>Opened by ${joined(types.map(linkTo), ', ')}.</p>`
}
