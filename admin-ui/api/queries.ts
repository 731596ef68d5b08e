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

/** Asked once and not kept: each time is a line of the audit trail. */
export const caseQuery = (reference: string) =>
  queryOptions({
    queryKey: ['search', 'case', reference],
    queryFn: () => ask(api.search.references.$post({ json: { reference } })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })

export const partyQuery = (id: string) =>
  queryOptions({ queryKey: ['parties', id], queryFn: () => ask(api.parties[':id'].$get({ param: { id } })) })
export type PartyAnswer = AnswerOf<ReturnType<typeof partyQuery>>

export const certificatesQuery = queryOptions({ queryKey: ['certificates'], queryFn: () => ask(api.certificates.$get()) })
export type CertificateItem = AnswerOf<typeof certificatesQuery>['items'][number]

export type DeadlineSearch = Parameters<typeof api.deadlines.$get>[0]['query']

export const deadlinesQuery = (query: DeadlineSearch) =>
  queryOptions({ queryKey: ['deadlines', query], queryFn: () => ask(api.deadlines.$get({ query })), placeholderData: keepPreviousData })
export type DeadlineItem = AnswerOf<ReturnType<typeof deadlinesQuery>>['items'][number]

export const deadlineCountQuery = queryOptions({
  queryKey: ['deadlines', 'count'],
  queryFn: () => ask(api.deadlines.count.$get({ query: {} })),
})

export const calendarQuery = (month: string) =>
  queryOptions({
    queryKey: ['calendar', month],
    queryFn: () => ask(api.deadlines.calendar.$get({ query: { month } })),
    placeholderData: keepPreviousData,
  })

export type TrailSearch = Parameters<typeof api.audit.$get>[0]['query']

export const trailQuery = (query: TrailSearch) =>
  queryOptions({ queryKey: ['audit', query], queryFn: () => ask(api.audit.$get({ query })), placeholderData: keepPreviousData })
export type TrailItem = AnswerOf<ReturnType<typeof trailQuery>>['items'][number]

export const verificationQuery = queryOptions({
  queryKey: ['verification'],
  queryFn: () => ask(api.audit.verification.$get()),
  refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1_500 : false),
})
type PlanFilter = Parameters<typeof api.replays.plan.$post>[0]['json']['filter']

/** What a replay would do now. */
export const planQuery = (filter: PlanFilter) =>
  queryOptions({ queryKey: ['plan', filter], queryFn: () => ask(api.replays.plan.$post({ json: { filter } })), staleTime: 0, gcTime: 0 })

export const replayQuery = (id: string) =>
  queryOptions({
    queryKey: ['replay', id],
    queryFn: () => ask(api.replays[':id'].$get({ param: { id } })),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1_500 : false),
  })
