/** Where it goes: one delivery for each recipient that an agreement allows and whose dialect carries it. */
import type { Loss } from '#core/adapter.ts'
import type { PartyRecord } from '#core/directory.ts'
import { type HubError, hubError, type Issue } from '#core/errors.ts'
import { dialectOf, type Hub } from '#core/hub.ts'
import type { Message, PartyId } from '#core/message.ts'
import type { NewDelivery } from '#core/ports.ts'
import type { PathOf } from '#core/rules/case.ts'
import { missedOf } from '#core/rules/required.ts'
import { formFor } from './form.ts'

/** A backlog that has grown for hours is not gone in seconds. */
const BACKLOG_RETRY_S = 60

export interface Route {
  readonly deliveries: readonly NewDelivery[]
  /** JSON Pointers of the fields that some recipient will not get. */
  readonly notCarried: readonly string[]
}

export function routeOf(hub: Hub, message: Message, pathOf: PathOf): Route {
  const { header } = message
  const recipients = [...new Set([header.to, ...(header.copyTo ?? [])])]
  const notCarried = new Set<string>()
  const deliveries = recipients.map((id) => {
    const party = recipientOf(hub, id)
    const agreement = agreementOf(hub, message, id)
    for (const pointer of lossOf(hub, message, party, pathOf)) notCarried.add(pointer)
    return deliveryTo(hub, party, message, agreement.validityS)
  })
  return { deliveries, notCarried: [...notCarried] }
}

/** A recipient for whom more of this sender waits than was agreed: throws BACKLOG_FULL. */
export async function refuseBacklog(hub: Hub, message: Message, { deliveries }: Route): Promise<void> {
  for (const { party } of deliveries) {
    const { maxBacklog } = agreementOf(hub, message, party)
    if (maxBacklog === undefined || !(await hub.store.backlogReaches(message.header.from, party, maxBacklog))) continue
    throw hubError('BACKLOG_FULL', { retryAfterS: BACKLOG_RETRY_S })
  }
}

function recipientOf(hub: Hub, id: PartyId): PartyRecord {
  const party = hub.directory().party(id)
  if (!party || party.status === 'withdrawn') throw hubError('RECIPIENT_UNKNOWN')
  return party
}

function agreementOf(hub: Hub, { header }: Message, recipient: PartyId) {
  const found = hub.directory().agreement(header.from, recipient, header.type, hub.clock.now(), header.agreement)
  if (found === 'missing') throw hubError('AGREEMENT_MISSING')
  if (found === 'expired') throw hubError('AGREEMENT_EXPIRED')
  return found.agreement
}

/** Fields that the recipient's version or dialect drops; one without which the message would not hold is refused, not dropped. */
function lossOf(hub: Hub, message: Message, party: PartyRecord, pathOf: PathOf): readonly string[] {
  const { type } = message.header
  const { message: form, lost: leftOut } = formFor(hub, party, message)
  if (!form)
    throw notCarried(
      leftOut.map((pointer) => ({ pointer })),
      pathOf,
    )
  const dialect = dialectOf(hub, party)
  if (dialect.types && !dialect.types.includes(type)) {
    throw hubError('NOT_CARRIED', { detail: 'The recipient does not take part in this message type.' })
  }
  const lost = dialect.lossOf(message)
  if (lost.length === 0) return leftOut
  const pointers = lost.map(({ pointer }) => pointer)
  const missed = missedOf(message, pointers)
  const needed = lost.filter(({ pointer }) => missed.includes(pointer))
  if (needed.length > 0) throw notCarried(needed, pathOf)
  return [...leftOut, ...pointers]
}

function notCarried(needed: readonly Loss[], pathOf: PathOf): HubError {
  if (needed.length === 0)
    return hubError('NOT_CARRIED', { detail: 'The recipient takes an older version, which does not have this message type.' })
  return hubError('NOT_CARRIED', { issues: needed.map((loss) => notCarriedIssue(loss, pathOf)) })
}

function notCarriedIssue({ pointer, ...why }: Loss, pathOf: PathOf): Issue {
  const generally = {
    expected: 'a field that the recipient can carry',
    hint: 'Agree with the operators how this field reaches the recipient.',
  }
  return { rule: 'carried', path: pathOf(pointer), ...generally, ...why }
}

function deliveryTo(hub: Hub, party: PartyRecord, { header }: Message, validityS: number): NewDelivery {
  const now = hub.clock.now()
  const latest = new Date(now.getTime() + validityS * 1000)
  const asked = header.expiresAt === undefined ? latest : new Date(header.expiresAt)
  return {
    deliveryId: hub.ids.uuid(),
    party: party.id,
    transport: party.endpoint.transport,
    dueAt: now,
    expiresAt: asked < latest ? asked : latest,
  }
}
