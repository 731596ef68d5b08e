/** Where test deliveries lie, apart from cases: the lab puts them there, the party finds them in its mailbox, and what it states about them comes back. */
import type { MessageType, PartyId, SignedDocument } from '#core/message.ts'
import type { WaitingDelivery } from '#core/ports.ts'

/** Signed bytes under a delivery id of their own. No case, clock, statistic or audit trail knows of them. */
export interface LabDelivery {
  readonly deliveryId: string
  readonly messageId: string
  readonly conversationId: string
  readonly from: PartyId
  readonly type: MessageType
  readonly party: PartyId
  readonly document: SignedDocument
  /** SHA-256 of an attachment that the message names. */
  readonly attachment: string | undefined
}

/** What the party has done about a test delivery so far. */
export interface LabTold {
  readonly takenAt: Date | undefined
  /** When it fetched the attachment that the message names. */
  readonly fetchedAt: Date | undefined
  /** Receipts and refusals as they were handed in, oldest first. */
  readonly statements: readonly SignedDocument[]
}

export interface LabDesk {
  /** From now until `until` the party may take it (where it `waits` in the mailbox) and hand in statements about it. Again: with these bytes, and free to be taken. */
  open(delivery: LabDelivery, waits: boolean, now: Date, until: Date): Promise<void>
  told(deliveryId: string): Promise<LabTold>
  /** Nothing is left of these, nor of any whose time was over by `now`. */
  close(deliveryIds: readonly string[], now: Date): Promise<void>

  waiting(party: PartyId, limit: number, now: Date): Promise<readonly WaitingDelivery[]>
  lease(party: PartyId, deliveryId: string, now: Date, leaseMs: number): Promise<LabDelivery | 'taken' | 'absent'>
  /** `false`: there is no such test delivery to this party. */
  handIn(party: PartyId, deliveryId: string, statement: SignedDocument, now: Date): Promise<boolean>
  fetched(party: PartyId, attachment: string, now: Date): Promise<void>
}
