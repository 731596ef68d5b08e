/** What nobody may overlook: an alert that begins is said once, on whatever page one is; a broken audit chain stands there until it holds again. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Link2Off } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { alertsQuery } from '#admin-ui/pages/alerts/queries.ts'
import { ALERT_TEXTS } from '#admin-ui/pages/alerts/texts.ts'
import { useNameOf } from '#admin-ui/parts/party.tsx'
import { useToast } from '#admin-ui/parts/toast.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'

export function Alarms() {
  const { t, language } = useTexts()
  const words = ALERT_TEXTS[language]
  const nameOf = useNameOf()
  const toast = useToast()
  const { data } = useQuery(alertsQuery)
  /** Those that lasted already when the page was opened are no news. */
  const known = useRef<ReadonlySet<string>>(undefined)
  useEffect(() => {
    if (data === undefined) return
    const before = known.current
    known.current = new Set(data.items.map(({ alertId }) => alertId))
    if (before === undefined) return
    for (const { alertId, rule, party, endedAt } of data.items)
      if (endedAt === undefined && !before.has(alertId)) toast.alarmed(`${words.rule[rule] ?? rule}: ${nameOf(party)}`)
  }, [data, toast, words, nameOf])
  const broken = data?.items.some(({ rule, endedAt }) => rule === 'chain' && endedAt === undefined)
  if (!broken) return null
  return (
    <Link to="/audit" className="notice notice-bad alarm" role="alert">
      <Link2Off size={18} aria-hidden />
      <span>
        <b>{words.rule.chain}.</b> {t.audit.brokenNote}
      </span>
    </Link>
  )
}
