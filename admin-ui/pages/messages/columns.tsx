import { Link } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import { useMemo } from 'react'
import type { MessageItem } from '#admin-ui/api/queries.ts'
import { shortOf } from '#admin-ui/parts/id.tsx'
import { Party } from '#admin-ui/parts/party.tsx'
import type { Column } from '#admin-ui/parts/rows.tsx'
import { Code, DeliveryState, lookOf } from '#admin-ui/parts/state.tsx'
import { typeOf } from '#admin-ui/parts/types.ts'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'

export const keyOf = ({ messageId, from }: MessageItem): string => `${from}/${messageId}`

export function toneOf({ state }: MessageItem): string | undefined {
  const [, tone] = lookOf(state)
  return tone === 'bad' || tone === 'warn' ? tone : undefined
}

export function useMessageColumns(): readonly Column<MessageItem>[] {
  const { t, fmt, language } = useTexts()
  return useMemo<readonly Column<MessageItem>[]>(
    () => [
      {
        id: 'message',
        title: t.words.type,
        always: true,
        cell: ({ messageId, from, type }) => (
          <span className="message-cell">
            <Link to="/messages/$id" params={{ id: messageId }} search={{ from }}>
              {typeOf(type, language)}
            </Link>
            <code className="muted small" title={messageId}>
              {shortOf(messageId)}
            </code>
          </span>
        ),
      },
      {
        id: 'way',
        title: t.words.way,
        always: true,
        cell: ({ from, to }) => (
          <span className="way-cell">
            <Party id={from} codeOnly />
            <ArrowRight size={14} aria-hidden className="muted" />
            {to.map((party) => (
              <Party key={party} id={party} codeOnly />
            ))}
          </span>
        ),
      },
      { id: 'state', title: t.words.state, always: true, cell: ({ state }) => <DeliveryState state={state} /> },
      { id: 'code', title: t.words.code, cell: ({ code }) => (code === undefined ? '' : <Code code={code} />) },
      { id: 'attempts', title: t.words.attempts, align: 'end', cell: ({ attempts }) => fmt.number(attempts) },
      { id: 'received', title: t.words.received, cell: ({ receivedAt }) => <When at={receivedAt} /> },
      { id: 'due', title: t.words.due, cell: ({ dueAt }) => (dueAt === undefined ? '' : <When at={dueAt} as="date" />) },
      {
        id: 'conversation',
        title: t.words.conversation,
        hiddenAtFirst: true,
        cell: ({ conversationId }) => (
          <Link to="/messages" search={{ conversation: conversationId }}>
            <code>{shortOf(conversationId)}</code>
          </Link>
        ),
      },
      { id: 'number', title: t.words.number, align: 'end', hiddenAtFirst: true, cell: ({ number }) => fmt.number(number) },
      {
        id: 'size',
        title: t.words.size,
        align: 'end',
        hiddenAtFirst: true,
        cell: ({ size }) => (size === undefined ? '' : fmt.bytes(size)),
      },
    ],
    [t, fmt, language],
  )
}
