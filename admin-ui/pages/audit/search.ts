import type { TrailSearch } from '#admin-ui/api/queries.ts'

/** What the address of the audit trail says. */
export function auditSearchOf({
  event,
  acts,
  message,
  cursor,
}: Readonly<Record<string, unknown>>): Pick<TrailSearch, 'event' | 'acts' | 'message' | 'cursor'> {
  return {
    ...(typeof message === 'string' && { message }),
    ...(typeof event === 'string' && { event }),
    ...((acts === 'true' || acts === true) && { acts: 'true' as const }),
    ...(typeof cursor === 'string' && { cursor }),
  }
}
