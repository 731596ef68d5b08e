/** Tables of letters, written as rows that people can read and check. */

/** Spelling to its readings, the usual one first. */
export type Letters = Readonly<Record<string, readonly string[]>>

/** `lettersFrom('ə=а/е b=б ь=')`: ə is read а or е, b is read б, ь is silent. */
export function lettersFrom(...rows: readonly string[]): Letters {
  const entries = rows.flatMap((row) => row.split(' ')).map((entry) => entry.split('='))
  return Object.fromEntries(entries.map(([spelling = '', readings = '']) => [spelling, readings.split('/')]))
}
