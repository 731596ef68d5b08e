/** Ministry of Foreign Affairs of Azerbaijan, one party for all its missions: they interview, issue travel documents, and get copies of the rest. */
import { application } from '#adapters/words/az/application.ts'
import { closing } from '#adapters/words/az/closing.ts'
import { cooperation } from '#adapters/words/az/cooperation.ts'
import { data } from '#adapters/words/az/data.ts'
import { decision } from '#adapters/words/az/decision.ts'
import { delivery } from '#adapters/words/az/delivery.ts'
import { headFor } from '#adapters/words/az/head.ts'
import { identification } from '#adapters/words/az/identification.ts'
import { transfer } from '#adapters/words/az/transfer.ts'
import { travelDocument } from '#adapters/words/az/travel-document.ts'
import { verification } from '#adapters/words/az/verification.ts'
import { defineAdapter } from '#core/mapping.ts'

const actions = {
  ...application,
  ...verification,
  ...identification,
  ...decision,
  ...travelDocument,
  ...transfer,
  ...closing,
  ...data,
  'contact-list-update': cooperation['contact-list-update'],
  ...delivery,
}

export default defineAdapter({
  party: 'az-mfa',
  title: 'Azerbaijan: Ministry of Foreign Affairs, Consular Department',
  signature: 'xades',
  syntax: 'xml',
  root: { name: 'Mesaj', namespace: 'urn:korpu:dialekt:az:1' },
  header: headFor(actions),
  actions,
})
