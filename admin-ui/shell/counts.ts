/** How many things need a person, page by page. */
import { useQuery } from '@tanstack/react-query'
import { overviewQuery } from '#admin-ui/api/queries.ts'

export type Counts = Readonly<Record<'failed' | 'overdue' | 'soon' | 'toDecide', number>>

export function useCounts(): Counts {
  const { data } = useQuery(overviewQuery)
  const toDecide = data?.needsYou.find(({ kind }) => kind === 'approval')?.count ?? 0
  return { failed: data?.failed ?? 0, overdue: data?.overdue ?? 0, soon: data?.certificatesSoon ?? 0, toDecide }
}
