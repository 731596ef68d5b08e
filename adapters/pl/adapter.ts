/** Poland: XML with the words of its readmission protocols. What of it is published convention and what is assumption is told in README.md. */
import { defineAdapter } from '#core/mapping.ts'
import { application } from './application.ts'
import { closing } from './closing.ts'
import { cooperation } from './cooperation.ts'
import { costs } from './costs.ts'
import { data } from './data.ts'
import { decision } from './decision.ts'
import { delivery } from './delivery.ts'
import { headFor } from './head.ts'
import { identification } from './identification.ts'
import { readmissionInError } from './readmission-in-error.ts'
import { transfer } from './transfer.ts'
import { transit } from './transit.ts'
import { travelDocument } from './travel-document.ts'

const actions = {
  ...application,
  ...identification,
  ...decision,
  ...travelDocument,
  ...transfer,
  ...readmissionInError,
  ...transit,
  ...closing,
  ...costs,
  ...data,
  ...cooperation,
  ...delivery,
}

export default defineAdapter({
  party: 'pl',
  title: 'Poland: Chief of the Border Guard',
  signature: 'xades',
  syntax: 'xml',
  root: { name: 'Komunikat', namespace: 'urn:korpu:dialekt:pl:1' },
  header: headFor(actions),
  actions,
})
