/** Transfers, from the announcement to the arrival. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { autorite, cloture, fonctionnaire } from './blocks/authority.ts'
import { categoriePersonne } from './blocks/codes/person.ts'
import { motifAnnulation, motifObjection, reponseNotification, resultatArrivee } from './blocks/codes/transfer.ts'
import { annexe } from './blocks/document.ts'
import { pointFrontiere, voyage } from './blocks/journey.ts'
import { personneBreve } from './blocks/person.ts'

export const transfer = {
  'transfer-notification': block('notificationTransfert', {
    caseReference: 'referenceDossier',
    replyReference: 'referenceReponse',
    ...voyage,
    annexes: list('annexe', annexe),
    ...cloture,
  }),

  'transfer-notification-response': block('reponseNotification', {
    caseReference: 'referenceDossier',
    answer: reponseNotification('reponse'),
    objection: block('objection', {
      reason: motifObjection('motif'),
      text: 'motivation',
      alternativeAt: 'proposition/moment',
      alternativePoint: block('proposition/pointFrontiere', pointFrontiere),
    }),
    ...cloture,
  }),

  'transfer-update': block('modificationTransfert', {
    caseReference: 'referenceDossier',
    reason: 'motif',
    ...voyage,
    annexes: list('annexe', annexe),
    ...cloture,
  }),

  'transfer-cancellation': block('annulationTransfert', {
    caseReference: 'referenceDossier',
    reason: motifAnnulation('motif'),
    text: 'motivation',
    newTransferPlanned: 'nouveauTransfertPrevu',
    official: block('fonctionnaire', fonctionnaire),
  }),

  'direct-transfer-notice': block('transfertSansDemande', {
    caseReference: 'referenceDossier',
    personCategory: categoriePersonne('categoriePersonne'),
    requestingAuthority: block('autoriteRequerante', autorite),
    ...voyage,
    annexes: list('annexe', annexe),
    ...cloture,
  }),

  'arrival-confirmation': block('confirmationArrivee', {
    caseReference: 'referenceDossier',
    outcome: resultatArrivee('resultat'),
    reason: 'motif',
    at: 'moment',
    borderPoint: block('pointFrontiere', pointFrontiere),
    persons: list('personne', personneBreve),
    ...cloture,
  }),
} satisfies Actions
