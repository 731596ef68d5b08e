/** States that have a calendar, by the code that party ids begin with. */
import { STATES } from './states.ts'

const OTHERS: readonly (readonly [alpha2: string, alpha3: string])[] = [['az', 'AZE']]

/** ISO 3166-1: alpha-2 in lower case to alpha-3. */
export const STATE_CODES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(STATES).map(([alpha3, { code }]) => [code.toLowerCase(), alpha3] as const),
  ...OTHERS,
])
