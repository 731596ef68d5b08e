/**
 * A table of at most a page of rows. Rows are plain, memoised elements: fifty rows of a kit's cells take five times as long to draw.
 * Arrow keys go from row to row, space chooses, Enter opens. On a narrow screen a row becomes a card whose cells name themselves.
 */
import { type KeyboardEvent, memo, type ReactNode } from 'react'
import { useTexts } from '#admin-ui/texts/use.ts'
import { type Selection, useChosen, useChosenKeys } from './selection.ts'

export interface Column<Row> {
  readonly id: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  readonly align?: 'end'
  /** Cannot be hidden: the row would not say what it is. */
  readonly always?: boolean
  readonly hiddenAtFirst?: boolean
}

interface Shown<Row> {
  /** For screen readers: what these rows are. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** Must be the same function at every drawing, as the columns must be the same list. */
  readonly keyOf: (row: Row) => string
  readonly selection?: Selection | undefined
  readonly toneOf?: (row: Row) => string | undefined
}

export function Rows<Row>({ label, columns, rows, keyOf, selection, toneOf }: Shown<Row>) {
  const { t } = useTexts()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-scroll" aria-label={`${label}. ${t.table.scroll}`} tabIndex={0}>
      <table className="table">
        <caption className="unseen">{label}</caption>
        <thead>
          <tr>
            {selection && (
              <th scope="col" className="tick">
                <TickAll selection={selection} keys={rows.map(keyOf)} />
              </th>
            )}
            {columns.map(({ id, title, align }) => (
              <th key={id} scope="col" className={align}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={walk}>
          {rows.map((row) => (
            <Line key={keyOf(row)} id={keyOf(row)} row={row} columns={columns} selection={selection} tone={toneOf?.(row)} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface LineShown<Row> {
  readonly id: string
  readonly row: Row
  readonly columns: readonly Column<Row>[]
  readonly selection: Selection | undefined
  readonly tone: string | undefined
}

function PlainLine<Row>({ id, row, columns, selection, tone }: LineShown<Row>) {
  return (
    <tr {...(tone === undefined ? {} : { 'data-tone': tone })}>
      {selection && (
        <td className="tick">
          <Tick selection={selection} id={id} />
        </td>
      )}
      {columns.map(({ id: column, title, align, cell }) => (
        <td key={column} className={align} data-label={title}>
          {cell(row)}
        </td>
      ))}
    </tr>
  )
}

const Line = memo(PlainLine) as typeof PlainLine

function Tick({ selection, id }: { readonly selection: Selection; readonly id: string }) {
  const { t } = useTexts()
  const chosen = useChosen(selection, id)
  return <input type="checkbox" checked={chosen} onChange={() => selection.toggle(id)} aria-label={t.table.select(id)} />
}

function TickAll({ selection, keys }: { readonly selection: Selection; readonly keys: readonly string[] }) {
  const { t } = useTexts()
  const chosen = useChosenKeys(selection)
  const all = keys.length > 0 && keys.every((key) => chosen.includes(key))
  return (
    <input
      type="checkbox"
      checked={all}
      ref={(input) => {
        if (input) input.indeterminate = !all && keys.some((key) => chosen.includes(key))
      }}
      onChange={() => selection.set(all ? [] : keys)}
      aria-label={t.table.selectAll}
    />
  )
}

/** Up and down (or k and j) to the main link of the next row; space ticks its box. */
function walk(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const line = (event.target as HTMLElement).closest('tr')
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key]
  if (step !== undefined) {
    const next = step === 1 ? line?.nextElementSibling : line?.previousElementSibling
    const link = next?.querySelector<HTMLElement>('a, button, input')
    const main = next?.querySelector<HTMLElement>('td a') ?? link
    if (main) {
      event.preventDefault()
      main.focus()
    }
  } else if (event.key === ' ' && event.target instanceof HTMLAnchorElement) {
    event.preventDefault()
    line?.querySelector<HTMLInputElement>('.tick input')?.click()
  }
}
