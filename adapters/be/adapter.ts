/** Belgium: SOAP, with codes in the three languages of the state. What of it is published convention and what is assumption is told in README.md. */
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
import { withMailboxes } from './mailboxes.ts'
import { readmissionInError } from './readmission-in-error.ts'
import { transfer } from './transfer.ts'
import { transit } from './transit.ts'
import { travelDocument } from './travel-document.ts'

const actions = withMailboxes({
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
})

export default defineAdapter({
  party: 'be',
  title: 'Belgium: Immigration Office',
  signature: 'wss',
  syntax: 'xml',
  root: { name: 'Communication', namespace: 'urn:korpu:dialekt:be:1' },
  header: headFor(actions),
  actions,
})
