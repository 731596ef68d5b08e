/** All messages, newest first, and what can be done with those that failed. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ArrowUp, Download, RotateCw } from 'lucide-react'
import { useMemo, useState } from 'react'
import { hubNow } from '#admin-ui/api/clock.ts'
import { useLive } from '#admin-ui/api/live.ts'
import { useMe } from '#admin-ui/api/me.ts'
import { messageCountQuery, messagesQuery } from '#admin-ui/api/queries.ts'
import { PageHead } from '#admin-ui/parts/card.tsx'
import { useColumns } from '#admin-ui/parts/columns.tsx'
import { Empty } from '#admin-ui/parts/empty.tsx'
import { HeldNotice } from '#admin-ui/parts/held.tsx'
import { Lines, Loaded } from '#admin-ui/parts/loaded.tsx'
import { Pager } from '#admin-ui/parts/pager.tsx'
import { Rows } from '#admin-ui/parts/rows.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { keyOf, toneOf, useMessageColumns } from './columns.tsx'
import { Filters } from './filters.tsx'
import { ReplayDialog } from './replay-dialog.tsx'
import { filterOf, isFiltered, queryOf, type Search } from './search.ts'
import { Views } from './views.tsx'
import './messages.css'

export function MessagesPage() {
  const { t, fmt } = useTexts()
  const search = useSearch({ from: '/shell/messages' })
  const navigate = useNavigate()
  const { cursor, ...filters } = search
  const query = useMemo(() => queryOf(search, hubNow()), [search])
  const messages = useQuery(messagesQuery(query))
  const { cursor: _, ...counted } = query
  const count = useQuery(messageCountQuery(counted))
  const all = useMessageColumns()
  const { shown, menu } = useColumns('messages', all)
  const filtered = isFiltered(search)
  const [replaying, setReplaying] = useState(false)
  const replayable = filterOf(search)
  const may = useMe().may('replay.few')

  const go = (next: Search): void => {
    void navigate({ to: '/messages', search: next })
  }
  const total =
    count.data && (count.data.capped ? t.table.capped(fmt.number(count.data.count)) : t.table.total(fmt.number(count.data.count)))
  return (
    <>
      <PageHead
        title={t.nav.messages}
        note={<span aria-live="polite">{total ?? ' '}</span>}
        aside={
          <>
            {replayable && may && (
              <Button
                leftSection={<RotateCw size={16} aria-hidden />}
                disabled={count.data?.count === 0}
                onClick={() => setReplaying(true)}
              >
                {t.replay.all}
              </Button>
            )}
            <Button
              component="a"
              href={`/api/messages/export.csv?${new URLSearchParams(counted)}`}
              download
              variant="default"
              leftSection={<Download size={16} aria-hidden />}
              title={t.table.csvHint}
            >
              {t.table.csv}
            </Button>
            <Views search={search} go={go} />
            {menu}
          </>
        }
      />
      <Filters search={search} go={go} />
      {search.party !== undefined && <HeldNotice party={search.party} />}
      <Fresh isFirst={cursor === undefined} show={() => void messages.refetch()} />
      <section className="card card-flush" aria-label={t.nav.messages}>
        <Loaded question={messages} skeleton={<Lines count={12} height={28} />}>
          {({ items, newer, older }) =>
            items.length === 0 ? (
              filtered ? (
                <Empty kind="filtered" title={search.state === 'failed' ? t.messages.noneFailed : t.table.noMatch}>
                  <Button variant="default" onClick={() => go({})}>
                    {t.table.clearFilters}
                  </Button>
                </Empty>
              ) : (
                <Empty kind="nothing" title={t.messages.none} note={t.messages.noneNote} />
              )
            ) : (
              <>
                <Rows label={t.nav.messages} columns={shown} rows={items} keyOf={keyOf} toneOf={toneOf} />
                <Pager
                  newer={newer}
                  older={older}
                  isFirst={cursor === undefined}
                  go={(place) => go(place === undefined ? filters : { ...filters, cursor: place })}
                >
                  {t.table.shown(fmt.number(items.length))}
                </Pager>
              </>
            )
          }
        </Loaded>
      </section>
      {replayable && replaying && <ReplayDialog open close={() => setReplaying(false)} filter={replayable} />}
    </>
  )
}

/** Rows do not move under a hand: what is new waits until it is asked for. */
function Fresh({ isFirst, show }: { readonly isFirst: boolean; readonly show: () => void }) {
  const { t, fmt } = useTexts()
  const { fresh, seen } = useLive()
  if (fresh === 0 || !isFirst) return null
  return (
    <div className="fresh">
      <Button
        radius="xl"
        size="sm"
        leftSection={<ArrowUp size={16} aria-hidden />}
        onClick={() => {
          seen()
          show()
        }}
      >
        {t.table.fresh(fresh, fmt.number(fresh))}
      </Button>
    </div>
  )
}
