/** Partly known dates. */
import { only } from '#core/mapping/formats.ts'
import { type Choice, choice } from '#core/mapping/rows.ts'

/** The name of the member says how much of the date is known. */
export const onvolledigeDatum = (path: string): Choice =>
  choice(
    [`${path}/datum`, only(/^\d{4}-\d\d-\d\d$/, 'a date, YYYY-MM-DD')],
    [`${path}/jaarMaand`, only(/^\d{4}-\d\d$/, 'a month, YYYY-MM')],
    [`${path}/jaar`, only(/^\d{4}$/, 'a year, YYYY')],
  )
