/** Costs of transfers, transits and returns. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { agent, autorite, cloture } from './blocks/authority.ts'
import { natureFrais, suiteDemande } from './blocks/codes/cooperation.ts'
import { pieceJointe } from './blocks/document.ts'

export const costs = {
  'cost-claim': block('contenu', {
    caseReference: 'referenceDossier',
    invoice: 'facture/numero',
    date: 'facture/date',
    items: list('lignes', { kind: natureFrais('nature'), text: 'libelle', amount: 'montant' }),
    total: 'montantTotal',
    currency: 'devise',
    account: 'compteBancaire',
    payBy: 'echeance',
    attachments: list('piecesJointes', pieceJointe),
    authority: block('autorite', autorite),
    ...cloture,
  }),

  'cost-settlement': block('contenu', {
    caseReference: 'referenceDossier',
    invoice: 'facture/numero',
    outcome: suiteDemande('resultat'),
    payment: block('paiement', { amount: 'montant', currency: 'devise', on: 'date', reference: 'referencePaiement' }),
    reasons: 'motivation',
    official: block('agent', agent),
  }),
} satisfies Actions
