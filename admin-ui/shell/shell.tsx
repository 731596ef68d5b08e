/** The frame of every page after the sign-in. */
import { Drawer } from '@mantine/core'
import { useIsFetching, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useRouter, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { faultOf } from '#admin-ui/api/fault.ts'
import { LiveContext, useLiveStream } from '#admin-ui/api/live.ts'
import { useMe } from '#admin-ui/api/me.ts'
import { useTexts } from '#admin-ui/texts/use.ts'
import { Alarms } from './alarms.tsx'
import { Bar } from './bar.tsx'
import { Ending } from './ending.tsx'
import { Mark } from './mark.tsx'
import { Navigation } from './navigation.tsx'

export function Shell() {
  const { t } = useTexts()
  const me = useMe()
  const live = useLiveStream()
  useSignedOut()
  const [drawer, setDrawer] = useState(false)
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const main = useRef<HTMLElement>(null)
  const came = useRef(path)
  // A new page begins at its top, for the eye and for the screen reader.
  useEffect(() => {
    setDrawer(false)
    if (came.current === path) return
    came.current = path
    main.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [path])
  return (
    <LiveContext value={live}>
      <a href="#main" className="unseen skip">
        {t.skip}
      </a>
      <Moving />
      <div className="shell">
        {me.environment !== 'production' && (
          <aside className="ribbon" aria-label={t.environmentIs}>
            {t.environment[me.environment] ?? me.environment}
          </aside>
        )}
        <nav className="side" aria-label={t.nav.label}>
          <Brand />
          <Navigation />
          <div className="side-foot">{me.version}</div>
        </nav>
        <Bar openMenu={() => setDrawer(true)} />
        <main id="main" className="main" ref={main} tabIndex={-1}>
          <Ending />
          <Alarms />
          <Outlet />
        </main>
      </div>
      {drawer && (
        <Drawer opened onClose={() => setDrawer(false)} size={290} withCloseButton={false}>
          <Drawer.Title className="unseen">{t.nav.label}</Drawer.Title>
          <nav className="drawer" aria-label={t.nav.label}>
            <Brand />
            <Navigation />
          </nav>
        </Drawer>
      )}
    </LiveContext>
  )
}

/** Whoever is told that the session is over signs in again and comes back to where one was. */
function useSignedOut(): void {
  const queries = useQueryClient()
  const router = useRouter()
  useEffect(
    () =>
      queries.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error' || faultOf(event.action.error).code !== 'SIGNED_OUT') return
        const { href, pathname } = router.state.location
        if (pathname === '/sign-in') return
        void router.navigate({ to: '/sign-in', search: href === '/' ? {} : { to: href } })
      }),
    [queries, router],
  )
}

function Brand() {
  const { t } = useTexts()
  return (
    <Link to="/" className="brand">
      <Mark size={36} />
      <span>
        <b>{t.product}</b>
        <small>{t.tagline}</small>
      </span>
    </Link>
  )
}

/** A thin line while something is asked again, behind which the old stays. Late, so that quick answers do not blink. */
function Moving() {
  const fetching = useIsFetching({ predicate: ({ state }) => state.data !== undefined && state.error !== null }) > 0
  const pending = useRouterState({ select: ({ isLoading }) => isLoading })
  return fetching || pending ? <div className="moving" aria-hidden /> : null
}
