/** Limits, evidence, forms and duties of every rule set, with how sure each is; how time is counted; the calendars. */
import { CERTAINTY, COUNTING, calendarRow, limitRow, sourcedRows } from '#docs/limits.ts'
import type { Limit, RuleSet } from '#schemas/agreements/rule-set.ts'
import { RULE_SETS } from '#schemas/agreements/rule-sets.ts'
import { CALENDARS } from '#schemas/calendars/calendar.ts'
import { CALENDAR_VERSION } from '#schemas/generated/holidays.ts'
import { clockDiagram } from './clock-diagram.ts'
import { type Html, html, joined } from './html.ts'
import { markdown } from './markdown.ts'
import { type Page, table } from './page.ts'

export const limitsPage = (): Page => ({
  file: 'limits.html',
  title: 'Limits',
  body: html`${markdown(COUNTING)}
${RULE_SETS.map(section)}
<h2>Calendars, version ${CALENDAR_VERSION}</h2>
${markdown(CERTAINTY)}
${table(['State', 'By law', 'Announced', 'Open'], [...CALENDARS.values()].map(calendarRow))}`,
})

const section = (set: RuleSet): Html => html`<h2 id="${set.id}-${set.version}">${set.id}, version ${set.version}</h2>
<p>${set.title}. ${set.published}. In force since ${set.inForceSince}. Binds ${set.states.join(', ')}.</p>
<h3>Clocks</h3>
<p class="small">From the event that starts each to those that end it; the end of the case always does. Dashed: not verified, the hub only warns until an administrator confirms it.</p>
${clockDiagram(set)}
<h3>All limits</h3>
${table(['Limit', 'Value', 'Course', 'Confidence', 'Source'], Object.entries(set.limits).map(row))}
<h3>Evidence, forms, duties</h3>
${table(
  ['What', 'Article', 'Confidence', 'Source'],
  sourcedRows([...Object.values(set.evidence), ...Object.values(set.forms), ...Object.values(set.duties)]).map(
    ([title = '', article = '', confidence = '', source = '']) => [title, article, sureness(confidence), source],
  ),
)}`

function row(entry: readonly [string, Limit]): readonly (Html | string)[] {
  const [id = '', title = '', article = '', value = '', unit = '', from = '', until = '', lapse = '', sure = '', source = ''] =
    limitRow(entry)
  const { check } = entry[1]
  const course = [from && `from ${from}`, until && (check === undefined ? `to ${until}` : until), lapse].filter((part) => part !== '')
  return [
    html`<b>${id}</b> ${title} <span class="small">article ${article}</span>`,
    `${value} ${unit}`.trim(),
    course.length === 0 ? '' : html`<span class="small">${joined(course, html`<br/>`)}</span>`,
    sureness(sure),
    html`<span class="small">${source}</span>`,
  ]
}

const sureness = (confidence: string): Html => html`<span class="${confidence === 'V' ? 'sure' : 'unsure'}">${confidence}</span>`
