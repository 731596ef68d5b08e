import type { AuditEvent } from '#core/ports.ts'
import { isId } from './id.ts'

/** The event without ids that are none: a refusal may speak of a message whose id was its fault. */
export function auditable({ messageId, deliveryId, ...event }: AuditEvent): AuditEvent {
  return {
    ...event,
    ...(messageId !== undefined && isId(messageId) && { messageId }),
    ...(deliveryId !== undefined && isId(deliveryId) && { deliveryId }),
  }
}
