/** Whole months, in UTC: the one time zone that all parties' figures can be added up in. */
import { PlainError } from '#core/plain-error.ts'

export interface Period {
  /** First and last month, YYYY-MM. */
  readonly from: string
  readonly to: string
  readonly start: Date
  /** The first instant that no longer belongs to it. */
  readonly end: Date
}

const MONTH = /^[12]\d{3}-(0[1-9]|1[0-2])$/

export function periodOf(from: string, to: string): Period {
  if (![from, to].every((month) => MONTH.test(month))) throw new PlainError('The period cannot be read.', 'Write months as 2026-01.')
  if (to < from) throw new PlainError('The period ends before it begins.', 'Give the first month and then the last.')
  const last = new Date(`${to}-01T00:00:00Z`)
  const end = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, 1))
  return { from, to, start: new Date(`${from}-01T00:00:00Z`), end }
}

export const contains = ({ start, end }: Period, instant: Date): boolean => start <= instant && instant < end
export const monthOf = (instant: Date): string => instant.toISOString().slice(0, 7)
