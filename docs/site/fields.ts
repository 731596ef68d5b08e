/** The table of fields: what each says, of what type it is, how often it stands, and where in XML and JSON. */
import { isList, isRecord, nameOf } from '#schemas/generate/definitions.ts'
import type { ModelType, RecordType } from '#schemas/vocabulary.ts'
import { type Html, html } from './html.ts'
import { type Place, placesIn } from './model.ts'
import { both } from './page.ts'

type At = Pick<Place, 'pointer' | 'xpath'>

/** All fields below `record`, those of records inside it too. */
export const fieldTable = (record: RecordType, at: At): Html =>
  tableOf(
    placesIn(record, at).map((place) =>
      rowOf(place, html`<span class="places"><code>${place.pointer}</code> <code>${place.xpath}</code></span>`),
    ),
  )

/** Its own fields only, without places: for a record that stands in many. */
export const ownFieldTable = (record: RecordType): Html =>
  tableOf(
    placesIn(record, { pointer: '', xpath: '' })
      .filter(({ depth }) => depth === 0)
      .map((place) => rowOf(place)),
  )

const tableOf = (rows: readonly Html[]): Html => html`<table class="fields">
<thead><tr><th scope="col">Field</th><th scope="col">Definition and type</th></tr></thead>
<tbody>${rows}</tbody>
</table>
`

function rowOf({ field, depth }: Place, places?: Html): Html {
  const need = field.required ? html`<b class="need">required</b>` : html`<span class="need">optional</span>`
  return html`<tr><th scope="row" class="depth-${depth}"><code>${field.name}</code> ${need} <span class="occurs">${occursOf(field)}</span></th>
<td>${both(field.definition)}<br/><span class="type">${typeInWords(field.type)}</span>${places}</td></tr>
`
}

const occursOf = ({ required, type }: Place['field']): string => `${required ? 1 : 0}..${isList(type) ? Number(type.maxItems) : 1}`

/** What may stand there, with a link to the whole of it. */
export function typeInWords(type: ModelType): Html {
  if (isList(type)) return html`A list of up to ${Number(type.maxItems)}, each: ${typeInWords(type.items)}`
  const name = nameOf(type)
  if (isRecord(type)) return html`Record <a href="types.html#${name}">${name}</a>`
  const { codes, expected } = type.facts
  return codes ? html`Code of <a href="codes.html#${name}">${name}</a>` : html`<a href="types.html#${name}">${name}</a>: ${expected[0]}`
}
