/**
 * Days off of Azerbaijan: Labour Code, articles 105 (feasts) and 106 (the day of mourning), and the lunar feasts that the Cabinet of
 * Ministers announces for a year.
 *
 * A rest day that coincides with a feast moves to the working day after it (105(5)); when Ramazan or Qurban bayramı coincides with another feast, the next
 * working day is free as well (105(6)); the day of mourning, 20 January, is never replaced.
 */

/** Month and day of the feasts that have a date in the law. */
export const FEASTS: readonly string[] = '01-01 01-02 03-08 03-20 03-21 03-22 03-23 03-24 05-09 05-28 06-15 06-26 11-08 11-09 12-31'.split(
  ' ',
)

export const MOURNING = '01-20'

interface LunarFeasts {
  /** First of the two days each. */
  readonly ramazan: string
  readonly qurban: string
  readonly source: string
}

/** As announced. In all other years they are computed, and may be a day off. */
export const LUNAR_FEASTS: { readonly [year: number]: LunarFeasts } = {
  2024: { ramazan: '2024-04-10', qurban: '2024-06-16', source: 'Cabinet of Ministers, 9.12.2023' },
  2025: { ramazan: '2025-03-30', qurban: '2025-06-06', source: 'Cabinet of Ministers, 12.2024; Ministry of Labour, working time of 2025' },
  2026: { ramazan: '2026-03-20', qurban: '2026-05-27', source: 'Cabinet of Ministers, 12.2025' },
}
