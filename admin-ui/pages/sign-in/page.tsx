/** Name and password, then a second factor. What was wrong is not told, because it would help to guess. */
import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ask } from '#admin-ui/api/client.ts'
import { faultOf } from '#admin-ui/api/fault.ts'
import { LanguageSwitch, ThemeSwitch } from '#admin-ui/shell/bar.tsx'
import { Mark } from '#admin-ui/shell/mark.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { Factor, type Method } from './factor.tsx'
import { Password } from './password.tsx'
import './sign-in.css'

export function SignInPage() {
  const { t, fmt } = useTexts()
  const [methods, setMethods] = useState<readonly Method[]>()
  const [said, setSaid] = useState<string>()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { to = '/', refused } = useSearch({ from: '/sign-in' })
  const { data: place } = useQuery({
    queryKey: ['sign-in'],
    queryFn: () => ask(api['sign-in'].$get()),
    staleTime: Number.POSITIVE_INFINITY,
  })

  /** Runs one step; when it fails says so, and a session that has run out begins anew. */
  const step = async (act: () => Promise<void>): Promise<void> => {
    setSaid(undefined)
    try {
      await act()
    } catch (error) {
      const fault = faultOf(error)
      if (fault.code === 'SIGNED_OUT') setMethods(undefined)
      const wait = fault.problem.retryAfterS
      setSaid(
        wait === undefined
          ? fault.status === 0
            ? t.failed.offline
            : (t.fault[fault.code ?? ''] ?? fault.message)
          : t.signIn.locked(fmt.span(wait * 1000)),
      )
    }
  }
  const entered = async (): Promise<void> => {
    queries.clear()
    await navigate({ to, replace: true })
  }
  return (
    <div className="sign-in">
      {place && place.environment !== 'production' && (
        <aside className="ribbon" aria-label={t.environmentIs}>
          {t.environment[place.environment] ?? place.environment}
        </aside>
      )}
      <header className="sign-in-bar">
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main className="sign-in-card">
        <div className="sign-in-brand">
          <Mark size={52} />
          <h1>{t.signIn.title}</h1>
          <p className="muted">{t.tagline}</p>
        </div>
        {refused !== undefined && (
          <p className="notice notice-warn" role="alert">
            {t.signIn.refused[refused] ?? t.signIn.refused.failed}
          </p>
        )}
        {methods === undefined && place?.singleSignOn && (
          <div className="stack sign-in-provider">
            <Button component="a" size="md" href="/api/single-sign-on/start">
              {t.signIn.provider}
            </Button>
            <p className="muted small">{t.signIn.or}</p>
          </div>
        )}
        {methods === undefined ? (
          <Password step={step} said={said} passed={setMethods} />
        ) : (
          <Factor methods={methods} step={step} said={said} entered={entered} restart={() => setMethods(undefined)} />
        )}
      </main>
    </div>
  )
}
