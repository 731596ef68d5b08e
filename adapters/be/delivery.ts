/** What the hub says of a delivery. */

import { block } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { evenementRemise } from './blocks/codes/exchange.ts'
import { recepisse } from './blocks/receipt.ts'
import { party } from './enterprise-number.ts'

export const delivery = {
  'delivery-notice': block('avisRemise', {
    event: evenementRemise('evenement'),
    deliveryId: 'identifiantRemise',
    party: party('destinataire'),
    at: 'moment',
    receipt: block('recepisse', recepisse),
    code: 'codeErreur',
  }),
} satisfies Actions
