import { Link } from '@tanstack/react-router'
import { FileKey2, Network } from 'lucide-react'
import { useTexts } from '#admin-ui/texts/use.ts'
import './parties.css'

/** The two lists of this part, as links. */
export function PartyTabs() {
  const { t } = useTexts()
  return (
    <nav className="link-tabs" aria-label={t.nav.parties}>
      <Link to="/parties" activeOptions={{ exact: true }} activeProps={{ 'aria-current': 'page' }}>
        <Network size={16} aria-hidden />
        {t.nav.parties}
      </Link>
      <Link to="/parties/certificates" activeProps={{ 'aria-current': 'page' }}>
        <FileKey2 size={16} aria-hidden />
        {t.certificate.title}
      </Link>
    </nav>
  )
}
