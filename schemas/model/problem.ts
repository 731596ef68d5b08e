/** Problem document (RFC 9457) as the hub gives and signs it (contract, section 3). */
import { integer, list, note, optional, problemType, reasonCode, record, required, text, uuidUrn } from '#schemas/vocabulary.ts'

const issue = record('Issue', 'One fault. Never repeats a value of the message.', {
  rule: required(text(100), 'Rule that was broken'),
  path: optional(text(1000), "JSON Pointer or XPath into the sender's own bytes; absent for the whole document"),
  expected: required(note(2000), 'What was expected'),
  hint: optional(note(1000), 'What to do'),
})

export const problem = record('Problem', 'Why something was refused or failed.', {
  type: required(problemType, 'urn:korpu:problem:<CODE>'),
  title: required(text(200), 'What it is, in words'),
  status: required(integer(3), 'HTTP status'),
  code: required(reasonCode, 'Stable code to branch on'),
  detail: optional(note(1000), 'About this occurrence'),
  instance: required(uuidUrn, 'Id of the request'),
  stage: optional(text(40), 'Where on its way the message was refused'),
  issues: optional(list('Issue', issue, { max: 1000 }), 'Every fault that was found'),
})
