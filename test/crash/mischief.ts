/** Partners as they are on bad days: they fail, hang, lie, and hang up after they have read. What they took they remember all the same. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Partner } from '#demo/partner.ts'
import type { Dice } from './dice.ts'

export interface Mischief {
  /** For good: from now on everyone behaves. */
  end(): void
  around(partner: Partner, hangUp: () => void): Partner
}

/** Longer than a hub waits for an answer, and than it leases a delivery of the mailbox. */
const HANG_MS = 3_500
const LATE_MS = 400
const SHARE = 0.25

const WAYS = ['fails', 'fails after taking', 'hangs', 'answers late', 'lies', 'hangs up'] as const

export function mischief(dice: Dice): Mischief {
  let ended = false
  return {
    end() {
      ended = true
    },
    around({ take, ...partner }, hangUp) {
      /** True receipts, for other deliveries. */
      const receipts = new Map<string, Awaited<ReturnType<Partner['take']>>>()
      const honest: Partner['take'] = async (deliveryId, document) => {
        const receipt = await take(deliveryId, document)
        receipts.set(deliveryId, receipt)
        return receipt
      }
      const bad: Readonly<Record<(typeof WAYS)[number], Partner['take']>> = {
        fails: () => Promise.reject(new Error('a bad day')),
        'fails after taking': async (...delivery) => {
          await honest(...delivery)
          throw new Error('a bad day')
        },
        hangs: async (...delivery) => {
          await sleep(HANG_MS)
          return honest(...delivery)
        },
        'answers late': async (...delivery) => {
          await sleep(LATE_MS)
          return honest(...delivery)
        },
        lies: async (deliveryId, document) => {
          const own = await honest(deliveryId, document)
          return [...receipts].find(([other]) => other !== deliveryId)?.[1] ?? own
        },
        'hangs up': async (...delivery) => {
          const receipt = await honest(...delivery)
          hangUp()
          return receipt
        },
      }
      return { ...partner, take: (...delivery) => (!ended && dice.chance(SHARE) ? bad[dice.pick(WAYS)] : honest)(...delivery) }
    },
  }
}
