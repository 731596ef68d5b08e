/**
 * Applications go to Bureau C of the Immigration Office, answers to its identification cell (CID): two mailboxes, as in the Benelux protocol with Moldova, annex 1.
 * The hub writes on every message which of the two is meant; what Belgium writes there is its own affair.
 */
import { stated } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import type { MessageType } from '#schemas/index.ts'

const ANSWERS: readonly MessageType[] = [
  'acknowledgement',
  'information-response',
  'interview-schedule',
  'interview-result',
  'time-limit-extension',
  'readmission-reply',
  'deemed-approval-notice',
  'travel-document-issued',
  'travel-document-refused',
  'transfer-notification-response',
  'arrival-confirmation',
  'readmission-in-error-reply',
  'transit-reply',
  'cost-settlement',
  'delivery-notice',
]

export function withMailboxes(actions: Actions): Actions {
  const addressed = Object.entries(actions).map(([type, body]) => {
    const mailbox = ANSWERS.includes(type as MessageType) ? 'CID' : 'bureauC'
    return [type, { ...body, rows: { '/@boite': stated(mailbox), ...body.rows } }]
  })
  return Object.fromEntries(addressed)
}
