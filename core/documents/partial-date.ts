/** Dates of which a part may be unknown: `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (the standard's PartialDate). Machine-readable zones: ICAO Doc 9303-3, section 4.8. */

/** What stands in a machine-readable zone: a date as far as it is known, nothing known, or no date of any calendar. */
export type MrzDate = { readonly date: string } | 'unknown' | 'impossible'

const YYMMDD = /^(\d\d|<<)(\d\d|<<)(\d\d|<<)$/u
const YEARS_AHEAD = 50

/** `yymmdd` of a birth: the latest such year that is not after `today` (`YYYY-MM-DD`). Somebody over a hundred comes out a century too young. */
export function birthDateOf(yymmdd: string, today: string): MrzDate {
  const inCentury = (yy: string, century: number) => `${century}${yy}`
  return mrzDateOf(yymmdd, (yy, rest) => {
    const century = Number(today.slice(0, 2))
    const here = inCentury(yy, century)
    return here + rest > today ? inCentury(yy, century - 1) : here
  })
}

/** `yymmdd` of an expiry: within fifty years of `today`, before or after. */
export function expiryDateOf(yymmdd: string, today: string): MrzDate {
  return mrzDateOf(yymmdd, (yy) => {
    const now = Number(today.slice(0, 4))
    const near = now - (now % 100) + Number(yy)
    if (near - now >= YEARS_AHEAD) return String(near - 100)
    return String(now - near > YEARS_AHEAD ? near + 100 : near)
  })
}

/** Whether both may be the same day: `1985` agrees with `1985-03-12`. */
export const partialDatesAgree = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one)

function mrzDateOf(yymmdd: string, yearOf: (yy: string, rest: string) => string): MrzDate {
  const [, yy = '', mm = '', dd = ''] = YYMMDD.exec(yymmdd) ?? []
  if (yy === '') return 'impossible'
  const monthOnly = dd === '<<'
  const rest = mm === '<<' ? '' : monthOnly ? `-${mm}` : `-${mm}-${dd}`
  if (yy === '<<') return isInCalendar(`2000${rest}`) ? 'unknown' : 'impossible'
  const date = yearOf(yy, rest) + rest
  return isInCalendar(date) ? { date } : 'impossible'
}

function isInCalendar(date: string): boolean {
  const [year = '', month = '01', day = '01'] = date.split('-')
  const whole = `${year}-${month}-${day}`
  const instant = new Date(`${whole}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(whole)
}
