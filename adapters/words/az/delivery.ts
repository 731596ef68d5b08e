/** What the hub says of a delivery. */

import { block } from '#core/mapping/rows.ts'
import type { Actions } from '#core/mapping.ts'
import { catdirilmaHadisesi } from './blocks/codes/exchange.ts'
import { qebz } from './blocks/receipt.ts'

export const delivery = {
  'delivery-notice': block('catdirilmaBildirisi', {
    event: catdirilmaHadisesi('hadise'),
    deliveryId: 'catdirilmaninIdentifikatoru',
    party: 'alan/identifikator',
    at: 'vaxt',
    receipt: block('qebz', qebz),
    code: 'xetaKodu',
  }),
} satisfies Actions
