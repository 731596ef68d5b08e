/** The other messages of the case, in order, with this one among them. */
import { Link } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import type { MessageAnswer } from '#admin-ui/api/queries.ts'
import { Party } from '#admin-ui/parts/party.tsx'
import { typeOf } from '#admin-ui/parts/types.ts'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'

export function Related({ message }: { readonly message: MessageAnswer }) {
  const { t, fmt, language } = useTexts()
  const { messageId, from, to, type, number, receivedAt, conversationId } = message
  const all = [...message.related, { messageId, from, to: to[0] ?? '', type, number, receivedAt }].toSorted((a, b) => a.number - b.number)
  return (
    <div className="stack">
      <ol className="related">
        {all.map((one) => {
          const here = one.messageId === messageId && one.from === from
          return (
            <li key={one.from + one.messageId} {...(here ? { 'aria-current': 'true' } : {})}>
              <span className="related-number number">{fmt.number(one.number)}</span>
              <span className="related-words">
                {here ? (
                  <b>{typeOf(one.type, language)}</b>
                ) : (
                  <Link to="/messages/$id" params={{ id: one.messageId }} search={{ from: one.from }}>
                    {typeOf(one.type, language)}
                  </Link>
                )}
                <span className="row small muted">
                  <Party id={one.from} codeOnly />
                  <ArrowRight size={13} aria-hidden />
                  <Party id={one.to} codeOnly />
                </span>
              </span>
              <span className="muted small">
                <When at={one.receivedAt} />
              </span>
            </li>
          )
        })}
      </ol>
      <Link to="/messages" search={{ conversation: conversationId }}>
        {t.message.wholeCase}
      </Link>
    </div>
  )
}
