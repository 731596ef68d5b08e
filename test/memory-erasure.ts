/** Erasure in the memory store. Passes the same suite as the real one (erasure.contract.ts). */
import type { DueErasure, Erased, Eraser, Erasure, RetentionRule } from '#core/erasure.ts'
import type { AuditEvent, CaseRecord } from '#core/ports.ts'
import type { MemoryAttachments } from './memory-attachments.ts'
import { type Kept, OPEN, type Outgoing } from './memory-store.ts'

interface Inside {
  readonly messages: ReadonlyMap<string, Kept>
  readonly deliveries: ReadonlyMap<string, Outgoing>
  readonly conversations: ReadonlyMap<string, CaseRecord>
  readonly attachments: MemoryAttachments
  audit(event: AuditEvent): void
}

const DAY_MS = 86_400_000

export const erasedIn = ({ erasedAt: at, erasureRule: rule }: Kept): Erased | undefined =>
  at === undefined || rule === undefined ? undefined : { at, rule }

export function memoryErasure({ messages, deliveries, conversations, attachments, audit }: Inside): Erasure {
  const outboxOf = (kept: Kept) => deliveries.values().filter((one) => one.kept === kept)
  const isOver = (kept: Kept): boolean => !outboxOf(kept).some(({ state }) => OPEN.has(state))
  const ruleOf = ({ message }: Kept, rules: readonly RetentionRule[]): RetentionRule | undefined =>
    rules.find(
      ({ types, outcomes }) =>
        (types?.includes(message.type) ?? true) && (outcomes?.includes(conversations.get(message.conversationId)?.state ?? '') ?? true),
    )
  const lastIn = (conversationId: string): number =>
    Math.max(
      ...[...messages.values()].filter((one) => one.message.conversationId === conversationId).map((one) => one.receivedAt.getTime()),
    )

  const isKept = (kept: Kept): boolean => !kept.erasedAt && isOver(kept)
  const eraseOne = ({ messageId, from, rule }: DueErasure, by: Eraser): boolean => {
    const kept = messages.get(`${messageId} ${from}`)
    if (!kept || !isKept(kept)) return false
    Object.assign(kept, { erasureRule: rule, erasedAt: by.at })
    for (const one of outboxOf(kept)) one.encoded = undefined
    const others = [...messages.values()].filter((one) => one !== kept && !one.erasedAt).flatMap((one) => one.attachments)
    attachments.forget(kept.attachments.filter((id) => !others.includes(id)))
    audit({ event: `ContentErasure ${rule}`, party: from, messageId, ...by })
    return true
  }

  return {
    asked: async (limit) =>
      [...messages.values()]
        .flatMap((kept) =>
          kept.erasureRule !== undefined && isKept(kept)
            ? [{ messageId: kept.message.messageId, from: kept.message.from, rule: kept.erasureRule }]
            : [],
        )
        .slice(0, limit),
    look: async (rules, now) => ({
      due: [...messages.values()].filter(isKept).flatMap((kept): readonly DueErasure[] => {
        const { messageId, from, conversationId } = kept.message
        const ruled = ruleOf(kept, rules)
        return ruled && lastIn(conversationId) < now.getTime() - ruled.days * DAY_MS ? [{ messageId, from, rule: ruled.rule }] : []
      }),
    }),
    erase: async (ones, by) => ones.filter((one) => eraseOne(one, by)),
  }
}
