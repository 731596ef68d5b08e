/**
 * Which states have a calendar, where their days off come from, and what the library gets wrong.
 *
 * Days off are those of the whole state; what only a region, canton or municipality keeps is not counted. Saturday and Sunday are free everywhere.
 */

export const FIRST_YEAR = 2024
export const LAST_YEAR = 2032

/** Grows with every change of the data, also when a year is announced. A due date says which one it was counted with. */
export const CALENDAR_VERSION = '2026-11-21'

interface StateRow {
  /** ISO 3166-1 alpha-2, as the library wants it. */
  readonly code: string
  /** Rules of the library's grammar: days that it lacks, and days that it has wrong. */
  readonly also?: readonly string[]
  readonly not?: readonly string[]
  /** Where the law moves a feast on a weekend to the next working day and the library does not: all feasts but those whose rule begins so. */
  readonly movesWeekends?: { readonly except: string }
  /** Why a year of this calendar cannot be known from the law alone; a year in `exchanges.ts` is known all the same. */
  readonly open?: { readonly since: number; readonly why: string }
  /** Where the corrections were read. */
  readonly source?: string
}

const MOVED = 'Working days are exchanged with rest days by decision, year by year'

/** ISO 3166-1 alpha-3. Azerbaijan is in `azerbaijan.ts`: the library has its feasts, but neither its decisions nor its rules. */
export const STATES: { readonly [state: string]: StateRow } = {
  AUT: { code: 'AT' },
  BEL: { code: 'BE' },
  BGR: { code: 'BG', also: ['12-26'], movesWeekends: { except: 'orthodox' }, source: 'Bulgarian Labour Code, article 154' },
  CHE: { code: 'CH' },
  CYP: {
    code: 'CY',
    not: ['orthodox -47'],
    also: ['orthodox -48', 'orthodox 50'],
    source: 'Clean Monday is 48 days before Easter Sunday; Kataklysmos is the Monday of Pentecost',
  },
  CZE: { code: 'CZ' },
  DEU: { code: 'DE' },
  DNK: { code: 'DK' },
  ESP: { code: 'ES' },
  EST: { code: 'EE' },
  FIN: {
    code: 'FI',
    also: ['friday after 06-19', '12-24'],
    source: 'Finnish Act on the Calculation of Statutory Time Limits (150/1930), section 5',
  },
  FRA: { code: 'FR' },
  GRC: { code: 'GR', open: { since: FIRST_YEAR, why: 'May Day is moved by decision when it falls on a weekend or in Holy Week' } },
  HRV: { code: 'HR' },
  HUN: { code: 'HU', open: { since: FIRST_YEAR, why: MOVED } },
  IRL: { code: 'IE' },
  ITA: { code: 'IT' },
  LTU: { code: 'LT' },
  LUX: { code: 'LU' },
  LVA: { code: 'LV', open: { since: FIRST_YEAR, why: MOVED } },
  MLT: { code: 'MT' },
  NLD: { code: 'NL', also: ['easter -2', '05-05'], source: 'Dutch General Time Limits Act (Algemene termijnenwet), article 3' },
  NOR: { code: 'NO' },
  POL: { code: 'PL' },
  PRT: { code: 'PT' },
  ROU: { code: 'RO', open: { since: FIRST_YEAR, why: 'Bridging days of the public service are decided year by year' } },
  SVK: {
    code: 'SK',
    also: ['05-08 since 2027', '09-15 since 2027'],
    open: { since: 2027, why: 'The consolidation acts of 2025 were not read: 8 May and 15 September are taken to be worked in 2026 only' },
  },
  SVN: { code: 'SI' },
  SWE: {
    code: 'SE',
    also: ['friday after 06-19', '12-24', '12-31'],
    source: 'Swedish Act on the Calculation of Statutory Time (1930:173), section 2',
  },
}
