/** Border point update: where persons can be handed over (agreement, article 20). */
import { change } from '#schemas/codelists/cooperation.ts'
import { transportMode } from '#schemas/codelists/transfer.ts'
import { code, date, list, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { authority, borderPoint, official } from './blocks.ts'

const listed = record('ListedBorderPoint', 'One border crossing point of the list.', {
  change: required(code(change), 'What changes'),
  point: required(borderPoint, 'The border crossing point'),
  modes: required(list('Mode', code(transportMode), { max: 3 }), 'How persons can arrive there'),
  hours: optional(text(200), 'When persons can be handed over'),
  authority: optional(authority, 'Authority on the spot'),
})

export const borderPointUpdate = record('BorderPointUpdate', 'Changes the list of border crossing points.', {
  validFrom: required(date, 'First day on which it holds'),
  points: required(list('Point', listed, { max: 100 }), 'What changes'),
  observations: optional(note(2000), 'Observations'),
  official: required(official, 'Official who answers for it'),
})
