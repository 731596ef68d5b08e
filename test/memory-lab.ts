/** The desk of the partner lab in memory. */
import type { LabDelivery, LabDesk } from '#core/lab/desk.ts'
import type { SignedDocument } from '#core/message.ts'

interface Kept {
  delivery: LabDelivery
  waits: boolean
  readonly openedAt: Date
  until: Date
  leasedUntil: Date | undefined
  takenAt: Date | undefined
  fetchedAt: Date | undefined
  readonly statements: SignedDocument[]
}

export function memoryLab(): LabDesk {
  const kept = new Map<string, Kept>()
  const thereFor = (party: string, deliveryId: string, now: Date): Kept | undefined => {
    const one = kept.get(deliveryId)
    return one && one.delivery.party === party && one.until > now ? one : undefined
  }
  return {
    open: async (delivery, waits, now, until) => {
      const again = { delivery, waits, until, leasedUntil: undefined, takenAt: undefined }
      const one = kept.get(delivery.deliveryId)
      if (one) Object.assign(one, again)
      else kept.set(delivery.deliveryId, { ...again, openedAt: now, fetchedAt: undefined, statements: [] })
    },
    told: async (deliveryId) => {
      const { takenAt, fetchedAt, statements = [] } = kept.get(deliveryId) ?? {}
      return { takenAt, fetchedAt, statements: [...statements] }
    },
    close: async (deliveryIds, now) => {
      for (const [id, { until }] of kept) if (deliveryIds.includes(id) || until <= now) kept.delete(id)
    },
    waiting: async (party, limit, now) =>
      [...kept.values()]
        .filter((one) => one.waits && one.delivery.party === party && one.until > now)
        .sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime())
        .slice(0, limit)
        .map(({ delivery: { deliveryId, messageId, conversationId, from, type }, openedAt, leasedUntil }) => ({
          deliveryId,
          messageId,
          conversationId,
          from,
          type,
          waitingSince: openedAt,
          leasedUntil: leasedUntil && leasedUntil > now ? leasedUntil : undefined,
        })),
    lease: async (party, deliveryId, now, leaseMs) => {
      const one = thereFor(party, deliveryId, now)
      if (!one?.waits) return 'absent'
      if (one.leasedUntil && one.leasedUntil > now) return 'taken'
      one.leasedUntil = new Date(now.getTime() + leaseMs)
      one.takenAt = now
      return one.delivery
    },
    handIn: async (party, deliveryId, statement, now) => {
      const one = thereFor(party, deliveryId, now)
      if (!one) return false
      one.waits = false
      one.statements.push(statement)
      return true
    },
    fetched: async (party, attachment, now) => {
      for (const one of kept.values()) if (one.delivery.party === party && one.delivery.attachment === attachment) one.fetchedAt = now
    },
  }
}
