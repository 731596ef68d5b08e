/** What the hub says of a delivery. */

import { block } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { zustellereignis } from './blocks/codes/exchange.ts'
import { quittung } from './blocks/receipt.ts'

export const delivery = {
  'delivery-notice': block('zustellnachricht', {
    event: zustellereignis('ereignis'),
    deliveryId: 'zustellungsUUID',
    party: 'empfaenger/kennung',
    at: 'zeitpunkt',
    receipt: block('quittung', quittung),
    code: 'fehlercode',
  }),
} satisfies Actions
