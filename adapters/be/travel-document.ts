/** Travel documents that the requested state issues. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { adresse, autorite, cloture } from './blocks/authority.ts'
import { motifRefus, motifRenouvellement } from './blocks/codes/document.ts'
import { annexe, document } from './blocks/document.ts'
import { personneBreve, photo } from './blocks/person.ts'

export const travelDocument = {
  'travel-document-request': block('demandeDocumentVoyage', {
    caseReference: 'referenceDossier',
    mission: 'posteDiplomatique',
    replyReference: 'referenceReponse',
    applicants: list('demandeur', {
      person: block('personne', personneBreve),
      photo: block('photo', photo),
      documents: list('document', document),
    }),
    transferOn: 'dateTransfert',
    deliverTo: block('adresseRemise', adresse),
    attachments: list('annexe', annexe),
    ...cloture,
  }),

  'travel-document-issued': block('delivranceDocumentVoyage', {
    caseReference: 'referenceDossier',
    mission: 'posteDiplomatique',
    documents: list('documentVoyage', { holder: block('titulaire', personneBreve), ...document }),
    handover: 'modeRemise',
    attachments: list('annexe', annexe),
    authority: block('autorite', autorite),
    ...cloture,
  }),

  'travel-document-refused': block('refusDocumentVoyage', {
    caseReference: 'referenceDossier',
    mission: 'posteDiplomatique',
    persons: list('personne', personneBreve),
    grounds: list('motifRefus', { code: motifRefus('type'), text: 'motivation' }),
    authority: block('autorite', autorite),
    ...cloture,
  }),

  'travel-document-renewal': block('renouvellementDocumentVoyage', {
    caseReference: 'referenceDossier',
    mission: 'posteDiplomatique',
    holder: block('titulaire', personneBreve),
    document: block('document', document),
    reason: motifRenouvellement('motif'),
    transferOn: 'dateTransfert',
    ...cloture,
  }),
} satisfies Actions
