/** Faults that partners' systems have in practice: how each changes a correct partner, and the one step of the lab that must find it. */
import type { Receipt } from '#core/message.ts'
import type { Habits } from './partner.ts'

interface Fault {
  readonly fault: string
  readonly step: string
  /** What follows from it. */
  readonly entails?: readonly string[]
  readonly habits: Partial<Habits>
}

const HOURS_MS = 3_600_000

const without = (receipt: Receipt, field: 'deliveryId' | 'signatureDigest'): Receipt =>
  Object.fromEntries(Object.entries(receipt).filter(([name]) => name !== field)) as unknown as Receipt

export const FAULTS: readonly Fault[] = [
  { fault: 'lets clients in that show no certificate', step: 'refuse-nobody', entails: ['refuse-stranger'], habits: { clients: 'all' } },
  { fault: 'lets every certificate in', step: 'refuse-stranger', habits: { clients: 'shown' } },
  { fault: 'does not look at signatures', step: 'refuse-changed', entails: ['refuse-signer'], habits: { believes: 'everything' } },
  { fault: 'believes whoever has signed', step: 'refuse-signer', habits: { believes: 'anybody' } },
  { fault: 'signs receipts with a key that is not its own', step: 'receipt-signer', habits: { signs: 'stranger' } },
  {
    fault: 'says that it has accepted, as only the hub does',
    step: 'receipt-event',
    habits: { receipt: (honest) => ({ ...honest, event: 'SubmissionAcceptance', contentDigest: honest.digest }) },
  },
  {
    fault: 'leaves the delivery out of its receipt',
    step: 'receipt-delivery',
    habits: { receipt: (honest) => without(honest, 'deliveryId') },
  },
  {
    fault: 'digests the message as it reads it, not as it came',
    step: 'receipt-digest',
    habits: { receipt: (honest) => ({ ...honest, digest: 'ab'.repeat(32) }) },
  },
  {
    fault: 'forgets the signature that came beside the message',
    step: 'receipt-signature-digest',
    habits: { receipt: (honest) => without(honest, 'signatureDigest') },
  },
  {
    fault: 'writes local time as if it were UTC',
    step: 'receipt-time',
    habits: { receipt: (honest) => ({ ...honest, at: new Date(Date.parse(honest.at) + 4 * HOURS_MS).toISOString() }) },
  },
  { fault: 'handles a repeated delivery once more', step: 'duplicate', habits: { repeats: 'anew' } },
  { fault: 'overwrites a message with another of the same id', step: 'conflict', habits: { conflicts: 'take' } },
  {
    fault: 'answers the next message of a case with the receipt of the one before',
    step: 'order',
    habits: { receipt: (honest, earlier) => (earlier ? { ...honest, messageId: earlier.messageId } : honest) },
  },
  { fault: 'remembers the beginning of a message that broke off', step: 'retry', habits: { brokenOff: 'remembers' } },
  { fault: 'has a clock that may not differ', step: 'clock-ahead', habits: { aheadS: 5 } },
  { fault: 'refuses what had to wait for a day', step: 'clock-late', habits: { oldestS: 3600 } },
  { fault: 'takes bodies of up to 100 KiB', step: 'large', habits: { limitBytes: 100 * 1024 } },
  { fault: 'never fetches attachments', step: 'attachment', habits: { fetches: false } },
  { fault: 'has forgotten a type of message', step: 'type-interview-schedule', habits: { refuses: 'interview-schedule' } },
]
