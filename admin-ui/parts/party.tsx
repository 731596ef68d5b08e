/** A party: its code and what it is called in the reader's language. */
import { Link } from '@tanstack/react-router'
import { useTexts } from '#admin-ui/texts/use.ts'

interface Shown {
  readonly id: string
  /** As the party file calls it, for parties that the catalogue does not know. */
  readonly title?: string | undefined
  readonly codeOnly?: boolean
  readonly link?: boolean
}

export function useNameOf(): (id: string, title?: string) => string {
  const { t } = useTexts()
  return (id, title) => t.party[id] ?? title ?? id
}

export function Party({ id, title, codeOnly = false, link = false }: Shown) {
  const name = useNameOf()(id, title)
  const inside = (
    <>
      <span className="party-code" {...(codeOnly ? { title: name } : {})}>
        {id}
      </span>
      {codeOnly ? <span className="unseen">{name}</span> : name}
    </>
  )
  if (!link || id === 'hub') return <span className="party">{inside}</span>
  return (
    <Link to="/parties/$id" params={{ id }} className="party">
      {inside}
    </Link>
  )
}
