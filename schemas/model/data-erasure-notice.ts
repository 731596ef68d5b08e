/** Data erasure notice: data that were sent are erased or blocked, and the other side must do the same (agreement, article 17). */
import { dataReason, erasure } from '#schemas/codelists/protection.ts'
import { code, date, list, note, optional, record, required, text, uuid } from '#schemas/vocabulary.ts'
import { official } from './blocks.ts'

const erased = record('ErasedData', 'What is erased or blocked: a message, or one element of it.', {
  messageId: required(uuid, 'Message that carried it'),
  path: optional(text(500), 'Where it stood there, as JSON Pointer into the canonical message; absent for the whole message'),
})

export const dataErasureNotice = record('DataErasureNotice', 'Tells of data that were erased or blocked. Repeats none of them.', {
  caseReference: optional(text(64), 'Case reference of the authority that erases'),
  action: required(code(erasure), 'Whether they were erased or blocked'),
  reason: required(code(dataReason), 'Why'),
  text: optional(note(1000), 'The same in words, without the data themselves'),
  items: required(list('Item', erased, { max: 100 }), 'What is erased or blocked'),
  on: required(date, 'Date of the erasure'),
  official: required(official, 'Official who answers for it'),
})
