/** Where it goes: one delivery for each recipient that an agreement allows and whose dialect carries it. */
import type { PartyRecord } from '#core/directory.ts'
import { hubError, type Issue } from '#core/errors.ts'
import { dialectOf, type Hub } from '#core/hub.ts'
import type { Message, PartyId } from '#core/message.ts'
import type { NewDelivery } from '#core/ports.ts'
import type { PathOf } from '#core/rules/case.ts'
import { isRequired } from '#core/rules/required.ts'

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

/** Fields the recipient's dialect drops; a required one is refused, not dropped. */
function lossOf(hub: Hub, message: Message, party: PartyRecord, pathOf: PathOf): readonly string[] {
  const dialect = dialectOf(hub, party)
  const { type } = message.header
  if (dialect.types && !dialect.types.includes(type)) {
    throw hubError('NOT_CARRIED', { detail: 'The recipient does not take part in this message type.' })
  }
  const lost = dialect.lossOf(message)
  const required = lost.filter((pointer) => isRequired(type, pointer))
  if (required.length > 0) throw hubError('NOT_CARRIED', { issues: required.map((pointer) => notCarriedIssue(pathOf(pointer))) })
  return lost
}

const notCarriedIssue = (path: string): Issue => ({
  rule: 'carried',
  path,
  expected: 'a field that the recipient can carry',
  hint: 'Agree with the operators how this field reaches the recipient.',
})

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
