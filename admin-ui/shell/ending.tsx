/** Two minutes before the session ends: what was typed is still there, and one press keeps it. */
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { TimerOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useMe } from '#admin-ui/api/me.ts'
import { useTexts } from '#admin-ui/texts/use.ts'

const WARN_MS = 120_000

export function Ending() {
  const { t, fmt } = useTexts()
  const { session, at, askedAt } = useMe()
  const queries = useQueryClient()
  const [now, setNow] = useState(Date.now)
  const endsAt = Math.min(Date.parse(session.idleEndsAt), Date.parse(session.endsAt))
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5_000)
    return () => clearInterval(timer)
  }, [])
  // By the hub's clock: that of the screen may be wrong.
  const left = endsAt - Date.parse(at) - (now - askedAt)
  if (left > WARN_MS) return null
  return (
    <div className="notice notice-warn" role="alert">
      <TimerOff size={18} aria-hidden />
      <span>{t.bar.endsSoon(fmt.span(Math.max(1000, left)))}</span>
      <Button size="compact-sm" onClick={() => void queries.refetchQueries({ queryKey: ['me'] })}>
        {t.bar.stay}
      </Button>
    </div>
  )
}
