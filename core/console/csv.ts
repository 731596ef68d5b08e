/** Lists for spreadsheets (RFC 4180): a header line, CRLF. */

/** Values are codes, ids, times and numbers; lists are told with spaces between, what is absent is empty. */
export function linesOf<Column extends string>(
  columns: readonly Column[],
  rows: readonly { readonly [column in Column]?: Value }[],
): string {
  return [columns, ...rows.map((row) => columns.map((column) => cellOf(row[column])))].map((cells) => `${cells.join(',')}\r\n`).join('')
}

type Value = string | number | boolean | Date | readonly string[] | undefined

function cellOf(value: Value): string {
  if (value === undefined) return ''
  const text = value instanceof Date ? value.toISOString() : typeof value === 'object' ? value.join(' ') : `${value}`
  // A spreadsheet takes what begins so for a formula.
  const plain = /^[=+\-@\t]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
