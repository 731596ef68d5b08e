/** Transfer notification: who comes when, where and how (agreement, article 12). */
import { note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { attachments, official } from './blocks.ts'
import { itinerary } from './transfer-blocks.ts'

export const transferNotification = record('TransferNotification', 'Announces a transfer.', {
  caseReference: required(text(64), 'Case reference of the requesting authority'),
  replyReference: optional(text(64), 'Number under which the requested authority registered the case'),
  ...itinerary(required),
  annexes: optional(attachments, 'Annexes'),
  observations: optional(note(2000), 'Observations'),
  official: required(official, 'Official who announces the transfer'),
})
