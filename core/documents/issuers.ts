/** Codes of issuers and nationalities in machine-readable zones: ICAO Doc 9303-3, section 5, as the npm package mrz 5.0.2 lists them. */
import { country } from '#schemas/codelists/country.ts'

export type CountryCode = keyof typeof country.codes

/** Codes that the standard writes otherwise: kinds of nationality, and the one state with a single letter. */
const WRITTEN_OTHERWISE: Readonly<Record<string, CountryCode>> = { D: 'DEU', GBD: 'GBR', GBN: 'GBR', GBO: 'GBR', GBP: 'GBR', GBS: 'GBR' }

/** Organisations and former issuers, which are no nationality in the standard, and the codes of refugees, for which it has no place. */
const NOT_OURS: readonly string[] = ['XBA', 'XCC', 'XCE', 'XCO', 'XDC', 'XEC', 'XES', 'XIM', 'XMP', 'ANT', 'NTZ', 'XXB', 'XXC']

/** The standard's code for one of a machine-readable zone, without fillers: `DEU` for `D`; `undefined` when it has none. */
export function countryOf(code: string): CountryCode | undefined {
  const canonical = WRITTEN_OTHERWISE[code] ?? code
  return canonical in country.codes ? (canonical as CountryCode) : undefined
}

/** Whether ICAO knows the code, or it is that of a state that was: `SUN`. */
export const isKnownCode = (code: string): boolean => countryOf(code) !== undefined || NOT_OURS.includes(code)
