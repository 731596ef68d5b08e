/** What a change of parties, certificates, anchors and agreements leaves in the audit trail: one link for each line of its plan. */
import { HUB } from '#core/hub.ts'
import type { Store } from '#core/ports.ts'

/** @param by the command or the hub process that applied it */
export async function auditChange(store: Pick<Store, 'refused'>, plan: readonly string[], by: string, at: Date): Promise<void> {
  for (const line of plan) await store.refused({ event: 'directory.changed', party: HUB, at, by, object: line })
}
