/** Interviews in which a mission finds out who somebody is. */

import { block, list, type Rows, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import type { InterviewRequest } from '#schemas/generated/types.ts'
import { anschrift, bearbeitung, schluss } from './blocks/authority.ts'
import { anhoerungsergebnis, anhoerungsform } from './blocks/codes/procedure.ts'
import { anlage } from './blocks/document.ts'
import { kurzperson } from './blocks/person.ts'

const anhoerungsort = {
  facility: 'anhoerungsort/name',
  place: block('anhoerungsort/anschrift', anschrift),
} satisfies Rows<InterviewRequest>

export const identification = {
  'interview-request': block('anhoerungsersuchen', {
    caseReference: 'aktenzeichen',
    mission: 'auslandsvertretung',
    subject: block('person', kurzperson),
    mode: anhoerungsform('form'),
    ...anhoerungsort,
    languages: values('sprache', '.'),
    availability: list('verfuegbarkeit', { from: 'beginn', until: 'ende' }),
    contact: block('ansprechperson', bearbeitung),
    ...schluss,
  }),

  'interview-schedule': block('anhoerungstermin', {
    caseReference: 'aktenzeichen',
    mission: 'auslandsvertretung',
    subject: block('person', kurzperson),
    at: 'zeitpunkt',
    mode: anhoerungsform('form'),
    ...anhoerungsort,
    access: 'zugang',
    languages: values('sprache', '.'),
    interviewer: block('anhoerendePerson', bearbeitung),
    ...schluss,
  }),

  'interview-result': block('anhoerungsniederschrift', {
    caseReference: 'aktenzeichen',
    mission: 'auslandsvertretung',
    outcome: anhoerungsergebnis('ergebnis'),
    at: 'zeitpunkt',
    mode: anhoerungsform('form'),
    subject: block('person', kurzperson),
    languages: values('sprache', '.'),
    reasons: 'begruendung',
    attachments: list('anlage', anlage),
    interviewer: block('anhoerendePerson', bearbeitung),
  }),
} satisfies Actions
