/** Interviews in which a mission finds out who somebody is. */

import { block, list, type Rows, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import type { InterviewRequest } from '#schemas/generated/types.ts'
import { anschrift, bearbeitung, schluss } from './blocks/authority.ts'
import { einvernahmeergebnis, einvernahmeform } from './blocks/codes/procedure.ts'
import { anlage } from './blocks/document.ts'
import { kurzperson } from './blocks/person.ts'

const einvernahmeort = {
  facility: 'Einvernahmeort/Name',
  place: block('Einvernahmeort/Anschrift', anschrift),
} satisfies Rows<InterviewRequest>

export const identification = {
  'interview-request': block('Einvernahmeersuchen', {
    caseReference: 'Geschaeftszahl',
    mission: 'Vertretungsbehoerde',
    subject: block('Person', kurzperson),
    mode: einvernahmeform('Form'),
    ...einvernahmeort,
    languages: values('Sprache', '.'),
    availability: list('Verfuegbarkeit', { from: 'Beginn', until: 'Ende' }),
    contact: block('Ansprechperson', bearbeitung),
    ...schluss,
  }),

  'interview-schedule': block('Einvernahmetermin', {
    caseReference: 'Geschaeftszahl',
    mission: 'Vertretungsbehoerde',
    subject: block('Person', kurzperson),
    at: 'Zeitpunkt',
    mode: einvernahmeform('Form'),
    ...einvernahmeort,
    access: 'Zugang',
    languages: values('Sprache', '.'),
    interviewer: block('EinvernehmendePerson', bearbeitung),
    ...schluss,
  }),

  'interview-result': block('Niederschrift', {
    caseReference: 'Geschaeftszahl',
    mission: 'Vertretungsbehoerde',
    outcome: einvernahmeergebnis('Ergebnis'),
    at: 'Zeitpunkt',
    mode: einvernahmeform('Form'),
    subject: block('Person', kurzperson),
    languages: values('Sprache', '.'),
    reasons: 'Begruendung',
    attachments: list('Anlage', anlage),
    interviewer: block('EinvernehmendePerson', bearbeitung),
  }),
} satisfies Actions
