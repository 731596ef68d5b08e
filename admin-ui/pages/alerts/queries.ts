import { queryOptions } from '@tanstack/react-query'
import { api, ask } from '#admin-ui/api/client.ts'

export const alertsQuery = queryOptions({ queryKey: ['alerts'], queryFn: () => ask(api.alerts.$get()), refetchInterval: 30_000 })
export type Alert = Awaited<ReturnType<NonNullable<(typeof alertsQuery)['queryFn']>>>['items'][number]

/** Asked once: what somebody types is not overwritten. */
export const alertSettingsQuery = queryOptions({
  queryKey: ['alert-settings'],
  queryFn: () => ask(api.alerts.settings.$get()),
  staleTime: Number.POSITIVE_INFINITY,
})
export type AlertSettings = Awaited<ReturnType<NonNullable<(typeof alertSettingsQuery)['queryFn']>>>
export type Rule = keyof AlertSettings['rules']
