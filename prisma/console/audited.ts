import type { Doing } from '#core/console/accounts.ts'
import { HUB } from '#core/hub.ts'
import { audited } from '#prisma/audit.ts'

/** What is audited of an act on an account. */
export const auditedFor = (event: string, object: string, { by, at, role, session, reason }: Doing): object =>
  audited({
    event,
    party: HUB,
    at,
    by,
    object,
    ...(role && { role }),
    ...(session !== undefined && { session }),
    ...(reason !== undefined && { reason }),
  })
