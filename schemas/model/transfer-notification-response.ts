/** Transfer notification response: whether the transfer can take place as announced (agreement, article 12). */
import { objectionReason, transferAnswer } from '#schemas/codelists/transfer.ts'
import { code, dateTime, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { borderPoint, official } from './blocks.ts'

const objection = record('Objection', 'Why the transfer cannot take place as announced.', {
  reason: required(code(objectionReason), 'Reason'),
  text: required(note(2000), 'The same in words'),
  alternativeAt: optional(dateTime, 'When it could take place'),
  alternativePoint: optional(borderPoint, 'Where it could take place'),
})

export const transferNotificationResponse = record('TransferNotificationResponse', 'Agrees to a transfer as announced, or objects.', {
  caseReference: required(text(64), 'Number under which the requested authority registered the case'),
  answer: required(code(transferAnswer), 'Answer'),
  objection: optional(objection, 'The objection; needed with OBJECTION'),
  observations: optional(note(2000), 'Observations, e.g. on the hand-over'),
  official: required(official, 'Official who answers'),
})
