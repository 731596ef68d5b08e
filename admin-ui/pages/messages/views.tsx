/** Views that somebody comes back to: filters under a name of one's own, kept in this browser alone. */
import { Button, Popover, TextInput } from '@mantine/core'
import { Bookmark, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTexts } from '#admin-ui/texts/use.ts'
import { isFiltered, type Search, searchOf } from './search.ts'
import { VIEW_TEXTS } from './view-texts.ts'

interface View {
  readonly name: string
  readonly search: Search
}

const KEPT_AS = 'korpu-views'
const MOST = 20

/** What is no view is dropped. */
function kept(): readonly View[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEPT_AS) ?? '[]')
    return Array.isArray(found) ? found.map(({ name, search }) => ({ name: String(name), search: searchOf(search) })) : []
  } catch {
    return []
  }
}

interface Shown {
  readonly search: Search
  readonly go: (search: Search) => void
}

export function Views({ search, go }: Shown) {
  const { t, language } = useTexts()
  const words = VIEW_TEXTS[language]
  const [views, setViews] = useState(kept)
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const keep = (next: readonly View[]): void => {
    setViews(next)
    try {
      localStorage.setItem(KEPT_AS, JSON.stringify(next))
    } catch {
      // Nothing but the view is lost.
    }
  }
  const save = (event: FormEvent): void => {
    event.preventDefault()
    const { cursor: _, ...filters } = search
    if (name.trim() !== '')
      keep([...views.filter((view) => view.name !== name.trim()), { name: name.trim(), search: filters }].slice(-MOST))
    setName('')
  }
  return (
    <Popover opened={open} onChange={setOpen} width={300} trapFocus position="bottom-end">
      <Popover.Target>
        <Button variant="default" leftSection={<Bookmark size={16} aria-hidden />} onClick={() => setOpen(!open)}>
          {words.views}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.views}>
        {views.length === 0 && <p className="muted small">{words.none}</p>}
        <ul>
          {views.map((view) => (
            <li key={view.name} className="view">
              <button
                type="button"
                className="link"
                onClick={() => {
                  setOpen(false)
                  go(view.search)
                }}
              >
                {view.name}
              </button>
              <button
                type="button"
                className="icon-button"
                aria-label={words.drop(view.name)}
                onClick={() => keep(views.filter((other) => other !== view))}
              >
                <X size={16} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
        {isFiltered(search) && (
          <form className="view-save" onSubmit={save}>
            <TextInput
              label={words.name}
              description={words.hint}
              value={name}
              maxLength={40}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" size="compact-sm">
              {t.common.save}
            </Button>
          </form>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
