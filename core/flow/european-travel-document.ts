/**
 * No travel document came in time: the requested state is deemed to accept the European travel document for return (agreement, articles 3 and 5).
 *
 * The catalogue has no message for it, and none is owed: it stands in the case, and in the timeline of the approval for everybody who sent or received that.
 */
import type { StoredClock } from '#core/clocks/clock.ts'
import { hubError } from '#core/errors.ts'
import type { Hub } from '#core/hub.ts'
import type { CaseRecord, TimeStep } from '#core/ports.ts'
import { lookedAtNext } from './case-clocks.ts'

/** The clock stays overdue: the document may still come. */
export function europeanTravelDocument(_: Hub, found: CaseRecord, clock: StoredClock, now: Date): TimeStep {
  const { id, state, length, clockRevision, history } = found
  const approval = history.find(({ messageId }) => messageId === clock.startedBy)
  if (!approval) throw hubError('INTERNAL', { detail: 'A limit ran out that no message of the case has set going.' })
  return {
    conversation: { id, state, length, clockRevision },
    clocks: [lookedAtNext({ ...clock, lapse: 'EU_TRAVEL_DOCUMENT', lapsedAt: now }, undefined)],
    // In the chain of its author, as everything that is said of a message itself: so that its timeline shows it.
    audit: { event: `clock.lapsed ${clock.limit} EU_TRAVEL_DOCUMENT`, party: approval.from, at: now, messageId: approval.messageId },
  }
}
