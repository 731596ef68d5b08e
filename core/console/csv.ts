/** Lists for spreadsheets (RFC 4180): a header line, CRLF. */

/** Values are codes, ids, times and numbers; lists are told with spaces between, what is absent is empty. */
export function linesOf<Row extends object>(columns: readonly (keyof Row & string)[], rows: readonly Row[]): string {
  return [columns, ...rows.map((row) => columns.map((column) => cellOf(row[column])))].map((cells) => `${cells.join(',')}\r\n`).join('')
}

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  const text = value instanceof Date ? value.toISOString() : Array.isArray(value) ? value.join(' ') : String(value)
  // A spreadsheet takes what begins so for a formula.
  const plain = /^[=+\-@\t]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
