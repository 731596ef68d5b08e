/** Questions to the hub, each with its place in the cache. A page keeps what it has while it asks again. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, ask } from './client.ts'
import { setHubTime } from './clock.ts'

type AnswerOf<Query extends { queryFn?: unknown }> =
  NonNullable<Query['queryFn']> extends (...given: never[]) => infer Promised ? Awaited<Promised> : never

export const RANGES = ['15m', '24h', '7d', '30d'] as const
export type Range = (typeof RANGES)[number]

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: async () => {
    const overview = await ask(api.overview.$get())
    setHubTime(overview.at)
    return overview
  },
})
export type OverviewAnswer = AnswerOf<typeof overviewQuery>

export const chartQuery = (range: Range, party?: string) =>
  queryOptions({
    queryKey: ['charts', range, party],
    queryFn: () => ask(api.charts.throughput.$get({ query: { range, ...(party === undefined ? {} : { party }) } })),
    placeholderData: keepPreviousData,
  })
export type ChartAnswer = AnswerOf<ReturnType<typeof chartQuery>>

export const exchangeQuery = (range: Range) =>
  queryOptions({
    queryKey: ['exchange', range],
    queryFn: () => ask(api.exchange.$get({ query: { range } })),
    placeholderData: keepPreviousData,
  })

export type MessageSearch = Parameters<typeof api.messages.$get>[0]['query']

export const messagesQuery = (query: MessageSearch) =>
  queryOptions({ queryKey: ['messages', query], queryFn: () => ask(api.messages.$get({ query })), placeholderData: keepPreviousData })
export type MessageItem = AnswerOf<ReturnType<typeof messagesQuery>>['items'][number]

export const messageCountQuery = (query: MessageSearch) =>
  queryOptions({
    queryKey: ['messages', 'count', query],
    queryFn: () => ask(api.messages.count.$get({ query })),
    placeholderData: keepPreviousData,
  })

export const messageQuery = (id: string, from?: string) =>
  queryOptions({
    queryKey: ['message', id, from],
    queryFn: () => ask(api.messages[':id'].$get({ param: { id }, query: from === undefined ? {} : { from } })),
  })
export type MessageAnswer = AnswerOf<ReturnType<typeof messageQuery>>

export const foundQuery = (q: string) => queryOptions({ queryKey: ['search', q], queryFn: () => ask(api.search.$get({ query: { q } })) })
