/** What the hub says of a delivery. */

import { block } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { bezorggebeurtenis } from './blocks/codes/exchange.ts'
import { partij } from './blocks/party.ts'
import { ontvangstbewijs } from './blocks/receipt.ts'

export const delivery = {
  'delivery-notice': block('data', {
    event: bezorggebeurtenis('gebeurtenis'),
    deliveryId: 'bezorgingId',
    party: partij('ontvanger'),
    at: 'tijdstip',
    receipt: block('ontvangstbewijs', ontvangstbewijs),
    code: 'foutcode',
  }),
} satisfies Actions
