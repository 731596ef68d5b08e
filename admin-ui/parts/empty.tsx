/** Nothing to show, and whether that is good. */
import { CircleCheck, Inbox, SearchX } from 'lucide-react'
import type { ReactNode } from 'react'

const KINDS = { good: CircleCheck, nothing: Inbox, filtered: SearchX }

interface Shown {
  /** `good`: that nothing is there is what one hopes for. `filtered`: it is the filter's doing. */
  readonly kind: keyof typeof KINDS
  readonly title: string
  readonly note?: string
  readonly children?: ReactNode
}

export function Empty({ kind, title, note, children }: Shown) {
  const Icon = KINDS[kind]
  return (
    <div className={`empty empty-${kind}`}>
      <Icon size={32} strokeWidth={1.7} aria-hidden />
      <p className="empty-title">{title}</p>
      {note !== undefined && <p className="muted">{note}</p>}
      {children}
    </div>
  )
}
