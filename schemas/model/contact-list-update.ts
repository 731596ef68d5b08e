/** Contact list update: which authority is competent for what, and how to reach it (agreement, article 20). */
import { authorityRole, change } from '#schemas/codelists/cooperation.ts'
import { code, date, list, note, optional, party, record, required } from '#schemas/vocabulary.ts'
import { authority, official } from './blocks.ts'

const contact = record('Contact', 'One competent authority.', {
  change: required(code(change), 'What changes'),
  roles: required(list('Role', code(authorityRole), { max: 9 }), 'What it is competent for'),
  authority: required(authority, 'The authority'),
  party: optional(party, 'Party through which it exchanges messages'),
})

export const contactListUpdate = record('ContactListUpdate', 'Changes the list of competent authorities.', {
  validFrom: required(date, 'First day on which it holds'),
  contacts: required(list('Contact', contact, { max: 200 }), 'What changes'),
  observations: optional(note(2000), 'Observations'),
  official: required(official, 'Official who answers for it'),
})
