import { queryOptions } from '@tanstack/react-query'
import { api, ask } from '#admin-ui/api/client.ts'

const EVERY_MS = 1_500

export const candidatesQuery = queryOptions({ queryKey: ['lab', 'parties'], queryFn: () => ask(api.lab.parties.$get()) })

export const sessionsQuery = (party: string) =>
  queryOptions({ queryKey: ['lab', 'of', party], queryFn: () => ask(api.lab.$get({ query: { party } })) })
export type LabSession = Awaited<ReturnType<NonNullable<ReturnType<typeof sessionsQuery>['queryFn']>>>['items'][number]

/** Steps come as they end. */
export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: ['lab', 'session', id],
    queryFn: () => ask(api.lab[':id'].$get({ param: { id } })),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? EVERY_MS : false),
  })
export type LabStep = Awaited<ReturnType<NonNullable<ReturnType<typeof sessionQuery>['queryFn']>>>['steps'][number]
