/** Who is signed in. */
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { api, ask } from './client.ts'

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => ask(api.me.$get()),
  staleTime: 30_000,
  refetchInterval: 60_000,
})

/** Inside the shell somebody is always signed in: the router has asked. */
export function useMe() {
  const { data, dataUpdatedAt } = useSuspenseQuery(meQuery)
  type Action = (typeof data.permissions)[number]
  return {
    ...data,
    /** When the hub said this, by the clock of the screen. */
    askedAt: dataUpdatedAt,
    /** At once or after somebody else's approval. */
    may: (action: Action): boolean => data.permissions.includes(action),
    /** Only after somebody else's approval. */
    mustAsk: (action: Action): boolean => data.asks.includes(action),
  }
}

export type Action = Awaited<ReturnType<NonNullable<(typeof meQuery)['queryFn']>>>['permissions'][number]
