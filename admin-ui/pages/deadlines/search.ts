import type { DeadlineSearch } from '#admin-ui/api/queries.ts'

const GROUPS = ['overdue', 'today', 'soon', 'later', 'paused'] as const

/** What the address of the deadlines says. */
export function deadlineSearchOf({ group, cursor }: Readonly<Record<string, unknown>>): Pick<DeadlineSearch, 'group' | 'cursor'> {
  const known = GROUPS.find((one) => one === group)
  return { ...(known && { group: known }), ...(typeof cursor === 'string' && { cursor }) }
}
