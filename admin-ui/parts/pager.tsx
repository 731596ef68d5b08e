/** Newer and older: lists are read page by page from where one stands, never by number, so that they stay fast at any depth. */
import { Button } from '@mantine/core'
import { ArrowLeft, ArrowRight, ChevronsLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTexts } from '#admin-ui/texts/use.ts'

interface Shown {
  readonly newer: string | undefined
  readonly older: string | undefined
  readonly isFirst: boolean
  /** Without a cursor: to the newest. */
  readonly go: (cursor: string | undefined) => void
  readonly children?: ReactNode
}

export function Pager({ newer, older, isFirst, go, children }: Shown) {
  const { t } = useTexts()
  return (
    <div className="pager">
      <div className="muted small" aria-live="polite">
        {children}
      </div>
      <div className="pager-buttons">
        {!isFirst && (
          <Button variant="subtle" size="sm" leftSection={<ChevronsLeft size={16} />} onClick={() => go(undefined)}>
            {t.table.first}
          </Button>
        )}
        <Button variant="default" size="sm" disabled={newer === undefined} leftSection={<ArrowLeft size={16} />} onClick={() => go(newer)}>
          {t.table.newer}
        </Button>
        <Button
          variant="default"
          size="sm"
          disabled={older === undefined}
          rightSection={<ArrowRight size={16} />}
          onClick={() => go(older)}
        >
          {t.table.older}
        </Button>
      </div>
    </div>
  )
}
