/** Nothing goes out to a party on hold: said wherever somebody wonders why. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CirclePause } from 'lucide-react'
import { overviewQuery } from '#admin-ui/api/queries.ts'
import { useTexts } from '#admin-ui/texts/use.ts'
import { useNameOf } from './party.tsx'

export function HeldNotice({ party }: { readonly party: string }) {
  const { t } = useTexts()
  const nameOf = useNameOf()
  const { data } = useQuery(overviewQuery)
  const found = data?.parties.find(({ id }) => id === party)
  if (found?.state !== 'held') return null
  return (
    <Link to="/parties/$id" params={{ id: party }} className="notice notice-warn held">
      <CirclePause size={18} aria-hidden />
      <span>
        <b>{t.overview.needHeld(nameOf(party, found.title))}.</b> {t.parties.heldNote}
      </span>
    </Link>
  )
}
