/** Blocks of an application and of its updates. */
import { evidence as evidenceCodes } from '#schemas/codelists/document.ts'
import { code, dateTime, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { attachments, documentParticulars } from './blocks.ts'

export const evidence = record('Evidence', 'One means of proof or of prima facie evidence (annex 5, block E; annexes 1 to 4).', {
  code: required(code(evidenceCodes), 'What it is'),
  ...documentParticulars,
  note: optional(note(1000), 'What it shows'),
  attachments: optional(attachments, 'Copies'),
})

export const apprehension = record(
  'Apprehension',
  'When and where the person was apprehended; needed for the accelerated procedure (agreement, article 7).',
  {
    at: required(dateTime, 'When'),
    place: required(text(200), 'Where'),
  },
)
