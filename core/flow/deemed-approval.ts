/** The reply limit ran out in silence: the hub says so to both sides, with the proof that the application arrived (agreement, article 11). */
import type { ClockRecord } from '#core/clocks/clock.ts'
import { hubError } from '#core/errors.ts'
import { HUB, type Hub } from '#core/hub.ts'
import type { PartyId } from '#core/message.ts'
import type { CaseRecord, Conversation, TimeStep } from '#core/ports.ts'
import { type CaseState, CHOREOGRAPHY } from '#schemas/choreography.ts'
import type { DeemedApprovalNotice } from '#schemas/generated/types.ts'
import { changesOf, worldOf } from './case-clocks.ts'
import { deliveryTo, hubMessage } from './hub-message.ts'

const TYPE = 'deemed-approval-notice'
/** Longer than agreements usually ask for: a notice with legal effect is not given up soon. */
const VALIDITY_S = 30 * 86_400

type Asked = Conversation['history'][number]

/** `undefined` where the case is past deciding. Throws INTERNAL where a side of it acts for no state any more, or the proof is missing. */
export async function deemedApproval(hub: Hub, found: CaseRecord, clock: ClockRecord, now: Date): Promise<TimeStep | undefined> {
  const { id, agreement, length, clockRevision, history, category } = found
  const state = CHOREOGRAPHY[TYPE].moves[found.state as CaseState]
  const asked = history.find(({ messageId }) => messageId === clock.startedBy)
  const world = worldOf(hub, found)
  if (typeof state !== 'string') return undefined
  if (!asked || !world) throw hubError('INTERNAL', { detail: 'A party of the case, or its home, is gone from the directory.' })
  const body = await bodyOf(hub, found, asked, clock, now)
  const article = world.ruleSet.limits[clock.limit]?.article
  const said = article === undefined ? body : { ...body, article }
  const head = { conversationId: id, inReplyTo: asked.messageId, to: asked.from, copyTo: [asked.to], type: TYPE, agreement } as const
  const message = hubMessage(hub, head, said)
  const { messageId } = message
  return {
    conversation: { id, state, length, clockRevision },
    clocks: changesOf(found.clocks, { kind: 'accepted', messageId, type: TYPE, body: said, at: now, category }, world),
    audit: { event: `clock.lapsed ${clock.limit}`, party: HUB, at: now, messageId },
    notice: { message, deliveries: [asked.from, asked.to].flatMap((party) => deliveriesTo(hub, party)) },
  }
}

function deliveriesTo(hub: Hub, id: PartyId) {
  const party = hub.directory().party(id)
  return party && party.status !== 'withdrawn' ? [deliveryTo(hub, party, VALIDITY_S)] : []
}

async function bodyOf(
  hub: Hub,
  { history }: CaseRecord,
  asked: Asked,
  { limit, startedAt, dueAt, extensions }: ClockRecord,
  now: Date,
): Promise<DeemedApprovalNotice> {
  const record = await hub.store.message(asked.messageId, asked.from)
  const proof = record?.deliveries.find(({ party, state }) => party === asked.to && state === 'delivered')
  const { receiptId, digest, deliveredAt } = proof ?? {}
  if (!receiptId || !digest || !deliveredAt || !startedAt || !dueAt) {
    throw hubError('INTERNAL', { detail: 'A limit ran out for an application of which there is no proof that it arrived.' })
  }
  const extending = history.filter(({ type }) => type === 'time-limit-extension').map(({ messageId }) => messageId)
  return {
    limit,
    startedAt: startedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    silentAt: now.toISOString(),
    requestedParty: asked.to,
    receipt: { receiptId, digest, at: deliveredAt.toISOString() },
    // Where more came than were counted, nobody can tell from here which: then none is named.
    ...(extensions > 0 && extending.length === extensions ? { extensions: extending } : {}),
  }
}
