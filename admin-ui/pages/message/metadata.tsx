import { Link } from '@tanstack/react-router'
import type { MessageAnswer } from '#admin-ui/api/queries.ts'
import { Facts } from '#admin-ui/parts/card.tsx'
import { Id } from '#admin-ui/parts/id.tsx'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'

export function Metadata({ message }: { readonly message: MessageAnswer }) {
  const { t, fmt } = useTexts()
  const { messageId, conversationId, number, inReplyTo, agreement, version, createdAt, expiresAt, mediaType, size, contentDigest, flags } =
    message
  return (
    <div className="stack">
      <Facts
        rows={[
          [t.message.id, <Id key="id" id={messageId} whole />],
          [
            t.words.conversation,
            <span key="case">
              <Id id={conversationId} whole />{' '}
              <Link to="/messages" search={{ conversation: conversationId }}>
                {t.message.wholeCase}
              </Link>
            </span>,
          ],
          [t.message.place, fmt.number(number)],
          [t.message.inReplyTo, inReplyTo && <Id id={inReplyTo} whole />],
          [t.message.agreement, agreement],
          [t.words.version, version],
          [t.message.written, <When key="at" at={createdAt} as="dateTime" />],
          [t.message.expires, expiresAt && <When at={expiresAt} as="dateTime" />],
          [t.message.mediaType, mediaType && <code>{mediaType}</code>],
          [t.words.size, size !== undefined && fmt.bytes(size)],
          [t.message.contentDigest, <Id key="digest" id={contentDigest} whole />],
        ]}
      />
      {flags.length > 0 && (
        <div>
          <h3>{t.message.flags}</h3>
          <ul className="acts">
            {flags.map(({ rule, path }) => (
              <li key={rule + path}>
                <b>{rule}</b>
                <code className="muted">{path}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
      {message.attachments.length > 0 && (
        <div>
          <h3>{t.message.attachments}</h3>
          <ul className="acts">
            {message.attachments.map(({ digest, size: bytes, mediaType: type }) => (
              <li key={digest}>
                <span>
                  <code>{type}</code> · {fmt.bytes(bytes)}
                </span>
                <Id id={digest} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
