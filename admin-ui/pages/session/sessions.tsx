/** Sessions, one's own or all, each of which may be ended at once. */
import { Button } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, ask, queryClient } from '#admin-ui/api/client.ts'
import { Card } from '#admin-ui/parts/card.tsx'
import { Loaded } from '#admin-ui/parts/loaded.tsx'
import { type Column, Rows } from '#admin-ui/parts/rows.tsx'
import { useToast } from '#admin-ui/parts/toast.tsx'
import { When } from '#admin-ui/parts/when.tsx'
import { useTexts } from '#admin-ui/texts/use.ts'
import { SESSION_TEXTS } from './texts.ts'

const sessionsQuery = (whose: 'mine' | 'all') =>
  queryOptions({
    queryKey: ['sessions', whose],
    queryFn: () => ask(whose === 'all' ? api.sessions.all.$get() : api.sessions.$get()),
  })

type Session = Awaited<ReturnType<NonNullable<ReturnType<typeof sessionsQuery>['queryFn']>>>['items'][number]
const keyOf = ({ sessionId }: Session): string => sessionId

export function Sessions({ whose }: { readonly whose: 'mine' | 'all' }) {
  const { language } = useTexts()
  const words = SESSION_TEXTS[language]
  const sessions = useQuery(sessionsQuery(whose))
  const toast = useToast()
  const columns = useMemo<readonly Column<Session>[]>(() => {
    const end = async ({ sessionId }: Session): Promise<void> => {
      try {
        await ask(api.sessions[':id'].$delete({ param: { id: sessionId } }))
        toast.done(words.ended)
        await queryClient.invalidateQueries({ queryKey: ['sessions'] })
      } catch (error) {
        toast.failed(error)
      }
    }
    return [
      {
        id: 'account',
        title: words.account,
        cell: ({ account, isThis }) => (isThis ? `${account} (${words.isThis})` : account),
        always: true,
      },
      { id: 'begun', title: words.begun, cell: ({ createdAt }) => <When at={createdAt} /> },
      { id: 'seen', title: words.seen, cell: ({ seenAt }) => <When at={seenAt} as="relative" /> },
      { id: 'ends', title: words.ends, cell: ({ endsAt }) => <When at={endsAt} /> },
      { id: 'address', title: words.address, cell: ({ address }) => <code>{address}</code> },
      { id: 'agent', title: words.agent, cell: ({ agent }) => <span className="small muted">{agent}</span> },
      {
        id: 'end',
        title: words.end,
        cell: (session) => (
          <Button variant="default" size="compact-sm" onClick={() => void end(session)}>
            {words.end}
          </Button>
        ),
      },
    ]
  }, [words, toast])
  return (
    <Card flush>
      <Loaded question={sessions}>
        {({ items }) => <Rows label={whose === 'all' ? words.all : words.mine} columns={columns} rows={items} keyOf={keyOf} />}
      </Loaded>
    </Card>
  )
}
