import type { Doing } from '#core/console/accounts.ts'
import { HUB } from '#core/hub.ts'
import { audited } from '#prisma/audit.ts'

/** What is audited of an act on an account, and the SHA-256 of what belongs to it. */
export const auditedFor = (event: string, object: string, { by, at, role, session, reason }: Doing, digest?: string): object =>
  audited({
    event,
    party: HUB,
    at,
    by,
    object,
    ...(digest !== undefined && { digest }),
    ...(role && { role }),
    ...(session !== undefined && { session }),
    ...(reason !== undefined && { reason }),
  })
