/** Taking the evidence of a message out of the hub: it holds what the message says, so that an operator asks another person first. */
import { HUB } from '#core/hub.ts'
import type { JsonObject, PartyId } from '#core/message.ts'
import type { Approval } from './approvals.ts'
import { type Act, type Acts, act, digestOf } from './four-eyes.ts'
import type { Reading } from './reading.ts'
import { refusal } from './refusal.ts'

export interface Exporting extends JsonObject {
  readonly messageId: string
  /** Whose copy: its sender's, or that of a recipient. */
  readonly party: PartyId
}

const EXPORT = 'evidence.export'
/** For so long after it was approved. */
const OPEN_MS = 86_400_000

export const evidenceActs = (reading: Pick<Reading, 'message'>): Acts =>
  new Map<string, Act>([
    [
      EXPORT,
      act<Exporting>({
        action: EXPORT,
        async effect({ messageId, party }) {
          const sheet = await reading.message(messageId)
          const parties = sheet ? [sheet.from, ...sheet.deliveries.map((delivery) => delivery.party)] : []
          if (!sheet || party === HUB || !parties.includes(party)) throw refusal('NOT_FOUND')
          return { messageId, party, type: sheet.type }
        },
        // Opens the door to it; what goes through is audited then.
        execute: async ({ messageId, party }) => ({ messageId, party }),
      }),
    ],
  ])

/** Whether this person may take out this copy because another one has approved it. */
export const opens = (approval: Approval | undefined, by: string, wish: Exporting, now: Date): boolean =>
  approval?.act === EXPORT &&
  approval.askedBy === by &&
  approval.state === 'done' &&
  approval.digest === digestOf(wish) &&
  approval.decidedAt !== undefined &&
  now.getTime() - approval.decidedAt.getTime() < OPEN_MS
