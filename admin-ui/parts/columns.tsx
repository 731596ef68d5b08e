/** Which columns of a table are shown: chosen in a menu, kept in this browser by their names. */
import { Button, Menu } from '@mantine/core'
import { Check, Columns3 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTexts } from '#admin-ui/texts/use.ts'
import type { Column } from './rows.tsx'

type Chosen = Readonly<Record<string, boolean>>

function keptFor(key: string): Chosen {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Chosen
  } catch {
    return {}
  }
}

export function useColumns<Row>(table: string, all: readonly Column<Row>[]) {
  const key = `korpu-columns-${table}`
  const [chosen, setChosen] = useState(() => keptFor(key))
  const isShown = ({ id, always, hiddenAtFirst }: Column<Row>): boolean => always === true || (chosen[id] ?? hiddenAtFirst !== true)
  const toggle = (column: Column<Row>): void => {
    const next = { ...chosen, [column.id]: !isShown(column) }
    setChosen(next)
    try {
      localStorage.setItem(key, JSON.stringify(next))
    } catch {
      // Nothing but the choice is lost.
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: isShown reads chosen alone
  const shown = useMemo(() => all.filter(isShown), [all, chosen])
  return { shown, menu: <ColumnMenu all={all} isShown={isShown} toggle={toggle} /> }
}

interface Shown<Row> {
  readonly all: readonly Column<Row>[]
  readonly isShown: (column: Column<Row>) => boolean
  readonly toggle: (column: Column<Row>) => void
}

function ColumnMenu<Row>({ all, isShown, toggle }: Shown<Row>) {
  const { t } = useTexts()
  return (
    <Menu closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="default" size="sm" leftSection={<Columns3 size={16} aria-hidden />}>
          {t.table.columns}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t.table.columns}>
        {all
          .filter(({ always }) => always !== true)
          .map((column) => (
            <Menu.Item
              key={column.id}
              role="menuitemcheckbox"
              aria-checked={isShown(column)}
              onClick={() => toggle(column)}
              leftSection={<Check size={16} style={{ visibility: isShown(column) ? 'visible' : 'hidden' }} />}
            >
              {column.title}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}
