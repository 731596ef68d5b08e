import type { Outcome } from '#core/ports.ts'

/** What an outcome is called (events of ETSI EN 319 522-1), in the audit trail and in notices alike. */
export function eventOf(outcome: Outcome): string {
  // Only a signed refusal is the recipient's word; a delivery that died without one merely failed.
  if (outcome.state === 'dead') return outcome.receipt === undefined ? 'ContentHandoverFailure' : 'ConsignmentRejection'
  return EVENTS[outcome.state]
}

const EVENTS: Record<Exclude<Outcome['state'], 'dead'>, string> = {
  delivered: 'ContentHandover',
  sent: 'ContentConsignment',
  retrying: 'ContentHandoverFailure',
  held: 'ContentHandoverFailure',
  expired: 'ContentConsignmentFailure',
}
