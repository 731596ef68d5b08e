/** What the crash proof holds the hub to, as a function of what its partners saw. */
import type { PartyId } from '#core/message.ts'

/** A message for which its sender has the hub's receipt. */
export interface Accepted {
  readonly messageId: string
  readonly conversationId: string
  readonly recipients: readonly PartyId[]
  /** When the hub's receipt says it was accepted, milliseconds of the epoch. */
  readonly acceptedAt: number
  /** Every receipt that the hub gave for it, as hex. */
  readonly receipts: readonly string[]
}

/** A message that a partner took. The list of them is in the order of taking. */
export interface Taken {
  readonly by: PartyId
  readonly messageId: string
  readonly conversationId: string
  readonly deliveryId: string
}

/** One sentence for every broken promise; none when all hold. */
export function faultsOf(accepted: readonly Accepted[], taken: readonly Taken[]): readonly string[] {
  return [...lost(accepted, taken), ...twice(taken), ...disordered(accepted, taken), ...otherReceipts(accepted)]
}

function lost(accepted: readonly Accepted[], taken: readonly Taken[]): readonly string[] {
  const arrived = new Set(taken.map(({ by, messageId }) => `${messageId} ${by}`))
  return accepted.flatMap(({ messageId, recipients }) =>
    recipients.filter((by) => !arrived.has(`${messageId} ${by}`)).map((by) => `${messageId} has a receipt and never reached ${by}`),
  )
}

function twice(taken: readonly Taken[]): readonly string[] {
  return [
    ...repeated(taken.map(({ deliveryId }) => deliveryId)).map((id) => `delivery ${id} was taken twice`),
    ...repeated(taken.map(({ by, messageId }) => `${messageId} by ${by}`)).map((what) => `${what} was taken twice`),
  ]
}

const repeated = (all: readonly string[]): readonly string[] => all.filter((one, at) => all.indexOf(one) !== at)

/** Within a conversation a party takes messages in the order in which the hub accepted them, whoever sent them. */
function disordered(accepted: readonly Accepted[], taken: readonly Taken[]): readonly string[] {
  const acceptedAt = new Map(accepted.map((message) => [message.messageId, message.acceptedAt]))
  const last = new Map<string, number>()
  return taken.flatMap(({ by, messageId, conversationId }) => {
    const at = acceptedAt.get(messageId)
    if (at === undefined) return [`${messageId} was taken by ${by} and never accepted`]
    const lane = `${conversationId} ${by}`
    const early = at < (last.get(lane) ?? 0)
    last.set(lane, at)
    return early ? [`${messageId} was taken by ${by} after a message that was accepted later`] : []
  })
}

function otherReceipts(accepted: readonly Accepted[]): readonly string[] {
  return accepted.filter(({ receipts }) => new Set(receipts).size > 1).map(({ messageId }) => `${messageId} was given two receipts`)
}
