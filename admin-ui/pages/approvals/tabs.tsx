import { Link } from '@tanstack/react-router'
import { RotateCw, Stamp } from 'lucide-react'
import { useTexts } from '#admin-ui/texts/use.ts'
import { JOB_TEXTS } from './job-texts.ts'

/** Requests, and the replays that came of them. */
export function ApprovalTabs() {
  const { t, language } = useTexts()
  return (
    <nav className="link-tabs" aria-label={t.nav.approvals}>
      <Link to="/approvals" activeOptions={{ exact: true }} activeProps={{ 'aria-current': 'page' }}>
        <Stamp size={16} aria-hidden />
        {t.nav.approvals}
      </Link>
      <Link to="/approvals/jobs" activeProps={{ 'aria-current': 'page' }}>
        <RotateCw size={16} aria-hidden />
        {JOB_TEXTS[language].title}
      </Link>
    </nav>
  )
}
