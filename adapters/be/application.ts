/** The application and what is said about it before the decision. */

import { block, list, type Rows } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import type { ReadmissionApplication } from '#schemas/generated/types.ts'
import { autorite, cloture, fonctionnaire } from './blocks/authority.ts'
import { categoriePersonne } from './blocks/codes/person.ts'
import { completude, element, procedure, sujetQuestion } from './blocks/codes/procedure.ts'
import { annexe, donneesDocument } from './blocks/document.ts'
import { etatSante, membreFamille, personne } from './blocks/person.ts'

/** Annex 5, blocks A to F: in the application, and in what changes it. */
const donneesDemande = {
  subject: block('personne', personne),
  spouse: block('conjoint', membreFamille),
  children: list('enfant', membreFamille),
  health: block('etatSante', etatSante),
  danger: 'dangerosite',
  security: 'mesuresSecurite',
  evidence: list('preuve', {
    code: 'type',
    ...donneesDocument,
    note: 'explication',
    attachments: list('annexe', annexe),
  }),
  dateOfKnowledge: 'dateConnaissance',
  obstacle: 'obstacle',
  'apprehension.at': 'interception/moment',
  'apprehension.place': 'interception/lieu',
  observations: 'observations',
} satisfies Rows<ReadmissionApplication>

export const application = {
  'readmission-application': block('demandeReadmission', {
    procedure: procedure('procedure'),
    personCategory: categoriePersonne('categoriePersonne'),
    caseReference: 'referenceDossier',
    date: 'date',
    place: 'lieu',
    requestingAuthority: block('autoriteRequerante', autorite),
    requestedAuthority: block('autoriteRequise', autorite),
    interviewRequested: 'auditionDemandee',
    ...donneesDemande,
    signatory: block('signataire', fonctionnaire),
  }),

  'readmission-application-update': block('modificationDemande', {
    caseReference: 'referenceDossier',
    reason: 'motif',
    personCategory: categoriePersonne('categoriePersonne'),
    ...donneesDemande,
    official: block('fonctionnaire', fonctionnaire),
  }),

  acknowledgement: block('accuseReception', {
    receivedAt: 'recuLe',
    caseReference: 'referenceDossier',
    completeness: completude('completude'),
    missing: list('element', { code: element('type'), note: 'explication' }),
    authority: block('autorite', autorite),
    official: block('fonctionnaire', fonctionnaire),
  }),

  'information-request': block('demandeRenseignements', {
    caseReference: 'referenceDossier',
    questions: list('question', { number: 'numero', topic: sujetQuestion('sujet'), text: 'texte' }),
    answerBy: 'delai',
    ...cloture,
  }),

  'information-response': block('renseignements', {
    caseReference: 'referenceDossier',
    answers: list('reponse', { number: 'numero', text: 'texte', attachments: list('annexe', annexe) }),
    ...cloture,
  }),
} satisfies Actions
