import { Link } from '@tanstack/react-router'
import type { TrailItem } from '#admin-ui/api/queries.ts'
import { shortOf } from '#admin-ui/parts/id.tsx'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'

/** What happened, when, and to which message. */
export function Entry({ item: { event, at, messageId } }: { readonly item: TrailItem }) {
  const { t } = useTexts()
  return (
    <span className="message-cell">
      <b className="by">{t.event[event] ?? event}</b>
      <span className="row small muted">
        <When at={at} as="dateTime" />
        {messageId !== undefined && (
          <Link to="/messages/$id" params={{ id: messageId }}>
            <code>{shortOf(messageId)}</code>
          </Link>
        )}
      </span>
    </span>
  )
}
