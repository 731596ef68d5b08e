/** The Netherlands: JSON in the manner of Digikoppeling and its REST profile. What of it is published convention and what is assumption is told in README.md. */
import { prefixed } from '#core/mapping/formats.ts'
import { fixed, joined, type Rows } from '#core/mapping/rows.ts'
import { defineAdapter } from '#core/mapping.ts'
import type { Header } from '#schemas/index.ts'
import { application } from './application.ts'
import { berichttype } from './blocks/codes/exchange.ts'
import { partij, partijURN } from './blocks/party.ts'
import { closing } from './closing.ts'
import { cooperation } from './cooperation.ts'
import { costs } from './costs.ts'
import { data } from './data.ts'
import { decision } from './decision.ts'
import { delivery } from './delivery.ts'
import { identification } from './identification.ts'
import { readmissionInError } from './readmission-in-error.ts'
import { transfer } from './transfer.ts'
import { transit } from './transit.ts'
import { travelDocument } from './travel-document.ts'

/** After the NL GOV profile for CloudEvents: its attributes stand beside `data`, named in small letters without signs. */
const header: Rows<Header> = {
  '/specversion': fixed('1.0'),
  messageId: 'id',
  from: partij('source'),
  type: berichttype('type'),
  conversationId: 'subject',
  createdAt: 'time',
  '/datacontenttype': fixed('application/json'),
  version: ['dataschema', prefixed('urn:korpu:dialect:nl:')],
  to: partij('ontvanger'),
  copyTo: joined('kopieaan', ' ', partijURN),
  inReplyTo: 'antwoordop',
  agreement: 'overeenkomst',
  expiresAt: 'geldigtot',
  nonce: 'nonce',
  contentDigest: 'inhoudshash',
}

export default defineAdapter({
  party: 'nl',
  title: 'Netherlands: Repatriation and Departure Service (DT&V)',
  signature: 'jades',
  syntax: 'json',
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
