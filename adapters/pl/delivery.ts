/** What the hub says of a delivery. */

import { block } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { zdarzenieDoreczenia } from './blocks/codes/exchange.ts'
import { pokwitowanie } from './blocks/receipt.ts'

export const delivery = {
  'delivery-notice': block('zawiadomienieODoreczeniu', {
    event: zdarzenieDoreczenia('zdarzenie'),
    deliveryId: 'identyfikatorDoreczenia',
    party: 'odbiorca/identyfikator',
    at: 'czas',
    receipt: block('pokwitowanie', pokwitowanie),
    code: 'kodBledu',
  }),
} satisfies Actions
