/** Transfers, from the announcement to the arrival. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { agent, autorite, cloture } from './blocks/authority.ts'
import { categoriePersonne } from './blocks/codes/person.ts'
import { motifAnnulation, motifObjection, reponseTransfert, resultatArrivee } from './blocks/codes/transfer.ts'
import { pieceJointe } from './blocks/document.ts'
import { pointPassage, voyage } from './blocks/journey.ts'
import { etatCivil } from './blocks/person.ts'

export const transfer = {
  'transfer-notification': block('contenu', {
    caseReference: 'referenceDossier',
    replyReference: 'referenceDecision',
    ...voyage,
    annexes: list('piecesJointes', pieceJointe),
    ...cloture,
  }),

  'transfer-notification-response': block('contenu', {
    caseReference: 'referenceDossier',
    answer: reponseTransfert('reponse'),
    objection: block('objection', {
      reason: motifObjection('motif'),
      text: 'motivation',
      alternativeAt: 'alternative/dateHeure',
      alternativePoint: block('alternative/pointPassage', pointPassage),
    }),
    ...cloture,
  }),

  'transfer-update': block('contenu', {
    caseReference: 'referenceDossier',
    reason: 'motif',
    ...voyage,
    annexes: list('piecesJointes', pieceJointe),
    ...cloture,
  }),

  'transfer-cancellation': block('contenu', {
    caseReference: 'referenceDossier',
    reason: motifAnnulation('motif'),
    text: 'motivation',
    newTransferPlanned: 'nouveauTransfertPrevu',
    official: block('agent', agent),
  }),

  'direct-transfer-notice': block('contenu', {
    caseReference: 'referenceDossier',
    personCategory: categoriePersonne('categoriePersonne'),
    requestingAuthority: block('autoriteRequerante', autorite),
    ...voyage,
    annexes: list('piecesJointes', pieceJointe),
    ...cloture,
  }),

  'arrival-confirmation': block('contenu', {
    caseReference: 'referenceDossier',
    outcome: resultatArrivee('resultat'),
    reason: 'motif',
    at: 'dateHeure',
    borderPoint: block('pointPassage', pointPassage),
    persons: list('personnes', etatCivil),
    ...cloture,
  }),
} satisfies Actions
