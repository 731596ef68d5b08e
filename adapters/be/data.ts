/** Duties of data protection (agreement, article 17). A value is never repeated, only where it stood. */

import { block, list, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { fonctionnaire } from './blocks/authority.ts'
import { motifDonnees, operationDonnees } from './blocks/codes/cooperation.ts'

export const data = {
  'data-correction-notice': block('rectificationDonnees', {
    caseReference: 'referenceDossier',
    reason: motifDonnees('motif'),
    text: 'motivation',
    corrections: list('rectification', {
      messageId: 'identifiantMessage',
      path: 'lieu',
      oldDigest: 'ancienneValeur/empreinte',
      correctedBy: 'nouvelleValeur/identifiantMessage',
      newDigest: 'nouvelleValeur/empreinte',
    }),
    correctedOn: 'dateRectification',
    official: block('fonctionnaire', fonctionnaire),
  }),

  'data-erasure-notice': block('effacementDonnees', {
    caseReference: 'referenceDossier',
    action: operationDonnees('operation'),
    reason: motifDonnees('motif'),
    text: 'motivation',
    items: list('element', { messageId: 'identifiantMessage', path: 'lieu' }),
    on: 'dateEffacement',
    official: block('fonctionnaire', fonctionnaire),
  }),

  'data-use-report': block('utilisationDonnees', {
    caseReference: 'referenceDossier',
    messages: values('identifiantMessage', '.'),
    uses: list('utilisation', {
      purpose: 'finalite',
      authority: 'denomination',
      on: 'date',
      result: 'resultat',
      onward: block('communication', { recipient: 'denomination', country: 'pays', consent: 'accord' }),
    }),
    official: block('fonctionnaire', fonctionnaire),
  }),
} satisfies Actions
