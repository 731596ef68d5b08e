/** What the hub says of a delivery. */

import { block } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { evenementRemise } from './blocks/codes/exchange.ts'
import { accuse } from './blocks/receipt.ts'

export const delivery = {
  'delivery-notice': block('contenu', {
    event: evenementRemise('evenement'),
    deliveryId: 'idRemise',
    party: 'destinataire/identifiant',
    at: 'dateHeure',
    receipt: block('accuse', accuse),
    code: 'codeErreur',
  }),
} satisfies Actions
