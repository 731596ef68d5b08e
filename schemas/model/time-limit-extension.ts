/** Time-limit extension: the requested state needs longer for its reply (agreement, article 11). Extends the reply limit. */
import { extensionGround } from '#schemas/codelists/procedure.ts'
import { code, date, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { authority, official } from './blocks.ts'

export const timeLimitExtension = record('TimeLimitExtension', 'Announces that the reply will come later, and why.', {
  caseReference: required(text(64), 'Number under which the requested authority registered the case'),
  ground: required(code(extensionGround), 'Legal or factual obstacle'),
  reasons: required(note(2000), 'Reasons'),
  dueOn: optional(date, 'Day on which the reply was due'),
  newDueOn: required(date, 'Day on which it will be due'),
  authority: optional(authority, 'Authority in charge'),
  official: required(official, 'Official who extends the limit'),
})
