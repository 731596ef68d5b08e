/** Readmission application update: what changed or came in after the application (agreement, article 8). */

import { personCategory } from '#schemas/codelists/person.ts'
import { code, date, list, note, optional, record, required, text } from '#schemas/vocabulary.ts'
import { apprehension, evidence } from './application-blocks.ts'
import { familyMember, health, official, person } from './blocks.ts'

export const readmissionApplicationUpdate = record(
  'ReadmissionApplicationUpdate',
  'Changes an application that is still open. A block that is here replaces the same block of the application; evidence is added to it.',
  {
    caseReference: required(text(64), 'Case reference of the requesting authority'),
    reason: required(note(1000), 'Why the application changes'),
    personCategory: optional(code(personCategory), 'Why readmission is owed'),
    subject: optional(person, 'The person (block A)'),
    spouse: optional(familyMember, 'Spouse (block B)'),
    children: optional(list('Child', familyMember, { max: 20 }), 'Minor unmarried children (block C)'),
    health: optional(health, 'State of health (block D.1)'),
    danger: optional(note(1000), 'Why the person is held to be particularly dangerous (block D.2)'),
    security: optional(note(1000), 'Protection and security measures needed for the transfer'),
    evidence: optional(list('Item', evidence, { max: 50 }), 'Further evidence (block E)'),
    dateOfKnowledge: optional(date, 'Third-country nationals and stateless persons: when the authority learned of the irregularity'),
    obstacle: optional(note(1000), 'Legal or factual obstacle that lasted beyond the limit for the application'),
    apprehension: optional(apprehension, 'Accelerated procedure: the apprehension'),
    observations: optional(note(2000), 'Observations (block F)'),
    official: required(official, 'Official who makes the change'),
  },
)
