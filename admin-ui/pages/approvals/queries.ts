import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, ask } from '#admin-ui/api/client.ts'

export type Which = 'open' | 'closed' | 'review'

export const approvalsQuery = (state: Which) =>
  queryOptions({ queryKey: ['approvals', state], queryFn: () => ask(api.approvals.$get({ query: { state } })), refetchInterval: 15_000 })

export const approvalQuery = (id: string) =>
  queryOptions({ queryKey: ['approvals', 'one', id], queryFn: () => ask(api.approvals[':id'].$get({ param: { id } })) })

export type Approval = Awaited<ReturnType<NonNullable<ReturnType<typeof approvalsQuery>['queryFn']>>>['items'][number]
export type Looked = Awaited<ReturnType<NonNullable<ReturnType<typeof approvalQuery>['queryFn']>>>

export const jobsQuery = queryOptions({ queryKey: ['replays'], queryFn: () => ask(api.replays.$get()) })
export type Job = Awaited<ReturnType<NonNullable<(typeof jobsQuery)['queryFn']>>>['items'][number]

const jobDeliveries = (id: string, state: string, after: number) =>
  ask(api.replays[':id'].deliveries.$get({ param: { id }, query: { ...(state !== '' && { state }), after: String(after) } }))
export type JobDelivery = Awaited<ReturnType<typeof jobDeliveries>>['items'][number]

export const jobDeliveriesQuery = (id: string, state: string) =>
  infiniteQueryOptions({
    queryKey: ['replays', id, state],
    queryFn: ({ pageParam }) => jobDeliveries(id, state, pageParam),
    initialPageParam: 0,
    getNextPageParam: (page) => page.after,
  })
