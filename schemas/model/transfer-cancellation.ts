/** Transfer cancellation: an announced transfer will not take place (agreement, article 12). */
import { cancellationReason } from '#schemas/codelists/transfer.ts'
import { boolean, code, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { official } from './blocks.ts'

export const transferCancellation = record('TransferCancellation', 'Cancels a transfer. The approval stands.', {
  caseReference: required(text(64), 'Case reference of the requesting authority'),
  reason: required(code(cancellationReason), 'Why'),
  text: optional(note(1000), 'The same in words'),
  newTransferPlanned: optional(boolean, 'Whether another transfer will be announced'),
  official: required(official, 'Official who cancels the transfer'),
})
