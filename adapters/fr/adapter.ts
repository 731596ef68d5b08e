/** France: JSON with French names. What of it is published convention and what is assumption is told in README.md. */
import { type Rows, values } from '#core/mapping/rows.ts'
import { defineAdapter } from '#core/mapping.ts'
import type { Header } from '#schemas/index.ts'
import { application } from './application.ts'
import { natureMessage } from './blocks/codes/exchange.ts'
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

/** One party for all of France: which prefecture speaks stands in the body, as its authority and its reference. */
const header: Rows<Header> = {
  messageId: 'entete/idMessage',
  conversationId: 'entete/idDossier',
  inReplyTo: 'entete/enReponseA',
  from: 'entete/emetteur',
  to: 'entete/destinataire',
  copyTo: values('entete/copies', '.'),
  type: natureMessage('entete/natureMessage'),
  version: 'entete/version',
  agreement: 'entete/accord',
  createdAt: 'entete/dateHeureEmission',
  expiresAt: 'entete/dateHeureExpiration',
  nonce: 'entete/alea',
  contentDigest: 'entete/empreinteContenu',
}

export default defineAdapter({
  party: 'fr',
  title: 'France: Central Directorate of the Border Police, for all prefectures',
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
