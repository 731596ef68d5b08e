/** The application and what is said about it before the decision. */

import { block, list, type Rows } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import type { ReadmissionApplication } from '#schemas/generated/types.ts'
import { agent, autorite, cloture } from './blocks/authority.ts'

import { categoriePersonne } from './blocks/codes/person.ts'
import { completude, elementManquant, objetQuestion, procedure } from './blocks/codes/procedure.ts'
import { elementsDocument, pieceJointe } from './blocks/document.ts'
import { membreFamille, personne, sante } from './blocks/person.ts'

/** Annex 5, blocks A to F: in the application, and in what changes it. */
const elements = {
  subject: block('personne', personne),
  spouse: block('conjoint', membreFamille),
  children: list('enfants', membreFamille),
  health: block('sante', sante),
  danger: 'dangerosite',
  security: 'mesuresSecurite',
  evidence: list('preuves', {
    code: 'nature',
    ...elementsDocument,
    note: 'precision',
    attachments: list('piecesJointes', pieceJointe),
  }),
  dateOfKnowledge: 'dateConnaissance',
  obstacle: 'obstacle',
  'apprehension.at': 'interpellation/dateHeure',
  'apprehension.place': 'interpellation/lieu',
  observations: 'observations',
} satisfies Rows<ReadmissionApplication>

export const application = {
  'readmission-application': block('contenu', {
    procedure: procedure('procedure'),
    personCategory: categoriePersonne('categoriePersonne'),
    caseReference: 'referenceDossier',
    date: 'date',
    place: 'lieu',
    requestingAuthority: block('autoriteRequerante', autorite),
    requestedAuthority: block('autoriteRequise', autorite),
    interviewRequested: 'auditionSollicitee',
    ...elements,
    signatory: block('signataire', agent),
  }),

  'readmission-application-update': block('contenu', {
    caseReference: 'referenceDossier',
    reason: 'motif',
    personCategory: categoriePersonne('categoriePersonne'),
    ...elements,
    official: block('agent', agent),
  }),

  acknowledgement: block('contenu', {
    receivedAt: 'dateReception',
    caseReference: 'referenceDossier',
    completeness: completude('completude'),
    missing: list('elementsManquants', { code: elementManquant('nature'), note: 'precision' }),
    authority: block('autorite', autorite),
    official: block('agent', agent),
  }),

  'information-request': block('contenu', {
    caseReference: 'referenceDossier',
    questions: list('questions', { number: 'numero', topic: objetQuestion('objet'), text: 'texte' }),
    answerBy: 'delai',
    ...cloture,
  }),

  'information-response': block('contenu', {
    caseReference: 'referenceDossier',
    answers: list('reponses', { number: 'numero', text: 'texte', attachments: list('piecesJointes', pieceJointe) }),
    ...cloture,
  }),
} satisfies Actions
