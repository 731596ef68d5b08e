/** The figures for spreadsheets. */
import type { Figure, Report } from './report.ts'

const COLUMNS = [
  ['measure', 'measure'],
  ['requesting', 'requesting'],
  ['requested', 'requested'],
  ['category', 'category'],
  ['month', 'month'],
  ['reply_time', 'replyTime'],
  ['ground', 'ground'],
  ['count', 'count'],
  ['suppressed', 'suppressed'],
  ['median_days', 'medianDays'],
] as const satisfies (readonly [string, keyof Figure])[]

/** RFC 4180: a header line, CRLF. Every value is a code, a month or a number, so that nothing needs quotes; what is absent is empty. */
export function csvOf({ figures }: Report): string {
  const rows = figures.map((figure) => COLUMNS.map(([, field]) => String(figure[field] ?? '')))
  return [COLUMNS.map(([name]) => name), ...rows].map((row) => `${row.join(',')}\r\n`).join('')
}
