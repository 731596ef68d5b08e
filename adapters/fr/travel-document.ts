/** Travel documents that the requested state issues. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { adresse, autorite, cloture } from './blocks/authority.ts'
import { motifRefusDocument, motifRenouvellement } from './blocks/codes/document.ts'
import { document, pieceJointe } from './blocks/document.ts'
import { etatCivil, photographie } from './blocks/person.ts'

export const travelDocument = {
  'travel-document-request': block('contenu', {
    caseReference: 'referenceDossier',
    mission: 'posteDiplomatique',
    replyReference: 'referenceDecision',
    applicants: list('demandeurs', {
      person: block('personne', etatCivil),
      photo: block('photographie', photographie),
      documents: list('documents', document),
    }),
    transferOn: 'dateTransfert',
    deliverTo: block('adresseLivraison', adresse),
    attachments: list('piecesJointes', pieceJointe),
    ...cloture,
  }),

  'travel-document-issued': block('contenu', {
    caseReference: 'referenceDossier',
    mission: 'posteDiplomatique',
    documents: list('documentsVoyage', { holder: block('titulaire', etatCivil), ...document }),
    handover: 'remise',
    attachments: list('piecesJointes', pieceJointe),
    authority: block('autorite', autorite),
    ...cloture,
  }),

  'travel-document-refused': block('contenu', {
    caseReference: 'referenceDossier',
    mission: 'posteDiplomatique',
    persons: list('personnes', etatCivil),
    grounds: list('motifsRefus', { code: motifRefusDocument('nature'), text: 'motivation' }),
    authority: block('autorite', autorite),
    ...cloture,
  }),

  'travel-document-renewal': block('contenu', {
    caseReference: 'referenceDossier',
    mission: 'posteDiplomatique',
    holder: block('titulaire', etatCivil),
    document: block('document', document),
    reason: motifRenouvellement('motif'),
    transferOn: 'dateTransfert',
    ...cloture,
  }),
} satisfies Actions
