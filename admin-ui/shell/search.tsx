/** One field for every id and case reference: `/` puts the cursor there from anywhere. References are sought on Enter alone, because that is recorded. */
import { Kbd, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Mail, SearchIcon, Waypoints } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { caseQuery, foundQuery } from '#admin-ui/api/queries.ts'
import { Failed } from '#admin-ui/parts/loaded.tsx'
import { useNameOf } from '#admin-ui/parts/party.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'

const PAUSE_MS = 250
/** Whole, or as far as it is written. */
const ID = /^[0-9a-f]{8}-[0-9a-f-]{0,27}$/i

export function Search() {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  const [sought, setSought] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement
      if (event.key !== '/' || event.ctrlKey || event.metaKey || target.closest('input, textarea, select, [contenteditable]')) return
      event.preventDefault()
      field.current?.focus()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])

  const close = (): void => {
    setText('')
    setAsked('')
    setSought('')
  }
  return (
    <search
      className="search"
      ref={box}
      onBlur={(event) => !box.current?.contains(event.relatedTarget) && close()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          close()
          field.current?.blur()
        }
        if (event.key === 'Enter' && event.target === field.current && asked !== '' && !ID.test(asked)) setSought(asked)
        else if (event.key === 'Enter' || event.key === 'ArrowDown') box.current?.querySelector<HTMLElement>('.found a')?.focus()
      }}
    >
      <TextInput
        ref={field}
        type="search"
        aria-label={t.bar.searchHint}
        placeholder={t.bar.search}
        leftSection={<SearchIcon size={16} aria-hidden />}
        rightSection={<Kbd size="xs">/</Kbd>}
        maxLength={100}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {asked !== '' && (ID.test(asked) || sought === asked) && <Found q={asked} close={close} />}
      {asked !== '' && !ID.test(asked) && sought !== asked && <p className="found muted">{t.bar.searchCase}</p>}
    </search>
  )
}

function useFound(q: string) {
  const isId = ID.test(q)
  const byId = useQuery({ ...foundQuery(q), enabled: isId })
  const byReference = useQuery({ ...caseQuery(q), enabled: !isId })
  return isId ? byId : byReference
}

function Found({ q, close }: { readonly q: string; readonly close: () => void }) {
  const { t } = useTexts()
  const nameOf = useNameOf()
  const { data, isPending, error, refetch } = useFound(q)
  const items = data?.items ?? []
  // Not found is something else than not asked.
  if (error && !data) {
    return (
      <div className="found">
        <Failed fault={error} again={() => void refetch()} />
      </div>
    )
  }
  return (
    <div className="found" role="status">
      {items.map(({ kind, id, from }) => (
        <Link
          key={`${kind}${id}${from}`}
          {...(kind === 'conversation'
            ? { to: '/messages', search: { conversation: id } }
            : { to: '/messages/$id', params: { id }, search: from === undefined ? {} : { from } })}
          onClick={close}
        >
          <span className="row">
            {kind === 'conversation' ? <Waypoints size={16} aria-hidden /> : <Mail size={16} aria-hidden />}
            {t.bar.found[kind]}
            {from !== undefined && <span className="muted">{nameOf(from)}</span>}
          </span>
          <code className="small">{id}</code>
        </Link>
      ))}
      {items.length === 0 && <p className="muted">{isPending ? t.bar.searching : t.bar.searchNothing}</p>}
    </div>
  )
}
