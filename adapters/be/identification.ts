/** Interviews in which a mission finds out who somebody is. */

import { block, list, type Rows, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import type { InterviewRequest } from '#schemas/generated/types.ts'
import { adresse, cloture, fonctionnaire } from './blocks/authority.ts'
import { formeAudition, resultatAudition } from './blocks/codes/procedure.ts'
import { annexe } from './blocks/document.ts'
import { personneBreve } from './blocks/person.ts'

const lieuAudition = {
  facility: 'lieuAudition/nomUsuel',
  place: block('lieuAudition/adresse', adresse),
} satisfies Rows<InterviewRequest>

export const identification = {
  'interview-request': block('demandeAudition', {
    caseReference: 'referenceDossier',
    mission: 'posteDiplomatique',
    subject: block('personne', personneBreve),
    mode: formeAudition('forme'),
    ...lieuAudition,
    languages: values('langue', '.'),
    availability: list('disponibilite', { from: 'debut', until: 'fin' }),
    contact: block('personneContact', fonctionnaire),
    ...cloture,
  }),

  'interview-schedule': block('rendezVousAudition', {
    caseReference: 'referenceDossier',
    mission: 'posteDiplomatique',
    subject: block('personne', personneBreve),
    at: 'moment',
    mode: formeAudition('forme'),
    ...lieuAudition,
    access: 'acces',
    languages: values('langue', '.'),
    interviewer: block('interrogateur', fonctionnaire),
    ...cloture,
  }),

  'interview-result': block('rapportAudition', {
    caseReference: 'referenceDossier',
    mission: 'posteDiplomatique',
    outcome: resultatAudition('resultat'),
    at: 'moment',
    mode: formeAudition('forme'),
    subject: block('personne', personneBreve),
    languages: values('langue', '.'),
    reasons: 'motivation',
    attachments: list('annexe', annexe),
    interviewer: block('interrogateur', fonctionnaire),
  }),
} satisfies Actions
