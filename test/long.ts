/** How many generated values a property test looks at: a bounded part in `npm test`, all of them in `npm run test:long`. */
export const isLong = process.env.KORPU_TEST_LONG === '1'

export const runs = (bounded: number, long: number): number => (isLong ? long : bounded)

/** Of one test, for vitest. */
export const LONG_TIMEOUT_MS = isLong ? 600_000 : 30_000
