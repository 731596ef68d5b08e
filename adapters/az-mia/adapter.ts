/** Ministry of Internal Affairs of Azerbaijan: looks persons up in the registers of identity cards and passports, and answers. */
import { application } from '#adapters/words/az/application.ts'
import { closing } from '#adapters/words/az/closing.ts'
import { cooperation } from '#adapters/words/az/cooperation.ts'
import { data } from '#adapters/words/az/data.ts'
import { delivery } from '#adapters/words/az/delivery.ts'
import { headFor } from '#adapters/words/az/head.ts'
import { verification } from '#adapters/words/az/verification.ts'
import { defineAdapter } from '#core/mapping.ts'

const actions = {
  ...verification,
  'information-request': application['information-request'],
  'information-response': application['information-response'],
  ...closing,
  ...data,
  'contact-list-update': cooperation['contact-list-update'],
  ...delivery,
}

export default defineAdapter({
  party: 'az-mia',
  title: 'Azerbaijan: Ministry of Internal Affairs',
  signature: 'xades',
  syntax: 'xml',
  root: { name: 'Mesaj', namespace: 'urn:korpu:dialekt:az:1' },
  header: headFor(actions),
  actions,
})
