/** Partly known dates. */
import { only } from '#core/mapping/formats.ts'
import { type Choice, choice } from '#core/mapping/rows.ts'

/** XÖV says in the name of the element how much of a date is known. */
export const teilbekannt = (path: string): Choice =>
  choice(
    [`${path}/teilbekanntesDatum/jahrMonatTag`, only(/^\d{4}-\d\d-\d\d$/, 'a date, YYYY-MM-DD')],
    [`${path}/teilbekanntesDatum/jahrMonat`, only(/^\d{4}-\d\d$/, 'a month, YYYY-MM')],
    [`${path}/teilbekanntesDatum/jahr`, only(/^\d{4}$/, 'a year, YYYY')],
  )
