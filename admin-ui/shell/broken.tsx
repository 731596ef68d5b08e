/** What stands in place of a page that broke, or that is none. */
import { Button } from '@mantine/core'
import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import { RotateCw, SearchX } from 'lucide-react'
import { Fault } from '#admin-ui/api/fault.ts'
import { Failed } from '#admin-ui/parts/loaded.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'

export function Broken({ error }: ErrorComponentProps) {
  const { t } = useTexts()
  const again = (): void => location.reload()
  if (error instanceof Fault) return <Failed fault={error} again={again} />
  return (
    <div className="empty empty-failed" role="alert">
      <p className="empty-title">{t.failed.broke}</p>
      <p className="muted">{t.failed.brokeHint}</p>
      <Button variant="default" leftSection={<RotateCw size={16} />} onClick={again}>
        {t.common.tryAgain}
      </Button>
    </div>
  )
}

export function Absent() {
  const { t } = useTexts()
  return (
    <main className="empty">
      <SearchX size={32} strokeWidth={1.7} aria-hidden />
      <h1 className="empty-title">{t.failed.absent}</h1>
      <p className="muted">{t.failed.absentHint}</p>
      <Link to="/">{t.nav.overview}</Link>
    </main>
  )
}
