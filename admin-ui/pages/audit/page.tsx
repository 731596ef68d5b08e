/** Who did what, when and why; and whether the chain of it still holds. */
import { Button, NativeSelect, Switch } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { useMemo } from 'react'
import { useMe } from '#admin-ui/api/me.ts'
import { type TrailItem, trailQuery } from '#admin-ui/api/queries.ts'
import { PageHead } from '#admin-ui/parts/card.tsx'
import { Empty } from '#admin-ui/parts/empty.tsx'
import { Lines, Loaded } from '#admin-ui/parts/loaded.tsx'
import { Pager } from '#admin-ui/parts/pager.tsx'
import { Party } from '#admin-ui/parts/party.tsx'
import { type Column, Rows } from '#admin-ui/parts/rows.tsx'
import { Code } from '#admin-ui/parts/state.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { Entry } from './entry.tsx'
import { Verification } from './verification.tsx'
import './audit.css'

const keyOf = ({ party, lane, number }: TrailItem): string => `${party}/${lane}/${number}`

export function AuditPage() {
  const { t, fmt } = useTexts()
  const me = useMe()
  const search = useSearch({ from: '/shell/audit' })
  const navigate = useNavigate()
  const queries = useQueryClient()
  const trail = useQuery({ ...trailQuery(search), refetchOnWindowFocus: false })
  const columns = useTrailColumns()
  const { cursor, ...filters } = search
  const go = (next: typeof search): void => {
    void queries.cancelQueries({ queryKey: ['audit'] })
    void navigate({ to: '/audit', search: next })
  }
  const events = Object.entries(t.event)
  return (
    <div className="stack">
      <PageHead
        title={t.nav.audit}
        note={me.may('audit.read') ? t.audit.note : t.audit.own}
        aside={
          me.may('audit.export') && (
            <Button
              component="a"
              href={`/api/audit/export?${new URLSearchParams(filters)}`}
              download
              variant="default"
              leftSection={<Download size={16} aria-hidden />}
            >
              {t.audit.export}
            </Button>
          )
        }
      />
      <Verification />
      <div className="filter-fields audit-fields">
        <NativeSelect
          label={t.words.action}
          value={search.event ?? ''}
          onChange={(event) => {
            const { event: _was, ...rest } = filters
            const chosen = event.currentTarget.value
            go(chosen === '' ? rest : { ...rest, event: chosen })
          }}
          data={[{ value: '', label: t.common.all }, ...events.map(([value, label]) => ({ value, label }))]}
        />
        <Switch
          label={t.audit.actsOnly}
          checked={search.acts === 'true'}
          onChange={(event) => {
            const { acts: _was, ...rest } = filters
            go(event.currentTarget.checked ? { ...rest, acts: 'true' } : rest)
          }}
        />
      </div>
      <section className="card card-flush" aria-label={t.nav.audit}>
        <Loaded question={trail} skeleton={<Lines count={12} height={28} />}>
          {({ items, newer, older }) =>
            items.length === 0 ? (
              <Empty kind="filtered" title={t.table.noMatch} />
            ) : (
              <>
                <Rows
                  label={t.nav.audit}
                  columns={columns}
                  rows={items}
                  keyOf={keyOf}
                  toneOf={({ event }) => (event.startsWith('message.reveal') ? 'warn' : undefined)}
                />
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
    </div>
  )
}

function useTrailColumns(): readonly Column<TrailItem>[] {
  const { t } = useTexts()
  return useMemo<readonly Column<TrailItem>[]>(
    () => [
      { id: 'event', title: t.words.action, cell: (item) => <Entry item={item} /> },
      {
        id: 'by',
        title: t.words.by,
        cell: ({ by }) => (by === undefined ? <span className="muted">{t.party.hub}</span> : <b className="by">{by}</b>),
      },
      { id: 'party', title: t.words.party, cell: ({ party }) => <Party id={party} codeOnly /> },
      { id: 'code', title: t.words.code, cell: ({ code }) => (code === undefined ? '' : <Code code={code} />) },
      { id: 'reason', title: t.words.reason, cell: ({ reason }) => reason ?? '' },
    ],
    [t],
  )
}
