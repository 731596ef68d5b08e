/** What the hub says of a delivery. */

import { block } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { zustellereignis } from './blocks/codes/exchange.ts'
import { quittung } from './blocks/receipt.ts'

export const delivery = {
  'delivery-notice': block('Zustellnachricht', {
    event: zustellereignis('Ereignis'),
    deliveryId: 'ZustellungsUUID',
    party: 'Empfaenger/Kennung',
    at: 'Zeitpunkt',
    receipt: block('Quittung', quittung),
    code: 'Fehlercode',
  }),
} satisfies Actions
