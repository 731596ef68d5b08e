/** The usual questions as one press each; the rest as selects that narrow further. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { CalendarDays, Clock, Layers, SlidersHorizontal, TimerOff, TriangleAlert, X } from 'lucide-react'
import { useState } from 'react'
import { overviewQuery } from '#admin-ui/api/queries.ts'
import { useNameOf } from '#admin-ui/parts/party.tsx'
import { TYPES, typeOf } from '#admin-ui/parts/types.ts'
import { useTexts } from '#admin-ui/texts/use.ts'
import { isFiltered, type Search } from './search.ts'

interface Shown {
  readonly search: Search
  readonly go: (search: Search) => void
}

const QUICK = [
  { name: 'all', icon: Layers, search: {} },
  { name: 'failed', icon: TriangleAlert, search: { state: 'failed' } },
  { name: 'waiting', icon: Clock, search: { state: 'waiting' } },
  { name: 'expired', icon: TimerOff, search: { state: 'expired' } },
  { name: 'today', icon: CalendarDays, search: { since: 'today' } },
] as const

const STATES = ['pending', 'sent', 'delivered', 'retrying', 'held', 'dead', 'cancelled', 'expired'] as const
const STRETCHES = ['today', '24h', '7d', '30d'] as const

export function Filters({ search, go }: Shown) {
  const { t } = useTexts()
  const { state, since, cursor: _, ...rest } = search
  const narrowed = Object.keys(rest).length > 0 || (state !== undefined && since !== undefined)
  const [open, setOpen] = useState(narrowed)
  const isOn = (quick: Search): boolean => !narrowed && quick.state === state && quick.since === since
  return (
    <div className="filters">
      <div className="row">
        {QUICK.map(({ name, icon: Icon, search: quick }) => (
          <button key={name} type="button" className="quick" aria-pressed={isOn(quick)} onClick={() => go(quick)}>
            <Icon size={15} aria-hidden />
            {t.messages.quick[name]}
          </button>
        ))}
        <button type="button" className="quick quick-more" aria-expanded={open} onClick={() => setOpen(!open)}>
          <SlidersHorizontal size={15} aria-hidden />
          {t.table.filters}
        </button>
        {isFiltered(search) && (
          <Button variant="subtle" size="compact-sm" leftSection={<X size={15} aria-hidden />} onClick={() => go({})}>
            {t.table.clearFilters}
          </Button>
        )}
      </div>
      {(open || narrowed) && <More search={search} go={go} />}
    </div>
  )
}

function More({ search, go }: Shown) {
  const { t, language } = useTexts()
  const nameOf = useNameOf()
  const parties = useQuery(overviewQuery).data?.parties ?? []
  const set = (change: { readonly [name in keyof Search]?: string | undefined }): void => {
    const { cursor: _, ...next } = { ...search, ...change }
    go(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '' && value !== undefined)))
  }
  const any = { value: '', label: t.common.all }
  const codes = Object.entries(t.code).filter(([code]) =>
    /^(RECIPIENT|RECEIPT|DELIVERY_Q|PREDECESSOR|CERT|NOT_CARRIED|INTERNAL|MESSAGE_EXP)/.test(code),
  )
  return (
    <div className="filter-fields">
      <NativeSelect
        label={t.words.state}
        value={search.state ?? ''}
        onChange={(event) => set({ state: event.currentTarget.value })}
        data={[
          any,
          { value: 'failed', label: t.messages.allFailed },
          { value: 'waiting', label: t.messages.allWaiting },
          ...STATES.map((value) => ({ value, label: t.state[value] ?? value })),
        ]}
      />
      <NativeSelect
        label={t.words.party}
        value={search.party ?? ''}
        onChange={(event) => set({ party: event.currentTarget.value, ...(event.currentTarget.value === '' && { side: undefined }) })}
        data={[any, ...parties.map(({ id, title }) => ({ value: id, label: nameOf(id, title) }))]}
      />
      <NativeSelect
        label={t.messages.direction}
        value={search.side ?? ''}
        disabled={search.party === undefined}
        onChange={(event) => set({ side: event.currentTarget.value })}
        data={[
          { value: '', label: t.messages.either },
          { value: 'from', label: t.messages.sentBy },
          { value: 'to', label: t.messages.sentTo },
        ]}
      />
      <NativeSelect
        label={t.words.type}
        value={search.type ?? ''}
        onChange={(event) => set({ type: event.currentTarget.value })}
        data={[any, ...TYPES.map((value) => ({ value, label: typeOf(value, language) }))]}
      />
      <NativeSelect
        label={t.words.code}
        value={search.code ?? ''}
        onChange={(event) => set({ code: event.currentTarget.value })}
        data={[any, ...codes.map(([value, label]) => ({ value, label }))]}
      />
      <NativeSelect
        label={t.words.received}
        value={search.since ?? ''}
        onChange={(event) => set({ since: event.currentTarget.value })}
        data={[
          any,
          ...STRETCHES.map((value) => ({ value, label: t.messages.stretch[value] })),
          ...(search.since && !STRETCHES.some((value) => value === search.since) ? [search.since] : []),
        ]}
      />
      <TextInput
        label={t.words.conversation}
        defaultValue={search.conversation ?? ''}
        key={search.conversation ?? ''}
        placeholder="01…"
        spellCheck={false}
        onBlur={(event) =>
          event.currentTarget.value.trim() !== (search.conversation ?? '') && set({ conversation: event.currentTarget.value.trim() })
        }
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
    </div>
  )
}
