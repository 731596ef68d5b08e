/** What the address of the statistics says: months, two states, and what is counted. */
export interface StatisticsSearch {
  readonly from?: string
  readonly to?: string
  /** `DEU-AZE`: requesting and requested state. */
  readonly states?: string
  readonly measure?: string
}

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/
const STATES = /^[A-Z]{3,7}-[A-Z]{3,7}$/
const MEASURE = /^[A-Z_]{3,30}$/

export function statisticsSearchOf(given: Readonly<Record<string, unknown>>): StatisticsSearch {
  const fits = (name: string, pattern: RegExp): object => {
    const value = given[name]
    return typeof value === 'string' && pattern.test(value) ? { [name]: value } : {}
  }
  return { ...fits('from', MONTH), ...fits('to', MONTH), ...fits('states', STATES), ...fits('measure', MEASURE) }
}
