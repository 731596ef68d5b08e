/** Duties of data protection (agreement, article 17). A value is never repeated, only where it stood. */

import { block, list, values } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { agent } from './blocks/authority.ts'
import { mesureDonnees, motifDonnees } from './blocks/codes/cooperation.ts'

export const data = {
  'data-correction-notice': block('contenu', {
    caseReference: 'referenceDossier',
    reason: motifDonnees('motif'),
    text: 'motivation',
    corrections: list('rectifications', {
      messageId: 'idMessage',
      path: 'emplacement',
      oldDigest: 'ancienneValeur/empreinte',
      correctedBy: 'nouvelleValeur/idMessage',
      newDigest: 'nouvelleValeur/empreinte',
    }),
    correctedOn: 'dateRectification',
    official: block('agent', agent),
  }),

  'data-erasure-notice': block('contenu', {
    caseReference: 'referenceDossier',
    action: mesureDonnees('mesure'),
    reason: motifDonnees('motif'),
    text: 'motivation',
    items: list('donnees', { messageId: 'idMessage', path: 'emplacement' }),
    on: 'dateEffacement',
    official: block('agent', agent),
  }),

  'data-use-report': block('contenu', {
    caseReference: 'referenceDossier',
    messages: values('idsMessages', '.'),
    uses: list('utilisations', {
      purpose: 'finalite',
      authority: 'denominationAutorite',
      on: 'date',
      result: 'resultat',
      onward: block('transmission', { recipient: 'denominationAutorite', country: 'pays', consent: 'accordPrealable' }),
    }),
    official: block('agent', agent),
  }),
} satisfies Actions
