/** Germany: XML in the manner of XÖV. What of it is published convention and what is assumption is told in README.md. */
import { fixed, type Rows, stated, values } from '#core/mapping/rows.ts'
import { defineAdapter } from '#core/mapping.ts'
import type { Header } from '#schemas/index.ts'
import { application } from './application.ts'
import { nachrichtentyp } from './blocks/codes/exchange.ts'
import { closing } from './closing.ts'
import { cooperation } from './cooperation.ts'
import { costs } from './costs.ts'
import { data } from './data.ts'
import { decision } from './decision.ts'
import { delivery } from './delivery.ts'
import { continuousText, datatypeC } from './din-91379.ts'
import { identification } from './identification.ts'
import { readmissionInError } from './readmission-in-error.ts'
import { transfer } from './transfer.ts'
import { transit } from './transit.ts'
import { travelDocument } from './travel-document.ts'

const HEAD = 'nachrichtenkopf.g2g'

/** After the head for messages between authorities (XÖV Basisnachricht, G2G). It has no place for a nonce or a digest of the content. */
const header: Rows<Header> = {
  '/@standard': fixed('Körpü'),
  version: '@version',
  '/@produkt': stated('Körpü'),
  '/@produkthersteller': stated('Körpü'),
  messageId: `${HEAD}/identifikation.nachricht/nachrichtenUUID`,
  type: nachrichtentyp(`${HEAD}/identifikation.nachricht/nachrichtentyp`),
  createdAt: `${HEAD}/identifikation.nachricht/erstellungszeitpunkt`,
  to: `${HEAD}/leser/kennung`,
  from: `${HEAD}/autor/kennung`,
  copyTo: values(`${HEAD}/weitererLeser`, 'kennung'),
  inReplyTo: `${HEAD}/referenzUUID`,
  conversationId: `${HEAD}/vorgangsUUID`,
  agreement: `${HEAD}/vereinbarung`,
  expiresAt: `${HEAD}/gueltigBis`,
}

export default defineAdapter({
  party: 'de',
  title: 'Germany: Federal Police Headquarters and foreigners authorities',
  signature: 'xades',
  syntax: 'xml',
  root: { name: 'Nachricht', namespace: 'urn:korpu:dialekt:de:1' },
  texts: { line: datatypeC, note: continuousText },
  header,
  actions: {
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
  },
})
