/** Costs of transfers, transits and returns. */

import { block, list } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { autorite, cloture, fonctionnaire } from './blocks/authority.ts'
import { reglementFrais, typeFrais } from './blocks/codes/cooperation.ts'
import { annexe } from './blocks/document.ts'

export const costs = {
  'cost-claim': block('demandeRemboursement', {
    caseReference: 'referenceDossier',
    invoice: 'facture/numero',
    date: 'facture/date',
    items: list('poste', { kind: typeFrais('type'), text: 'description', amount: 'montant' }),
    total: 'montantTotal',
    currency: 'devise',
    account: 'compteBancaire',
    payBy: 'echeance',
    attachments: list('annexe', annexe),
    authority: block('autorite', autorite),
    ...cloture,
  }),

  'cost-settlement': block('reglementFrais', {
    caseReference: 'referenceDossier',
    invoice: 'facture/numero',
    outcome: reglementFrais('resultat'),
    payment: block('paiement', { amount: 'montant', currency: 'devise', on: 'date', reference: 'communicationVirement' }),
    reasons: 'motivation',
    official: block('fonctionnaire', fonctionnaire),
  }),
} satisfies Actions
