/** A row without the columns that hold nothing: what is not there is absent, never null. */
export function given<Row extends object>(row: Row): { [column in keyof Row]?: NonNullable<Row[column]> } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as {
    [column in keyof Row]?: NonNullable<Row[column]>
  }
}
