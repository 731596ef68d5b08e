/** Transfer update: what changed since the transfer was announced (agreement, article 12). */
import { note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { attachments, official } from './blocks.ts'
import { itinerary } from './transfer-blocks.ts'

export const transferUpdate = record('TransferUpdate', 'Changes a transfer. What is here replaces what was announced.', {
  caseReference: required(text(64), 'Case reference of the requesting authority'),
  reason: required(note(1000), 'Why it changes'),
  ...itinerary(optional),
  annexes: optional(attachments, 'Annexes'),
  observations: optional(note(2000), 'Observations'),
  official: required(official, 'Official who changes the transfer'),
})
