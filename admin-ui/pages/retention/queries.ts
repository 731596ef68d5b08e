import { queryOptions } from '@tanstack/react-query'
import { api, ask } from '#admin-ui/api/client.ts'

export const retentionQuery = queryOptions({ queryKey: ['retention'], queryFn: () => ask(api.retention.$get()) })
export const dueQuery = queryOptions({ queryKey: ['retention', 'due'], queryFn: () => ask(api.retention.due.$get()) })

export type Retention = Awaited<ReturnType<NonNullable<(typeof retentionQuery)['queryFn']>>>
export type Rule = Retention['rules'][number]
/** A rule as it is asked for. */
export type NewRule = Parameters<typeof api.retention.$post>[0]['json']['rules'][number]
