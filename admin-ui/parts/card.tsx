import type { ReactNode } from 'react'
import { useId } from 'react'

interface Shown {
  readonly title?: string
  readonly note?: ReactNode
  /** At the right of the title: switches, links. */
  readonly aside?: ReactNode
  readonly flush?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** A piece of a page with a name of its own. `flush`: its content reaches the edges, as tables do. */
export function Card({ title, note, aside, flush = false, className = '', children }: Shown) {
  const id = useId()
  return (
    <section className={`card ${flush ? 'card-flush' : ''} ${className}`} {...(title === undefined ? {} : { 'aria-labelledby': id })}>
      {title !== undefined && (
        <header className="card-head">
          <div>
            <h2 id={id}>{title}</h2>
            {note !== undefined && <p className="muted small">{note}</p>}
          </div>
          {aside}
        </header>
      )}
      {children}
    </section>
  )
}

interface Head {
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly aside?: ReactNode
}

/** The top of a page: its only first-level heading. */
export function PageHead({ title, note, aside }: Head) {
  return (
    <div className="page-head">
      <div>
        <h1>{title}</h1>
        {note !== undefined && <div className="muted page-note">{note}</div>}
      </div>
      {aside !== undefined && <div className="page-aside">{aside}</div>}
    </div>
  )
}

/** Names and values, as a description list. Rows without a value are left out. */
export function Facts({ rows }: { readonly rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value !== undefined && value !== null && value !== false && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
