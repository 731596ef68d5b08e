/** Interviews in which a mission finds out who somebody is. */

import { block, list, type Rows, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import type { InterviewRequest } from '#schemas/generated/types.ts'
import { adresse, agent, cloture } from './blocks/authority.ts'
import { formeAudition, resultatAudition } from './blocks/codes/procedure.ts'
import { pieceJointe } from './blocks/document.ts'
import { etatCivil } from './blocks/person.ts'

const lieuAudition = {
  facility: 'lieuAudition/nom',
  place: block('lieuAudition/adresse', adresse),
} satisfies Rows<InterviewRequest>

export const identification = {
  'interview-request': block('contenu', {
    caseReference: 'referenceDossier',
    mission: 'posteDiplomatique',
    subject: block('personne', etatCivil),
    mode: formeAudition('forme'),
    ...lieuAudition,
    languages: values('langues', '.'),
    availability: list('disponibilites', { from: 'debut', until: 'fin' }),
    contact: block('contact', agent),
    ...cloture,
  }),

  'interview-schedule': block('contenu', {
    caseReference: 'referenceDossier',
    mission: 'posteDiplomatique',
    subject: block('personne', etatCivil),
    at: 'dateHeure',
    mode: formeAudition('forme'),
    ...lieuAudition,
    access: 'acces',
    languages: values('langues', '.'),
    interviewer: block('auditeur', agent),
    ...cloture,
  }),

  'interview-result': block('contenu', {
    caseReference: 'referenceDossier',
    mission: 'posteDiplomatique',
    outcome: resultatAudition('resultat'),
    at: 'dateHeure',
    mode: formeAudition('forme'),
    subject: block('personne', etatCivil),
    languages: values('langues', '.'),
    reasons: 'motivation',
    attachments: list('piecesJointes', pieceJointe),
    interviewer: block('auditeur', agent),
  }),
} satisfies Actions
