/** Austria: SOAP behind the portal federation. What of it is published convention and what is assumption is told in README.md. */
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
import { pvpToken } from './pvp.ts'
import { readmissionInError } from './readmission-in-error.ts'
import { withoutIdentifiers } from './sector-identifiers.ts'
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
  party: 'at',
  title: 'Austria: Federal Office for Immigration and Asylum',
  signature: 'wss',
  syntax: 'xml',
  root: { name: 'Nachricht', namespace: 'urn:korpu:dialekt:at:1' },
  texts: { line: withoutIdentifiers, note: withoutIdentifiers },
  token: pvpToken,
  header: headFor(actions),
  actions,
})
