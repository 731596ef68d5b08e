import { queryOptions } from '@tanstack/react-query'
import { api, ask } from '#admin-ui/api/client.ts'

export type Which = 'open' | 'closed' | 'review'

export const approvalsQuery = (state: Which) =>
  queryOptions({ queryKey: ['approvals', state], queryFn: () => ask(api.approvals.$get({ query: { state } })), refetchInterval: 15_000 })

export const approvalQuery = (id: string) =>
  queryOptions({ queryKey: ['approvals', 'one', id], queryFn: () => ask(api.approvals[':id'].$get({ param: { id } })) })

export type Approval = Awaited<ReturnType<NonNullable<ReturnType<typeof approvalsQuery>['queryFn']>>>['items'][number]
export type Looked = Awaited<ReturnType<NonNullable<ReturnType<typeof approvalQuery>['queryFn']>>>
